// Search over everything public: accents optional, slips put right, everyday words understood.
import { procedureUrl } from '#lib/procedures/index.ts';
import { searchProcedures } from '#lib/procedures/index.server.ts';
import { findWays, searchQuestionOf, spellAlike } from '#lib/portal/index.ts';
import { noteSearch, showHits } from '#lib/portal/index.server.ts';
import { isAskedFor } from '#lib/platform/index.ts';
import {
  getSpokenWords,
  searchPublic,
  type SearchResult,
  type Tx,
} from '#lib/platform/index.server.ts';
import { PAGE_SIZE, pageCount, pageNumber } from '#lib/ui/index.ts';
import { facetLinks } from './facet-links.ts';
import { kindName } from './kind-names.ts';
import type { PageServerLoad } from './$types';

const PROCEDURES_OFFERED = 3;

export const load: PageServerLoad = ({ locals, request, url, setHeaders }) =>
  locals.read(async (tx) => {
    // What people search for stays out of caches.
    setHeaders({ 'cache-control': 'no-store' });
    const question = searchQuestionOf(url);
    const { query } = question;
    const page = pageNumber(url);
    const { kind, year, topic, newest } = question;
    const narrowing = { kind, year, topic, newest };
    const place = { size: PAGE_SIZE, start: (page - 1) * PAGE_SIZE };
    const found = await searchPublic(tx, query, { ...narrowing, ...place, facets: true });
    const isPlain = page === 1 && !kind && !year && !topic && !newest;
    if (isPlain) {
      const userAgent = request.headers.get('user-agent') ?? '';
      const isFound = found.total > 0 && found.how !== 'near';
      noteSearch(tx.communeId, { query, found: isFound, userAgent });
    }
    const isProcedureFound = found.hits.some((hit) => hit.kind === 'procedure');
    const offers = isPlain && !isProcedureFound ? await offered(tx, query) : [];
    const meant = meantBy(query, found);
    return {
      question,
      page,
      pages: pageCount(found.total),
      total: found.total,
      count: found.count,
      how: found.how,
      meant,
      facets: facetLinks(question, found.facets),
      ways: isPlain
        ? findWays(meant?.words ?? query).map(({ href, label, about }) => ({ href, label, about }))
        : [],
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
function meantBy(query: string, found: SearchResult): { words: string; href: string } | null {
  if (!found.isCorrected || found.total === 0) return null;
  const words = spellAlike(
    found.words,
    query,
    found.hits.flatMap(({ title, summary }) => [title, summary]),
  );
  return { words, href: `/tim-kiem?q=${encodeURIComponent(words)}` };
}
