// What the blocks of the home page show: each is read only where it is shown.
import { listPublicConsultations, listPublicDocuments } from '#lib/documents/index.server.ts';
import { publicDocumentUrl } from '#lib/documents/index.ts';
import { publicPageUrl } from '#lib/newsroom/index.ts';
import { listOfficePages, listPublicArticles } from '#lib/newsroom/index.server.ts';
import { caseBoxWords, foldFigures } from '#lib/onestop/index.ts';
import { listFigureVersions } from '#lib/onestop/index.server.ts';
import { listVillages, type Tx } from '#lib/platform/index.server.ts';
import {
  getPublicCoverage,
  listPublicDuties,
  listPublishedPlans,
  type PublicDuty,
} from '#lib/plans/index.server.ts';
import { planResultUrl, topicViews, type HomeLayout } from '#lib/portal/index.ts';
import { isOfLifeEvent, lifeEvents } from '#lib/procedures/index.ts';
import { listProcedures } from '#lib/procedures/index.server.ts';
import { listShownActs } from './shown-acts.server.ts';
import { listLightArticles } from './shown-articles.server.ts';

/** The blocks in their order with what each shows; one that is hidden is left out. */
export async function readHomeData(tx: Tx, layout: HomeLayout) {
  const shown = layout.filter((block) => block.shown);
  const has = (id: (typeof shown)[number]['id']) => shown.some((block) => block.id === id);
  const page = (id: (typeof shown)[number]['id']) => ({
    size: shown.find((block) => block.id === id)?.items ?? 0,
    start: 0,
  });
  const plans = has('reform') || has('progress') ? await listPublishedPlans(tx) : [];
  const newest = plans[0];
  return {
    layout: shown,
    news: has('news') ? await listLightArticles(tx, {}, page('news')) : [],
    notices: has('notices')
      ? await listPublicArticles(tx, { section: 'thong-bao' }, page('notices'))
      : [],
    plans: has('reform') ? plans.slice(0, 2) : [],
    acts: has('reform') ? (await listShownActs(tx, {}, page('reform'))).acts : [],
    documents: has('documents') ? await documentsOf(tx, page('documents')) : [],
    consultations: has('consultations')
      ? (await listPublicConsultations(tx, 'open', page('consultations'))).consultations
      : [],
    today: tx.today,
    cases: has('cases') ? await casesOf(tx) : null,
    due: has('due') ? nextDuties(await listPublicDuties(tx), tx.today, page('due').size) : [],
    pages: has('office') ? (await pagesOf(tx)).slice(0, page('office').size) : [],
    events: has('procedures') ? (await eventsOf(tx)).slice(0, page('procedures').size) : [],
    villages: has('villages') ? await villagesOf(tx) : [],
    progress: has('progress') && newest ? await progressOf(tx, newest.id) : null,
  };
}

async function documentsOf(tx: Tx, page: { readonly size: number; readonly start: number }) {
  const { entries } = await listPublicDocuments(tx, tx.today, {}, page);
  return entries.map(({ id, slug, title, code, issuedOn }) => ({
    id,
    href: publicDocumentUrl(slug ?? ''),
    label: title || (code ?? 'Văn bản'),
    code,
    issuedOn,
  }));
}

async function casesOf(tx: Tx) {
  const box = foldFigures(await listFigureVersions(tx), { asOf: null });
  return { words: caseBoxWords(box), part: box?.earlyAndOnTime ?? 0, whole: box?.handled ?? 0 };
}

/** Duties of published plans that fall due from today on, the nearest first. */
export function nextDuties(duties: readonly PublicDuty[], today: string, most: number) {
  return duties
    .flatMap(({ id, dueOn, text, unitName, planSlug }) =>
      dueOn !== null && dueOn >= today
        ? [{ id, day: dueOn, text, unitName, href: planResultUrl(planSlug) }]
        : [],
    )
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .slice(0, most);
}

async function pagesOf(tx: Tx) {
  return (await listOfficePages(tx)).map(({ slug, title }) => ({
    href: publicPageUrl(slug ?? ''),
    title,
  }));
}

async function villagesOf(tx: Tx) {
  return (await listVillages(tx))
    .filter(({ validTo }) => validTo === null)
    .map(({ name, slug }) => ({ name, href: `/thon/${slug}` }));
}

/** Occasions in life that the commune has procedures for. */
async function eventsOf(tx: Tx) {
  const procedures = await listProcedures(tx);
  return lifeEvents
    .filter((event) => procedures.some((procedure) => isOfLifeEvent(event, procedure)))
    .map(({ slug, name, about }) => ({ slug, name, about }));
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
