// Amending a plan in force: looked at side by side before it is recorded.
import { fail, redirect } from '@sveltejs/kit';
import { refusalOf } from '#lib/platform/index.ts';
import { type PlanChange, requireCan } from '#lib/plans/index.ts';
import {
  amendPlan,
  getPlanWithDuties,
  listOpenUnits,
  previewAmendment,
} from '#lib/plans/index.server.ts';
import { inForm, NEW_DUTIES, NEW_TOPICS, readAmendment } from './edit-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    requireCan(tx.actor, 'plan.amend', {});
    const plan = await getPlanWithDuties(tx, params.id);
    const units = await listOpenUnits(tx);
    return {
      plan: { id: plan.id, title: plan.title, from: plan.from ?? '', to: plan.to ?? '' },
      topics: plan.topics.filter(({ validTo }) => validTo === null),
      groups: plan.units
        .map((unit) => ({
          id: unit.id,
          unitId: unit.unitId,
          name: unit.unitName,
          duties: unit.duties.filter(({ validTo }) => validTo === null),
        }))
        .filter(({ duties }) => duties.length > 0),
      units: units.map(({ id, name }) => ({ value: id, label: name })),
      today: tx.today,
      room: { topics: NEW_TOPICS, duties: NEW_DUTIES },
    };
  });

const none: PlanChange[] = [];

export const actions: Actions = {
  xem: async ({ locals, params, request }) => {
    const form = readAmendment(params.id, await request.formData());
    if (!form.ok) return fail(422, { errors: form.errors, typed: form.typed, changes: none });
    let changes = none;
    const refusal = await locals
      .read(async (tx) => {
        changes = await previewAmendment(tx, form.value);
      })
      .then(() => undefined, refusalOf);
    if (refusal) {
      return fail(refusal.status, {
        errors: refusal.errors.map(inForm),
        typed: form.typed,
        changes: none,
      });
    }
    return { errors: [], typed: form.typed, changes };
  },
  ghi: async ({ locals, params, request }) => {
    const form = readAmendment(params.id, await request.formData());
    if (!form.ok) return fail(422, { errors: form.errors, typed: form.typed, changes: none });
    const refusal = await locals
      .write((tx) => amendPlan(tx, form.value))
      .then(() => undefined, refusalOf);
    if (refusal) {
      return fail(refusal.status, {
        errors: refusal.errors.map(inForm),
        typed: form.typed,
        changes: none,
      });
    }
    redirect(303, `/lam-viec/ke-hoach/${params.id}/lich-su`);
  },
};
