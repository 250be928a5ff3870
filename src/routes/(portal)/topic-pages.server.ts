// Where a topic of a published plan has its page.
import { getPublicCoverage, type listPublishedPlans } from '#lib/plans/index.server.ts';
import { topicUrl } from '#lib/portal/index.ts';

type Tx = Parameters<typeof listPublishedPlans>[0];

/** Addresses of topic pages by topic id. */
export async function findTopicPages(
  tx: Tx,
  plans: readonly { readonly id: string; readonly slug: string }[],
): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const plan of plans) {
    const coverage = await getPublicCoverage(tx, plan.id);
    coverage?.topics.forEach((topic, index) => {
      pages.set(topic.id, topicUrl(plan.slug, index + 1));
    });
  }
  return pages;
}
