// Next year's plan begun from this one: what carries over, what is still undone, and where a year moves.
import { fail, redirect } from '@sveltejs/kit';
import { newId } from '#lib/platform/index.server.ts';
import { BeginPlan, can, currentDraft, nextDraft, unfinishedOf } from '#lib/plans/index.ts';
import {
  beginNextPlan,
  findComposition,
  getDraft,
  getPlanWithDuties,
  listDutiesInTime,
} from '#lib/plans/index.server.ts';
import { carryOut } from '../../../carry-out.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
  locals.read(async (tx) => {
    const stored = await getDraft(tx, params.id);
    if (stored.status !== 'confirmed') redirect(303, `/lam-viec/ke-hoach/${params.id}/doc`);
    const plan = await getPlanWithDuties(tx, params.id);
    const year = Number((plan.from ?? tx.today).slice(0, 4));
    const begun = await findComposition(tx, params.id, year + 1);
    if (begun) redirect(303, `/lam-viec/ke-hoach/soan/${begun}`);
    const { draft, moved } = nextDraft(currentDraft(stored.history, stored.text), year);
    const unfinished = unfinishedOf(await listDutiesInTime(tx, { planId: params.id }));
    return {
      plan: { id: plan.id, title: plan.title },
      clientKey: newId(),
      mayCompose: can(tx.actor, 'plan.compose', {}),
      year: year + 1,
      title: draft.title,
      topics: draft.topics.map(({ key, text, label }) => ({ key, text: label ?? text })),
      measures: draft.measures.map(({ key, text }) => ({ key, text })),
      units: draft.assignments.map(({ key, unit, duties }) => ({
        key,
        unit,
        duties: duties.length,
      })),
      moved,
      unfinished: unfinished.map(({ id, unitName, text, occurrences }) => ({
        id,
        unitName,
        text,
        count: occurrences.length,
      })),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { id } = event.params;
    const done = await carryOut(event, BeginPlan, (tx, form) => beginNextPlan(tx, id, form));
    if (done.refused) return fail(done.refused.status, { errors: done.refused.errors });
    redirect(303, `/lam-viec/ke-hoach/soan/${done.result}`);
  },
};
