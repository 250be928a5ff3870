// News of one section.
import { error } from '@sveltejs/kit';
import { findSection } from '#lib/newsroom/index.ts';
import { countPublicArticles } from '#lib/newsroom/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { PAGE_SIZE, pageCount, pageNumber } from '#lib/ui/index.ts';
import { listShownArticles } from '../../../shown-articles.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const section = findSection(params.section);
    if (!section) throw platformError('record.not-found', { what: 'chuyên mục này' });
    const filter = { section: section.id };
    const page = pageNumber(url);
    const pages = pageCount(await countPublicArticles(tx, filter));
    if (page > pages) error(404, `Danh sách này chỉ có ${pages} trang.`);
    const size = { size: PAGE_SIZE, start: (page - 1) * PAGE_SIZE };
    return { section, page, pages, articles: await listShownArticles(tx, filter, size) };
  });
