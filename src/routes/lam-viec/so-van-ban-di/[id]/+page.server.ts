// One number of the outgoing register, and its cancelling.
import { fail, redirect } from '@sveltejs/kit';
import { CancelNumber, canWithDocuments as can } from '#lib/documents/index.ts';
import { cancelNumber, getOutgoing } from '#lib/documents/index.server.ts';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const line = await getOutgoing(tx, params.id);
    const isFree = line.cancelled === null && line.subject === null;
    return { line, mayCancel: isFree && can(tx.actor, 'outgoing.cancel', {}) };
  });

export const actions: Actions = {
  huy: async ({ locals, request, params }) => {
    const form = readForm(await request.formData(), CancelNumber);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    const refused = await locals
      .write((tx) => cancelNumber(tx, params.id, form.value))
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
    redirect(303, `/lam-viec/so-van-ban-di/${params.id}`);
  },
};
