// Legal and directive documents that everybody may read.
import { listPublicChoices, listPublicDocuments } from '#lib/documents/index.server.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { PAGE_SIZE, pageCount, pageNumber } from '#lib/ui/index.ts';
import { documentFilterOf } from './filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const filter = documentFilterOf(url);
    const asked = url.searchParams.get('ngay') ?? '';
    const day = isPlainDate(asked) ? asked : tx.today;
    const page = pageNumber(url);
    const start = (page - 1) * PAGE_SIZE;
    const list = await listPublicDocuments(tx, day, filter, { size: PAGE_SIZE, start });
    return {
      filter,
      day,
      isToday: day === tx.today,
      page,
      pages: pageCount(list.total, PAGE_SIZE),
      total: list.total,
      documents: list.entries.map(
        ({ id, type, code, title, agency, issuedOn, validity, slug, direction }) => {
          return { id, type, code, title, agency, issuedOn, validity, slug, direction };
        },
      ),
      choices: await listPublicChoices(tx),
      search: url.search,
    };
  });
