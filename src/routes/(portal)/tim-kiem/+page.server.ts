// Search over everything public, accents optional.
import { findWays, markWords } from '#lib/portal/index.ts';
import { noteSearch } from '#lib/portal/index.server.ts';
import { searchPublic } from '#lib/platform/index.server.ts';
import { PAGE_SIZE, pageCount, pageNumber } from '#lib/ui/index.ts';
import type { PageServerLoad } from './$types';

const KINDS: Readonly<Record<string, string>> = {
  plan: 'Kế hoạch',
  act: 'Tin, hoạt động',
  procedure: 'Thủ tục',
  document: 'Văn bản',
  consultation: 'Lấy ý kiến',
};
const LONGEST_QUERY = 200;

export const load: PageServerLoad = ({ locals, request, url, setHeaders }) =>
  locals.read(async (tx) => {
    // What people search for stays out of caches.
    setHeaders({ 'cache-control': 'no-store' });
    const query = (url.searchParams.get('q') ?? '').slice(0, LONGEST_QUERY).trim();
    const page = pageNumber(url);
    const found = await searchPublic(tx, query, { size: PAGE_SIZE, start: (page - 1) * PAGE_SIZE });
    if (page === 1) {
      const userAgent = request.headers.get('user-agent') ?? '';
      noteSearch(tx.communeId, { query, found: found.total > 0, userAgent });
    }
    return {
      query,
      page,
      pages: pageCount(found.total),
      total: found.total,
      ways:
        page === 1 ? findWays(query).map(({ href, label, about }) => ({ href, label, about })) : [],
      hits: found.hits.map((hit) => ({
        id: hit.id,
        url: hit.url,
        kind: KINDS[hit.kind] ?? hit.kind,
        publishedOn: hit.publishedOn,
        title: markWords(hit.title, query),
        summary: markWords(hit.summary, query),
      })),
    };
  });
