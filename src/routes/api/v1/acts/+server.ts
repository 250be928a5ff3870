// Public acts, newest first, one page at a time.
import { ApiAct, ApiPage, listOf } from '#lib/portal/index.ts';
import { publicActUrl } from '#lib/plans/index.ts';
import { listPublicActs } from '#lib/plans/index.server.ts';
import { answer } from '../answer.server.ts';
import type { RequestHandler } from './$types';

const SIZE = 50;

export const GET: RequestHandler = ({ locals, url }) =>
  answer(listOf(ApiAct), async () => {
    const asked = ApiPage.safeParse({ trang: url.searchParams.get('trang') ?? undefined });
    const start = ((asked.data?.trang ?? 1) - 1) * SIZE;
    const { total, acts } = await locals.read((tx) =>
      listPublicActs(tx, {}, { size: SIZE, start }),
    );
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
  });
