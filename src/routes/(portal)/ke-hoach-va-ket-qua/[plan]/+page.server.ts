// What the plan set out to tell people and what has been done: topics by months.
import { findKind, promiseChart } from '#lib/plans/index.ts';
import { getActKinds } from '#lib/plans/index.server.ts';
import { actWords, planWords, topicViews } from '#lib/portal/index.ts';
import { languageOf } from '#lib/ui/index.ts';
import { getCoverageBySlug } from './plan-coverage.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const language = languageOf(url.pathname);
    const { coverage, others } = await getCoverageBySlug(tx, params.plan, language);
    const { kind: nameOf, amounts } = actWords(language);
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
      chart: planWords(language).chart(promiseChart(coverage.cells, coverage.months)),
      total: coverage.total,
      kinds: coverage.byKind.map((count) => {
        const kind = findKind(kinds, count.key);
        return {
          key: count.key,
          name: kind ? nameOf(kind) : count.key,
          acts: count.acts,
          evidenced: count.evidenced,
          amounts: kind ? amounts(kind, count.quantities) : '',
        };
      }),
    };
  });
