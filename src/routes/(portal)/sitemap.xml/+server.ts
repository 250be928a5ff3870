// Every public page, for search engines.
import { publicActUrl, publicPlanUrl } from '#lib/plans/index.ts';
import { listPublicActs, listPublishedPlans } from '#lib/plans/index.server.ts';
import { procedureUrl } from '#lib/procedures/index.ts';
import { listProcedures } from '#lib/procedures/index.server.ts';
import { consultationUrl, publicDocumentUrl } from '#lib/documents/index.ts';
import { listPublicConsultations, listPublicDocuments } from '#lib/documents/index.server.ts';
import { publicArticleUrl, publicPageUrl, SECTIONS } from '#lib/newsroom/index.ts';
import {
  listOfficePages,
  listPublicArticles,
  readSiteSections,
} from '#lib/newsroom/index.server.ts';
import { listPublicReports } from '#lib/reports/index.server.ts';
import { listVillages, type Tx } from '#lib/platform/index.server.ts';
import { sitemapXml, ways } from '#lib/portal/index.ts';
import { toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import { planResultUrl } from '#lib/portal/index.ts';
import { listUnitsToday } from '../thong-tin/units-today.server.ts';
import { findResultPages } from '../result-pages.server.ts';
import type { RequestHandler } from './$types';

/**
 * A sitemap holds 50,000 addresses, and articles and documents have two each; the oldest acts beyond that are
 * reached through the category.
 */
const MOST_ACTS = 15_000;
const MOST_ARTICLES = 10_000;
const MOST_DOCUMENTS = 4_000;

export const GET: RequestHandler = async ({ locals, url }) => {
  const entries = await locals.read(async (tx) => {
    const plans = await listPublishedPlans(tx);
    const { acts } = await listPublicActs(tx, {}, { size: MOST_ACTS, start: 0 });
    const results = await findResultPages(tx, plans);
    const articles = await listPublicArticles(tx, {}, { size: MOST_ARTICLES, start: 0 });
    const most = { size: MOST_DOCUMENTS, start: 0 };
    const { consultations: open } = await listPublicConsultations(tx, 'open', most);
    const { consultations: over } = await listPublicConsultations(tx, 'over', most);
    const { entries: documents } = await listPublicDocuments(tx, tx.today, {}, most);
    return [
      ...ways.filter((way) => way.href !== '/tim-kiem').map((way) => ({ path: way.href })),
      ...(await drawnPages(tx)).map((path) => ({ path })),
      ...(await listOfficePages(tx)).map(({ slug, publishedAt }) => ({
        path: publicPageUrl(slug ?? ''),
        changed: vietnamDate(toInstant(publishedAt ?? '')),
      })),
      ...(await listVillages(tx)).map(({ slug }) => ({ path: `/thon/${slug}` })),
      ...plans.flatMap((plan) => [
        { path: publicPlanUrl(plan.slug), changed: vietnamDate(plan.publishedAt) },
        { path: planResultUrl(plan.slug) },
      ]),
      ...(await listPublicReports(tx)).map(({ slug, publishedAt }) => ({
        path: `/bao-cao/${slug}`,
        changed: vietnamDate(publishedAt),
      })),
      ...documents.flatMap(({ slug, publishedAt }) =>
        slug && publishedAt
          ? [{ path: publicDocumentUrl(slug), changed: vietnamDate(toInstant(publishedAt)) }]
          : [],
      ),
      ...[...open, ...over].map(({ slug }) => ({ path: consultationUrl(slug) })),
      ...[...results.topics.values(), ...results.months].map((path) => ({ path })),
      ...(await listProcedures(tx)).map(({ code }) => ({ path: procedureUrl(code) })),
      ...SECTIONS.map(({ id }) => ({ path: `/tin/chuyen-muc/${id}` })),
      ...articles.map(({ slug, publicAt }) => ({
        path: publicArticleUrl(slug ?? ''),
        changed: vietnamDate(toInstant(publicAt ?? '')),
      })),
      ...acts.map((act) => ({
        path: publicActUrl(act.slug),
        changed: vietnamDate(act.recordedAt),
      })),
    ];
  });
  return new Response(sitemapXml(url.origin, entries), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};

/** Pages of the office that are there though nobody wrote a word. */
async function drawnPages(tx: Tx): Promise<string[]> {
  if ((await listUnitsToday(tx)).length === 0) return [];
  const written = (await listOfficePages(tx)).map(({ slug }) => slug);
  return readSiteSections()
    .sections.filter(({ id, drawn }) => drawn === 'units' && !written.includes(id))
    .map(({ id }) => publicPageUrl(id));
}
