// The periods of a year: which are over, which are closed.
import { listClosedPeriods } from '#lib/plans/index.server.ts';
import { periodInWords, periodsOfYear, requireCan } from '#lib/plans/index.ts';
import { capitalize } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) =>
  locals.read(async (tx) => {
    requireCan(locals.actor, 'coverage.see', {});
    const asked = url.searchParams.get('nam') ?? '';
    const year = /^(19[89]|20\d)\d$/.test(asked) ? asked : tx.today.slice(0, 4);
    const closed = await listClosedPeriods(tx);
    return {
      year,
      thisYear: tx.today.slice(0, 4),
      periods: periodsOfYear(year).map((period) => {
        const closing = closed.find((one) => one.period.key === period.key);
        return {
          ...period,
          name: capitalize(periodInWords(period)),
          over: period.to < tx.today,
          begun: period.from <= tx.today,
          closedAt: closing?.closedAt ?? null,
        };
      }),
    };
  });
