// The category: plans, then public acts and news, newest first, one page at a time.
import { error } from '@sveltejs/kit';
import { listPublishedPlans } from '#lib/plans/index.server.ts';
import { PAGE_SIZE, pageCount, pageNumber } from '#lib/ui/index.ts';
import { listShownActs } from '../shown-acts.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const page = pageNumber(url);
    const start = (page - 1) * PAGE_SIZE;
    const { total, acts } = await listShownActs(tx, {}, { size: PAGE_SIZE, start });
    const pages = pageCount(total);
    if (page > pages) error(404, `Danh sách này chỉ có ${pages} trang.`);
    return { page, pages, total, acts, plans: page === 1 ? await listPublishedPlans(tx) : [] };
  });
