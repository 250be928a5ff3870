// Closing a plan before its time, alone or because another takes its place.
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import { ClosePlan, requireCan } from '#lib/plans/index.ts';
import { closePlan, getPlanWithDuties, listPlans } from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    requireCan(tx.actor, 'plan.close', {});
    const plan = await getPlanWithDuties(tx, params.id);
    const others = (await listPlans(tx)).filter(
      ({ id, status }) => id !== params.id && status === 'confirmed',
    );
    return {
      plan: { id: plan.id, title: plan.title, from: plan.from ?? '', to: plan.to ?? '' },
      others: others.map(({ id, title }) => ({ value: id, label: title })),
      usual: plan.to !== null && tx.today > plan.to ? plan.to : tx.today,
    };
  });

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = readForm(await request.formData(), ClosePlan.omit({ planId: true }));
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    const { replacedBy, ...given } = form.value;
    const refused = await locals
      .write((tx) => closePlan(tx, { ...given, planId: params.id, replacedBy: replacedBy ?? '' }))
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
    redirect(303, `/lam-viec/ke-hoach/${params.id}`);
  },
};
