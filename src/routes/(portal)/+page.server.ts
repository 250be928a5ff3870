// The home page: what is new, the figures box, what the commune set out to say and how far it has come.
import { caseBoxWords, foldFigures } from '#lib/onestop/index.ts';
import { listFigureVersions } from '#lib/onestop/index.server.ts';
import { listPublicArticles } from '#lib/newsroom/index.server.ts';
import { topicViews } from '#lib/portal/index.ts';
import { onceUntilNextEvent, type Tx } from '#lib/platform/index.server.ts';
import { getPublicCoverage, listPublishedPlans } from '#lib/plans/index.server.ts';
import { listShownActs } from './shown-acts.server.ts';
import type { PageServerLoad } from './$types';

const NEWEST = 6;
const ARTICLES = 4;

export const load: PageServerLoad = ({ locals }) =>
  locals.read((tx) => onceUntilNextEvent(tx, 'page.home', '', () => readHome(tx)));

async function readHome(tx: Tx) {
  const box = foldFigures(await listFigureVersions(tx), { asOf: null });
  const plans = await listPublishedPlans(tx);
  return {
    box: caseBoxWords(box),
    part: box?.earlyAndOnTime ?? 0,
    whole: box?.handled ?? 0,
    plans,
    articles: await listPublicArticles(tx, {}, { size: ARTICLES, start: 0 }),
    news: (await listShownActs(tx, {}, { size: NEWEST, start: 0 })).acts,
    progress: plans[0] ? await progressOf(tx, plans[0].id) : null,
  };
}

/** The running month of the newest plan: which topics were spoken of, which fell silent. */
async function progressOf(tx: Tx, planId: string) {
  const coverage = await getPublicCoverage(tx, planId);
  if (!coverage) return null;
  const month = coverage.today.slice(0, 7);
  const views = topicViews(coverage);
  return {
    slug: coverage.plan.slug,
    month,
    acts: coverage.byMonth.find((count) => count.key === month)?.acts ?? 0,
    total: coverage.total?.acts ?? 0,
    topics: views.map(({ topic, place, months, silence }) => ({
      place,
      label: topic.label,
      states: months.map((one) => one.state),
      acts: months.reduce((sum, one) => sum + one.acts, 0),
      silentDays: silence?.days ?? null,
    })),
    current: coverage.months.findIndex((one) => one === month) + 1,
  };
}
