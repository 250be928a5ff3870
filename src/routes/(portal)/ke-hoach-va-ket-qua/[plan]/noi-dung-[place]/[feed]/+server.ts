// What is done for one topic of a plan, to be told of what comes.
import { listPublicActs } from '#lib/plans/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { topicUrl } from '#lib/portal/index.ts';
import { feedResponse, siteOf } from '#lib/portal/index.server.ts';
import { actEntry, getFeedFormat, NEWEST } from '../../../../feed-entries.server.ts';
import { getCoverageBySlug } from '../../plan-coverage.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const format = getFeedFormat(params.feed);
  const { topic, acts, site } = await locals.read(async (tx) => {
    const { coverage } = await getCoverageBySlug(tx, params.plan);
    const found = coverage.topics.find((_, at) => String(at + 1) === params.place);
    if (!found) throw platformError('record.not-found', { what: 'nội dung này trong kế hoạch' });
    const list = await listPublicActs(tx, { topicId: found.id }, NEWEST);
    return { topic: found, acts: list.acts, site: siteOf(locals.commune, tx) };
  });
  const folder = topicUrl(params.plan, Number(params.place));
  const part = { title: topic.label, page: folder, folder };
  return feedResponse(format, site, acts.map(actEntry), url.origin, part);
};
