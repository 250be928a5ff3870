// The register: found by words, filtered by a form that is part of the address.
import { canWithDocuments as can } from '#lib/documents/index.ts';
import { listEntries, listUnknown } from '#lib/documents/index.server.ts';
import { pageCount, pageNumber } from '#lib/ui/index.ts';
import { dayOf } from './day.server.ts';
import { registerFilterOf } from './filter.ts';
import type { PageServerLoad } from './$types';

const PAGE = 25;

export const load: PageServerLoad = async ({ locals, url }) => {
  const page = pageNumber(url);
  const day = dayOf(locals, url);
  const filter = registerFilterOf(url.searchParams);
  return locals.read(async (tx) => {
    const list = await listEntries(tx, day, filter, { size: PAGE, start: (page - 1) * PAGE });
    const waiting = await listEntries(tx, day, { drafts: true }, { size: 50, start: 0 });
    return {
      list,
      waiting,
      unknown: (await listUnknown(tx)).length,
      filter,
      force: url.searchParams.get('hieu-luc') ?? '',
      day,
      page,
      pages: pageCount(list.total, PAGE),
      mayReceive: can(locals.actor, 'document.receive', {}),
    };
  });
};
