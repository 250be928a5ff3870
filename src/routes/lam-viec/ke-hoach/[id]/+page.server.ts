// A plan in force: what it sets out to tell, by which means, and the duties of each unit.
import { fail, redirect } from '@sveltejs/kit';
import { isLoaError, readForm, refusalOf } from '#lib/platform/index.ts';
import { can, WithdrawPlan } from '#lib/plans/index.ts';
import {
  findPersonalInPlan,
  getActKinds,
  getDraft,
  getPlanWithDuties,
  publishPlan,
  withdrawPlan,
} from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const stored = await getDraft(tx, params.id);
    if (stored.status !== 'confirmed') redirect(303, `/lam-viec/ke-hoach/${params.id}/doc`);
    const plan = await getPlanWithDuties(tx, params.id);
    const mayPublish = can(locals.actor, 'plan.publish', {});
    const personal =
      mayPublish && !plan.publishedAt ? (await findPersonalInPlan(tx, stored)).length : 0;
    return {
      plan,
      findings: stored.reading.findings,
      channels: Object.fromEntries(
        getActKinds().channels.map((channel) => [channel.id, channel.short]),
      ),
      sourceName: stored.sourceName,
      mayPublish,
      personal,
      isNew: url.searchParams.has('moi'),
    };
  });

export const actions: Actions = {
  'cong-khai': async ({ request, locals, params }) => {
    const choice = (await request.formData()).get('rieng-tu');
    const privacy = choice === 'mask' || choice === 'allow' ? choice : null;
    try {
      await locals.write((tx) => publishPlan(tx, { planId: params.id, privacy }));
    } catch (failure) {
      if (!isLoaError(failure)) throw failure;
      return fail(failure.status, { what: failure.what, todo: failure.todo });
    }
    redirect(303, `/lam-viec/ke-hoach/${params.id}`);
  },
  go: async ({ request, locals, params }) => {
    const answer = readForm(await request.formData(), WithdrawPlan.omit({ planId: true }));
    if (!answer.ok) return fail(422, { errors: answer.errors, reason: answer.values['reason'] });
    const { reason } = answer.value;
    const refusal = await locals
      .write((tx) => withdrawPlan(tx, { planId: params.id, reason }))
      .catch(refusalOf);
    if (refusal) return fail(refusal.status, { errors: refusal.errors, reason });
    redirect(303, `/lam-viec/ke-hoach/${params.id}`);
  },
};
