// The coverage behind an API address.
import { getPublicCoverage, listPublishedPlans } from '#lib/plans/index.server.ts';
import { platformError } from '#lib/platform/index.ts';

type Tx = Parameters<typeof listPublishedPlans>[0];

/** @throws LoaError `record.not-found` */
export async function coverageOf(tx: Tx, slug: string) {
  const plan = (await listPublishedPlans(tx)).find((one) => one.slug === slug);
  const coverage = plan && (await getPublicCoverage(tx, plan.id));
  if (!coverage) throw platformError('record.not-found', { what: 'kế hoạch này' });
  return coverage;
}
