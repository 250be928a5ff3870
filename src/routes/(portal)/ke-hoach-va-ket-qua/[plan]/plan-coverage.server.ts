// The coverage of a published plan by its address, as the pages below it read it.
import { getPublicCoverage, listPublishedPlans } from '#lib/plans/index.server.ts';
import { platformError } from '#lib/platform/index.ts';

type Tx = Parameters<typeof listPublishedPlans>[0];

/** @throws LoaError `record.not-found` */
export async function getCoverageBySlug(tx: Tx, slug: string) {
  const plans = await listPublishedPlans(tx);
  const plan = plans.find((one) => one.slug === slug);
  const coverage = plan && (await getPublicCoverage(tx, plan.id));
  if (!coverage) throw platformError('record.not-found', { what: 'kế hoạch này' });
  return { coverage, others: plans.filter((one) => one.slug !== slug) };
}
