// One duty: its sentence, its occurrences over the year, targets, and what was decided about it.
import { fail, redirect } from '@sveltejs/kit';
import { can, SetTarget } from '#lib/plans/index.ts';
import {
  getActKinds,
  getDutyInTime,
  listActs,
  listDecisions,
  listOpenUnits,
  setTarget,
} from '#lib/plans/index.server.ts';
import { isId, platformError, refusalOf } from '#lib/platform/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
  locals.read(async (tx) => {
    if (!isId(params.id)) throw platformError('record.not-found', { what: 'nhiệm vụ này' });
    const duty = await getDutyInTime(tx, params.id);
    const acts = await listActs(tx, { dutyId: params.id }, { size: 200, start: 0 });
    const units = await listOpenUnits(tx);
    return {
      duty,
      acts: acts.acts,
      total: acts.total,
      decisions: await listDecisions(tx, params.id),
      unitNames: Object.fromEntries([
        ...units.map(({ id, name }) => [id, name] as const),
        [duty.about.unit, duty.about.unitName] as const,
      ]),
      table: getActKinds(),
      maySet: can(locals.actor, 'duty.set-cadence', {}),
      today: tx.today,
    };
  });

export const actions: Actions = {
  'chi-tieu': async ({ locals, params, request }) => {
    const data = await request.formData();
    const text = String(data.get('so') ?? '').trim();
    const typed = { quantity: String(data.get('loai') ?? ''), amount: text };
    const amount = text === '' ? null : Number(text);
    const parsed = SetTarget.safeParse({ dutyId: params.id, quantity: typed.quantity, amount });
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, message }) => ({
        name: path[0] === 'quantity' ? 'loai' : 'so',
        message,
      }));
      return fail(422, { errors, typed });
    }
    const refusal = await locals.write((tx) => setTarget(tx, parsed.data)).catch(refusalOf);
    if (refusal) return fail(refusal.status, { errors: refusal.errors, typed });
    redirect(303, `/lam-viec/nhiem-vu/${params.id}`);
  },
};
