// Search over everything public: accents optional, slips put right, everyday words understood.
import { procedureUrl } from '#lib/procedures/index.ts';
import { searchProcedures } from '#lib/procedures/index.server.ts';
import { searchQuestionOf, searchWords, spellAlike, waysFor } from '#lib/portal/index.ts';
import { asVietnamese, noteSearch, showHits } from '#lib/portal/index.server.ts';
import { isAskedFor } from '#lib/platform/index.ts';
import {
  getSpokenWords,
  searchPublic,
  type SearchResult,
  type Tx,
} from '#lib/platform/index.server.ts';
import { PAGE_SIZE, pageCount, pageNumber, speechOf } from '#lib/ui/index.ts';
import { facetLinks } from './facet-links.ts';
import type { PageServerLoad } from './$types';

const PROCEDURES_OFFERED = 3;

export const load: PageServerLoad = ({ locals, request, url, setHeaders }) =>
  locals.read(async (tx) => {
    // What people search for stays out of caches.
    setHeaders({ 'cache-control': 'no-store' });
    const question = searchQuestionOf(url);
    const { query } = question;
    const { language, to } = speechOf(url.pathname);
    const { kindName } = searchWords(language);
    // In English it is asked as an office here would ask it.
    const asked = (language === 'en' ? asVietnamese(query) : undefined) ?? query;
    const page = pageNumber(url);
    const { kind, year, topic, newest } = question;
    const narrowing = { kind, year, topic, newest };
    const place = { size: PAGE_SIZE, start: (page - 1) * PAGE_SIZE };
    const found = await searchPublic(tx, asked, { ...narrowing, ...place, facets: true });
    const isPlain = page === 1 && !kind && !year && !topic && !newest;
    if (isPlain) {
      const userAgent = request.headers.get('user-agent') ?? '';
      const isFound = found.total > 0 && found.how !== 'near';
      noteSearch(tx.communeId, { query, found: isFound, userAgent });
    }
    const isProcedureFound = found.hits.some((hit) => hit.kind === 'procedure');
    const offers = isPlain && !isProcedureFound ? await offered(tx, asked) : [];
    const meant = meantBy(asked, found, to('/tim-kiem'));
    return {
      question,
      page,
      pages: pageCount(found.total),
      total: found.total,
      count: found.count,
      how: found.how,
      asked: asked === query ? null : asked,
      meant,
      facets: facetLinks(question, found.facets, language),
      ways: isPlain ? waysFor(language, query, meant?.words ?? asked) : [],
      procedures: offers,
      hits: (await showHits(tx, found)).map((hit) => ({ ...hit, kind: kindName(hit.kind) })),
    };
  });

/** Procedures the question asks for in other words, where its own found none. */
async function offered(tx: Tx, query: string) {
  const procedures = await searchProcedures(tx, query, PROCEDURES_OFFERED);
  return procedures
    .filter(({ title }) => isAskedFor(query, title, getSpokenWords()))
    .map(({ code, title, field }) => ({ href: procedureUrl(code), title, field }));
}

/** What was looked for in place of what was typed, spelled as it is found. */
function meantBy(
  query: string,
  found: SearchResult,
  page: string,
): { words: string; href: string } | null {
  if (!found.isCorrected || found.total === 0) return null;
  const words = spellAlike(
    found.words,
    query,
    found.hits.flatMap(({ title, summary }) => [title, summary]),
  );
  return { words, href: `${page}?q=${encodeURIComponent(words)}` };
}
