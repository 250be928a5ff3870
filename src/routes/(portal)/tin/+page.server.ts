// News, newest first, a page at a time.
import { error } from '@sveltejs/kit';
import { countPublicArticles } from '#lib/newsroom/index.server.ts';
import { PAGE_SIZE, pageCount, pageNumber } from '#lib/ui/index.ts';
import { listShownArticles } from '../shown-articles.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const page = pageNumber(url);
    const pages = pageCount(await countPublicArticles(tx, {}));
    if (page > pages) error(404, `Danh sách này chỉ có ${pages} trang.`);
    const size = { size: PAGE_SIZE, start: (page - 1) * PAGE_SIZE };
    return { page, pages, articles: await listShownArticles(tx, {}, size) };
  });
