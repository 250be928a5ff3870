// Acts that came by themselves and wait for a person to say which duty they serve.
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import { cluesInWords, findKind, SettleArrival } from '#lib/plans/index.ts';
import { getActKinds, listArrivals, settleArrival } from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const arrivals = await listArrivals(tx);
    return {
      arrivals: arrivals.map((one) => ({
        ...one,
        kindName: findKind(getActKinds(), one.kind)?.name ?? one.kind,
        proposed: one.suggestion && {
          id: one.suggestion.duty,
          text: one.duties.find(({ id }) => id === one.suggestion?.duty)?.text ?? '',
          why: cluesInWords(one.suggestion.why),
        },
      })),
    };
  });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = readForm(await request.formData(), SettleArrival, ['topics', 'duties']);
    if (!form.ok) return fail(422, { errors: form.errors });
    const refused = await locals
      .write((tx) => settleArrival(tx, form.value))
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors });
    redirect(303, '/lam-viec/hoat-dong/cho-xac-nhan');
  },
};
