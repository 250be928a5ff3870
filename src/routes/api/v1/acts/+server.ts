// Public acts, newest first, one page at a time.
import { ApiAct, listOf } from '#lib/portal/index.ts';
import { publicActUrl } from '#lib/plans/index.ts';
import { listPublicActs } from '#lib/plans/index.server.ts';
import { answer, nextLink, pageOf } from '../answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
  answer(
    listOf(ApiAct),
    async () => {
      const { total, acts } = await locals.read((tx) => listPublicActs(tx, {}, pageOf(url)));
      const items = acts.map((act) => ({
        slug: act.slug,
        title: act.title,
        summary: act.summary,
        kind: act.kind,
        channel: act.channel,
        day: act.day,
        recordedAt: act.recordedAt,
        unit: act.unitName,
        topics: act.topics.map(({ number, label }) => ({ number, label })),
        quantities: act.quantities,
        evidence: act.evidence,
        url: url.origin + publicActUrl(act.slug),
      }));
      return { total, items };
    },
    ({ total }) => nextLink(url, total),
  );

export { preflight as OPTIONS, refuseSending as fallback } from '../answer.server.ts';
