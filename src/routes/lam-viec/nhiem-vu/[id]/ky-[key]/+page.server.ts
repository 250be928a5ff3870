// One dated occurrence: why it stands as it does, and what can be decided about it.
import { fail, redirect } from '@sveltejs/kit';
import {
  can,
  ExcuseOccurrence,
  HandOverOccurrence,
  MoveOccurrence,
  ReinstateOccurrence,
  TieAct,
} from '#lib/plans/index.ts';
import {
  excuseOccurrence,
  getActKinds,
  getDutyInTime,
  handOverOccurrence,
  listActs,
  listDecisions,
  listOpenUnits,
  moveOccurrence,
  reinstateOccurrence,
  tieAct,
} from '#lib/plans/index.server.ts';
import { isId, platformError, readForm, refusalOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import type { z } from 'zod';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
  locals.read(async (tx) => {
    const missing = platformError('record.not-found', { what: 'kỳ này của nhiệm vụ' });
    if (!isId(params.id)) throw missing;
    const duty = await getDutyInTime(tx, params.id);
    const occurrence = duty.occurrences.find(({ key }) => key === params.key);
    if (!occurrence) throw missing;
    const all = await listActs(tx, { dutyId: params.id }, { size: 200, start: 0 });
    const units = await listOpenUnits(tx);
    const others = duty.occurrences.filter(({ key }) => key !== params.key);
    return {
      about: duty.about,
      occurrence,
      acts: all.acts.filter(({ id }) => occurrence.actIds.includes(id)),
      // Acts of the duty that could be tied here: those of other occurrences, and of none.
      elsewhere: all.acts.filter(({ id }) => !occurrence.actIds.includes(id)),
      tied: occurrence.why
        .filter(({ rule }) => rule === 'occurrence.act-tied')
        .map(({ act }) => act),
      others: others.length,
      decisions: (await listDecisions(tx, params.id)).filter(
        ({ occurrence: key }) => key === params.key,
      ),
      units,
      unitNames: Object.fromEntries([
        ...units.map(({ id, name }) => [id, name] as const),
        [duty.about.unit, duty.about.unitName] as const,
      ]),
      table: getActKinds(),
      mayDecide: can(locals.actor, 'occurrence.decide', {}),
      mayTie: can(locals.actor, 'occurrence.tie', { unitId: occurrence.unit }),
      today: tx.today,
    };
  });

export const actions: Actions = {
  doi: (event) => act(event, 'doi', MoveOccurrence, moveOccurrence),
  mien: (event) => act(event, 'mien', ExcuseOccurrence, excuseOccurrence),
  chuyen: (event) => act(event, 'chuyen', HandOverOccurrence, handOverOccurrence),
  'tra-lai': (event) => act(event, 'tra-lai', ReinstateOccurrence, reinstateOccurrence),
  gan: async ({ locals, params, request }) => {
    const data = await request.formData();
    const tie = data.get('bo') === null;
    const given = {
      dutyId: params.id,
      key: params.key,
      actId: String(data.get('actId') ?? ''),
      tie,
    };
    const parsed = TieAct.safeParse(given);
    if (!parsed.success) {
      const errors = [{ name: 'actId', message: 'Chọn một hoạt động để gắn.' }];
      return fail(422, { what: 'gan', errors, values: {} });
    }
    const refusal = await locals.write((tx) => tieAct(tx, parsed.data)).catch(refusalOf);
    if (refusal) return fail(refusal.status, { what: 'gan', errors: refusal.errors, values: {} });
    redirect(303, `/lam-viec/nhiem-vu/${params.id}/ky-${params.key}`);
  },
};

async function act<Schema extends z.ZodObject>(
  { locals, params, request }: RequestEvent,
  what: string,
  schema: Schema,
  decide: (tx: Tx, input: never) => Promise<void>,
) {
  const data = await request.formData();
  data.set('dutyId', params.id);
  data.set('key', params.key);
  const answer = readForm(data, schema);
  if (!answer.ok) return fail(422, { what, errors: answer.errors, values: answer.values });
  const refusal = await locals.write((tx) => decide(tx, answer.value as never)).catch(refusalOf);
  if (refusal) return fail(refusal.status, { what, errors: refusal.errors, values: answer.values });
  redirect(303, `/lam-viec/nhiem-vu/${params.id}/ky-${params.key}`);
}
