// A plan in force: what it sets out to tell, by which means, and the duties of each unit.
import { fail, redirect } from '@sveltejs/kit';
import { canWithDocuments, checkAgainstRegister, type Reference } from '#lib/documents/index.ts';
import { findCited } from '#lib/documents/index.server.ts';
import { isLoaError, readForm, refusalOf } from '#lib/platform/index.ts';
import { can, WithdrawPlan } from '#lib/plans/index.ts';
import {
  findPersonalInPlan,
  findPlanChanges,
  getActKinds,
  getDraft,
  getPlanWithDuties,
  publishPlan,
  withdrawPlan,
} from '#lib/plans/index.server.ts';
import { dayOf } from '../../van-ban/day.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const stored = await getDraft(tx, params.id);
    if (stored.status !== 'confirmed') redirect(303, `/lam-viec/ke-hoach/${params.id}/doc`);
    const plan = await getPlanWithDuties(tx, params.id);
    const mayPublish = can(locals.actor, 'plan.publish', {});
    const personal =
      mayPublish && !plan.publishedAt ? (await findPersonalInPlan(tx, stored)).length : 0;
    const cited = uniqueCitations(stored.reading.references);
    // The state shown is today's; what had ended when the plan was signed is a mistake of the plan.
    const [then, now] = [plan.issuedOn ?? dayOf(locals), dayOf(locals)];
    const names = cited.map(({ code, date, issuer }) => ({ code, issuedOn: date, issuer }));
    const known = await findCited(tx, names, now);
    const atSigning = then === now ? known : await findCited(tx, names, then);
    return {
      plan,
      citations: cited.map((citation, index) => ({ ...citation, known: known[index] ?? null })),
      mayRegister: canWithDocuments(locals.actor, 'document.register', {}),
      findings: [
        ...stored.reading.findings,
        ...checkAgainstRegister(
          cited.map((reference, index) => ({
            reference,
            validity: atSigning[index]?.validity ?? null,
          })),
        ),
      ],
      channels: Object.fromEntries(
        getActKinds().channels.map((channel) => [channel.id, channel.short]),
      ),
      sourceName: stored.sourceName,
      mayPublish,
      mayAmend: can(locals.actor, 'plan.amend', {}),
      changes: await findPlanChanges(tx, params.id),
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

/** Each cited document once, where it is cited first. */
function uniqueCitations(references: readonly Reference[] = []): Reference[] {
  return references.filter(
    (one, index) =>
      references.findIndex((other) => other.code === one.code && other.date === one.date) === index,
  );
}
