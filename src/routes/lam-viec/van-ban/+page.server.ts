// The register: found by words, filtered by a form that is part of the address.
import { redirect } from '@sveltejs/kit';
import { canWithDocuments as can } from '#lib/documents/index.ts';
import { listEntries, listUnknown } from '#lib/documents/index.server.ts';
import { enterPlansIntoRegister, plansOutsideRegister } from '#lib/plans/index.server.ts';
import { pageCount, pageNumber } from '#lib/ui/index.ts';
import { dayOf } from './day.server.ts';
import { registerFilterOf } from './filter.ts';
import type { Actions, PageServerLoad } from './$types';

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
      /** Plans in force from before the register was kept, for who may enter them. */
      plansOutside: can(locals.actor, 'document.register', {})
        ? await plansOutsideRegister(tx)
        : [],
    };
  });
};

export const actions: Actions = {
  'dua-ke-hoach': async ({ locals }) => {
    await locals.write((tx) => enterPlansIntoRegister(tx));
    redirect(303, '/lam-viec/van-ban');
  },
};
