// One act that came by itself: a person says what it serves, or that it isn't to be counted.
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import { cluesInWords, SetArrivalAside, SettleArrival } from '#lib/plans/index.ts';
import { getArrival, setArrivalAside, settleArrival } from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

const LIST = '/lam-viec/hoat-dong/cho-xac-nhan';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const asked = url.searchParams.get('don-vi') ?? undefined;
    const { arrival, entry } = await getArrival(tx, params.id, asked);
    return {
      arrival,
      asked: asked ?? '',
      units: entry.units.map(({ id, name }) => ({ value: id, label: name })),
      topics: entry.plans.flatMap((plan) =>
        plan.topics.map(({ id, number, label }) => ({
          value: id,
          label: number ? `${number}. ${label}` : label,
        })),
      ),
      duties: arrival.duties.map(({ id, text }) => ({
        value: id,
        label: text,
        ...(arrival.suggestion?.duty === id && { hint: cluesInWords(arrival.suggestion.why) }),
      })),
    };
  });

export const actions: Actions = {
  'xac-nhan': async ({ locals, params, request }) => {
    const data = await request.formData();
    data.set('id', params.id);
    const form = readForm(data, SettleArrival, ['topics', 'duties']);
    if (!form.ok) return fail(422, { what: 'settle', errors: form.errors, values: form.values });
    const refused = await locals
      .write((tx) => settleArrival(tx, form.value))
      .then(() => undefined, refusalOf);
    if (refused) {
      return fail(refused.status, { what: 'settle', ...refused, values: form.values });
    }
    redirect(303, LIST);
  },
  'khong-tinh': async ({ locals, params, request }) => {
    const data = await request.formData();
    data.set('id', params.id);
    const form = readForm(data, SetArrivalAside);
    if (!form.ok) return fail(422, { what: 'aside', errors: form.errors, values: form.values });
    const refused = await locals
      .write((tx) => setArrivalAside(tx, form.value))
      .then(() => undefined, refusalOf);
    if (refused) {
      return fail(refused.status, { what: 'aside', ...refused, values: form.values });
    }
    redirect(303, LIST);
  },
};
