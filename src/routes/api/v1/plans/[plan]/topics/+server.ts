// Topics of a plan with what was done for each.
import { ApiTopic, listOf, topicUrl, topicViews } from '#lib/portal/index.ts';
import { answer } from '../../../answer.server.ts';
import { coverageOf } from '../coverage-of.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  answer(listOf(ApiTopic), async () => {
    const coverage = await locals.read((tx) => coverageOf(tx, params.plan));
    const items = topicViews(coverage).map(({ topic, place, acts, evidenced, silence }) => ({
      place,
      number: topic.number,
      label: topic.label,
      text: topic.text,
      acts,
      evidenced,
      silentDays: silence?.days ?? null,
      url: url.origin + topicUrl(params.plan, place),
    }));
    return { total: items.length, items };
  });

export { preflight as OPTIONS, refuseSending as fallback } from '../../../answer.server.ts';
