// Unfinished duties of earlier plans, offered to this one.
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import { CarryOver, requireCan } from '#lib/plans/index.ts';
import { carryOver, getPlanWithDuties, listUnfinished } from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    requireCan(tx.actor, 'plan.carry', {});
    const { id, title } = await getPlanWithDuties(tx, params.id);
    return { plan: { id, title }, unfinished: await listUnfinished(tx, params.id) };
  });

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const given = CarryOver.omit({ planId: true });
    const form = readForm(await request.formData(), given, ['dutyIds']);
    if (!form.ok) return fail(422, { errors: form.errors });
    const refused = await locals
      .write((tx) => carryOver(tx, { planId: params.id, dutyIds: form.value.dutyIds }))
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors });
    redirect(303, `/lam-viec/ke-hoach/${params.id}`);
  },
};
