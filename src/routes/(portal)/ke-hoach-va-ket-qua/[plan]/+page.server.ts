// What the plan set out to tell people and what has been done: topics by months.
import { quantityWords, topicViews } from '#lib/portal/index.ts';
import { findKind, promiseChart, quantitiesOf } from '#lib/plans/index.ts';
import { getActKinds } from '#lib/plans/index.server.ts';
import { getCoverageBySlug } from './plan-coverage.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const { coverage, others } = await getCoverageBySlug(tx, params.plan);
    const kinds = getActKinds();
    return {
      plan: coverage.plan,
      period: coverage.period,
      today: coverage.today,
      others,
      topics: topicViews(coverage).map(({ months, ...view }) => ({
        ...view,
        months: months.map(({ month, state, acts, missing }) => ({ month, state, acts, missing })),
      })),
      months: coverage.months.map((month) => ({
        month,
        acts: coverage.byMonth.find((count) => count.key === month)?.acts ?? 0,
      })),
      chart: promiseChart(coverage.cells, coverage.months),
      total: coverage.total,
      kinds: coverage.byKind.map((count) => {
        const kind = findKind(kinds, count.key);
        const units = Object.fromEntries(
          (kind ? quantitiesOf(kind) : []).map(({ name, rule }) => [name, rule.unit]),
        );
        return {
          key: count.key,
          name: kind?.name ?? count.key,
          acts: count.acts,
          evidenced: count.evidenced,
          amounts: quantityWords(count.quantities, units),
        };
      }),
    };
  });
