// Coverage of a plan: topics × channels × months, down to each public item.
import { ApiCoverage } from '#lib/portal/index.ts';
import { answer } from '../../../answer.server.ts';
import { coverageOf } from '../coverage-of.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  answer(ApiCoverage, async () => {
    const coverage = await locals.read((tx) => coverageOf(tx, params.plan));
    const places = new Map(coverage.topics.map((topic, index) => [topic.id, index + 1]));
    return {
      plan: coverage.plan.slug,
      asOf: coverage.today,
      channels: coverage.channels.map(({ id, name }) => ({ id, name })),
      months: [...coverage.months],
      cells: coverage.cells.flatMap(
        ({ topic, state, publicActs, channel, month, acts, evidenced }) =>
          state === 'unset'
            ? []
            : [
                {
                  place: places.get(topic) ?? 0,
                  channel,
                  month,
                  state,
                  acts,
                  evidenced,
                  items: publicActs.map(({ title, day, href }) => ({
                    title,
                    day,
                    url: url.origin + href,
                  })),
                },
              ],
      ),
    };
  });

export { preflight as OPTIONS, refuseSending as fallback } from '../../../answer.server.ts';
