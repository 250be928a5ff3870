// Case figures of every declared month, oldest first.
import { foldFigures } from '#lib/onestop/index.ts';
import { listFigureVersions } from '#lib/onestop/index.server.ts';
import { ApiCaseMonth, listOf } from '#lib/portal/index.ts';
import { answer } from '../answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
  answer(listOf(ApiCaseMonth), async () => {
    const versions = await locals.read(listFigureVersions);
    const years = [...new Set(versions.map((one) => Number(one.month.slice(0, 4))))];
    const items = years.flatMap((year) =>
      (foldFigures(versions, { asOf: null, year })?.months ?? []).map((one) => ({
        month: one.month,
        handled: one.handled,
        early: one.early,
        onTime: one.onTime,
        earlyAndOnTime: one.earlyAndOnTime,
        late: one.late,
        rate: one.rate,
        lateRate: one.lateRate,
        source: one.current.source,
        declaredAt: one.current.declaredAt,
        corrections: one.replaced.length,
      })),
    );
    return { total: items.length, items };
  });

export { preflight as OPTIONS, refuseSending as fallback } from '../answer.server.ts';
