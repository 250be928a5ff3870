// Drafts that people may comment on, and what came of earlier ones, page by page.
import { listPublicConsultations } from '#lib/documents/index.server.ts';
import { PAGE_SIZE, pageCount, pageNumber } from '#lib/ui/index.ts';
import type { PageServerLoad } from './$types';

/** More than a commune asks about at once. */
const MOST_OPEN = 100;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const page = pageNumber(url);
    const start = (page - 1) * PAGE_SIZE;
    const open = await listPublicConsultations(tx, 'open', { size: MOST_OPEN, start: 0 });
    const over = await listPublicConsultations(tx, 'over', { size: PAGE_SIZE, start });
    return {
      open: open.consultations,
      over: over.consultations,
      page,
      pages: pageCount(over.total, PAGE_SIZE),
      today: tx.today,
    };
  });
