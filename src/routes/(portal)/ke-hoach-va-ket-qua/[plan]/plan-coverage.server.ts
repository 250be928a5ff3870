// The coverage of a published plan by its address, as the pages below it read it: channels are named in
// their language.
import { getPublicCoverage, listPublishedPlans } from '#lib/plans/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { actWords } from '#lib/portal/index.ts';
import { type Language } from '#lib/ui/index.ts';

type Tx = Parameters<typeof listPublishedPlans>[0];

/** @throws LoaError `record.not-found` */
export async function getCoverageBySlug(tx: Tx, slug: string, language: Language = 'vi') {
  const plans = await listPublishedPlans(tx);
  const plan = plans.find((one) => one.slug === slug);
  const coverage = plan && (await getPublicCoverage(tx, plan.id));
  if (!coverage) throw platformError('record.not-found', { what: 'kế hoạch này' });
  const { channel: nameOf } = actWords(language);
  const channels = coverage.channels.map((one) => ({ ...one, name: nameOf(one) }));
  return { coverage: { ...coverage, channels }, others: plans.filter((one) => one.slug !== slug) };
}
