// Where the months of a published plan have their pages.
import { getPublicCoverage, type listPublishedPlans } from '#lib/plans/index.server.ts';
import { monthUrl } from '#lib/portal/index.ts';

type Tx = Parameters<typeof listPublishedPlans>[0];

/** Addresses of the months in which something was done for these plans: the plan's page leads to the same ones. */
export async function listMonthPages(
  tx: Tx,
  plans: readonly { readonly id: string; readonly slug: string }[],
): Promise<string[]> {
  const pages: string[] = [];
  for (const plan of plans) {
    const coverage = await getPublicCoverage(tx, plan.id);
    const busy = new Set((coverage?.byMonth ?? []).map(({ key }) => key));
    // What was done before or after the plan's time has no month of it.
    const told = (coverage?.months ?? []).filter((month) => busy.has(month));
    pages.push(...told.map((month) => monthUrl(plan.slug, month)));
  }
  return pages;
}
