// Sending a new dispatch.
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import { newId } from '#lib/platform/index.server.ts';
import { requireCan, SendDispatch } from '#lib/plans/index.ts';
import { getEntryForm, listPlaces, sendDispatch } from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    requireCan(tx.actor, 'dispatch.send', {});
    const { units, villages } = await listPlaces(tx);
    const { plans } = await getEntryForm(tx);
    const choice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
    const own = tx.actor.kind === 'person' ? tx.actor.unitIds : [];
    return {
      clientKey: newId(),
      units: units.map(choice),
      villages: villages.map(choice),
      usual: usualOf(
        [...units, ...villages].map(({ id }) => id),
        own,
        url.searchParams.get('noi-nhan'),
      ),
      plans: plans.map(({ id, title }) => ({ value: id, label: title })),
      topics: plans.flatMap(({ title, topics }) =>
        topics.length === 0
          ? []
          : [
              {
                label: title,
                choices: topics.map(({ id, number, label }) => ({
                  value: id,
                  label: number ? `${number}. ${label}` : label,
                })),
              },
            ],
      ),
    };
  });

/** The place a link asks for; otherwise everybody but the sender's own units. */
function usualOf(places: readonly string[], own: readonly string[], asked: string | null) {
  if (asked !== null && places.includes(asked)) return [asked];
  return places.filter((id) => !own.includes(id));
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = readForm(await request.formData(), SendDispatch, ['recipients']);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    let id = '';
    const refused = await locals
      .write(async (tx) => {
        id = await sendDispatch(tx, {
          ...form.value,
          planId: form.value.planId ?? '',
          topicId: form.value.topicId ?? '',
        });
      })
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
    redirect(303, `/lam-viec/gui-nhan/${id}`);
  },
};
