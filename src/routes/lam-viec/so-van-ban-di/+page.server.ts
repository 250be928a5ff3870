// The outgoing register of a year: numbers found by words, and how far each series has come.
import { fail, redirect } from '@sveltejs/kit';
import { canWithDocuments as can, SeriesStart } from '#lib/documents/index.ts';
import { listOutgoing, listSeries, startSeries } from '#lib/documents/index.server.ts';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import { pageCount, pageNumber } from '#lib/ui/index.ts';
import { outgoingFilterOf } from './filter.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE = 50;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const page = pageNumber(url);
    const filter = outgoingFilterOf(url.searchParams, tx.today);
    const list = await listOutgoing(tx, filter, { size: PAGE, start: (page - 1) * PAGE });
    return {
      list,
      series: await listSeries(tx, filter.year),
      filter,
      page,
      pages: pageCount(list.total, PAGE),
      mayNumber: can(locals.actor, 'outgoing.number', {}),
    };
  });

export const actions: Actions = {
  'bat-dau': async ({ locals, request }) => {
    const form = readForm(await request.formData(), SeriesStart);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    const refused = await locals
      .write((tx) => startSeries(tx, form.value))
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
    redirect(303, `/lam-viec/so-van-ban-di?nam=${form.value.year}`);
  },
};
