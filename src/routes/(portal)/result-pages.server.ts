// Where what came of published plans has its pages: topics, and the months in which something was done.
import { getPublicCoverage, type listPublishedPlans } from '#lib/plans/index.server.ts';
import { monthUrl, topicUrl } from '#lib/portal/index.ts';

type Tx = Parameters<typeof listPublishedPlans>[0];

export interface ResultPages {
  /** By topic id. */
  readonly topics: ReadonlyMap<string, string>;
  /** The same ones as the plans' own pages lead to. */
  readonly months: readonly string[];
}

export async function findResultPages(
  tx: Tx,
  plans: readonly { readonly id: string; readonly slug: string }[],
): Promise<ResultPages> {
  const topics = new Map<string, string>();
  const months: string[] = [];
  for (const plan of plans) {
    const coverage = await getPublicCoverage(tx, plan.id);
    if (!coverage) continue;
    coverage.topics.forEach(({ id }, index) => topics.set(id, topicUrl(plan.slug, index + 1)));
    const busy = new Set(coverage.byMonth.map(({ key }) => key));
    // What was done before or after the plan's time has no month of it.
    const told = coverage.months.filter((month) => busy.has(month));
    months.push(...told.map((month) => monthUrl(plan.slug, month)));
  }
  return { topics, months };
}
