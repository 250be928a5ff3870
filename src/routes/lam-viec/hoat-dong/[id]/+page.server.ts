// One act: what it was, its evidence, its history; withdrawing it and adding or removing evidence.
import { fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { isLoaError, readForm, type FormFault } from '#lib/platform/index.ts';
import { type Tx } from '#lib/platform/index.server.ts';
import {
  AddEvidence,
  can,
  effectInWords,
  eventInWords,
  NoteEffect,
  RemoveEvidence,
  requireCan,
  ReuseEvidence,
  WithdrawAct,
  WithdrawEffect,
} from '#lib/plans/index.ts';
import {
  addEvidence,
  findArrivalOf,
  getAct,
  getActKinds,
  getActStory,
  listEffects,
  listReusableEvidence,
  listSharedUses,
  noteEffect,
  removeEvidence,
  retryLinkSnapshot,
  reportingSubject,
  reuseEvidence,
  withdrawAct,
  withdrawEffect,
  type ActStory,
} from '#lib/plans/index.server.ts';
import { formatInstant } from '#lib/vietnam/index.ts';
import { faultsOf, readActForm } from '../act-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const act = await getAct(tx, params.id);
    const standing = act.withdrawnAt === null;
    const unit = await reportingSubject(tx, act.unitId);
    const mayAddEvidence = standing && can(locals.actor, 'evidence.add', unit);
    const files = act.files.flatMap(({ file }) => file?.sha256 ?? []);
    return {
      act,
      cameFrom: (await findArrivalOf(tx, act.id)) ?? null,
      table: getActKinds(),
      story: tell(await getActStory(tx, act.id), act.withdrawnReason),
      isNew: url.searchParams.has('moi'),
      mayCorrect: standing && can(locals.actor, 'act.correct', unit),
      mayWithdraw: standing && can(locals.actor, 'act.withdraw', unit),
      mayAddEvidence,
      effects: (await listEffects(tx, { actId: act.id })).map(({ id, notedAt, ...sign }) => ({
        id,
        notedAt,
        words: effectInWords(sign),
      })),
      mayNote: standing && can(locals.actor, 'effect.note', unit),
      mayTakeBack: can(locals.actor, 'effect.withdraw', unit),
      reusable: mayAddEvidence ? await listReusableEvidence(tx, act.id) : [],
      sharedUses: await listSharedUses(tx, act.id, files),
    };
  });

export const actions: Actions = {
  'minh-chung': async ({ locals, params, request }) => {
    const unit = await locals.read(async (tx) =>
      reportingSubject(tx, (await getAct(tx, params.id)).unitId),
    );
    requireCan(locals.actor, 'evidence.add', unit);
    const data = await request.formData();
    const sent = await readActForm(locals.commune.id, data, { evidence: true });
    const input = { ...sent.input, actId: params.id };
    const checked = AddEvidence.safeParse(input);
    const errors = [...sent.errors, ...(checked.success ? [] : faultsOf(checked.error))];
    if (!checked.success || errors.length > 0) {
      return fail(422, { what: 'evidence', errors, typed: sent.typed });
    }
    const refused = await attempt(locals, (tx) => addEvidence(tx, checked.data));
    if (refused) return fail(refused.status, { what: 'evidence', ...refused, typed: sent.typed });
    redirect(303, `/lam-viec/hoat-dong/${params.id}#minh-chung`);
  },
  'dung-lai': async ({ locals, params, request }) => {
    const data = await request.formData();
    data.set('actId', params.id);
    const form = readForm(data, ReuseEvidence, ['evidence']);
    if (!form.ok) return fail(422, { what: 'reuse', errors: form.errors, typed: null });
    const refused = await attempt(locals, (tx) => reuseEvidence(tx, form.value));
    if (refused) return fail(refused.status, { what: 'reuse', ...refused, typed: null });
    redirect(303, `/lam-viec/hoat-dong/${params.id}#minh-chung`);
  },
  'go-minh-chung': async ({ locals, params, request }) => {
    const data = Object.fromEntries(await request.formData());
    return settle(locals, params.id, 'remove', RemoveEvidence.safeParse(data), removeEvidence);
  },
  'chup-lai': async ({ locals, params, request }) => {
    const id = String((await request.formData()).get('id') ?? '');
    await locals.write((tx) => retryLinkSnapshot(tx, id));
    redirect(303, `/lam-viec/hoat-dong/${params.id}#minh-chung`);
  },
  'dau-hieu': async ({ locals, params, request }) => {
    const data = await request.formData();
    data.set('actId', params.id);
    const form = readForm(data, NoteEffect);
    const typed = { fields: form.values as Record<string, string>, kept: [] };
    if (!form.ok) return fail(422, { what: 'effect', errors: form.errors, typed });
    const given = { ...form.value, amount: String(form.value.amount ?? '') };
    const refused = await attempt(locals, (tx) => noteEffect(tx, given));
    if (refused) return fail(refused.status, { what: 'effect', ...refused, typed });
    redirect(303, `/lam-viec/hoat-dong/${params.id}#dau-hieu`);
  },
  'rut-dau-hieu': async ({ locals, params, request }) => {
    const form = readForm(await request.formData(), WithdrawEffect);
    const typed = { fields: form.values as Record<string, string>, kept: [] };
    // Every sign has such a form: the fault leads to the one that was sent.
    const named = (faults: readonly FormFault[]) =>
      faults.map((one) => ({ ...one, name: `rut-${typed.fields['id'] ?? ''}` }));
    if (!form.ok) return fail(422, { what: 'take-back', errors: named(form.errors), typed });
    const refused = await attempt(locals, (tx) => withdrawEffect(tx, form.value));
    if (refused) {
      return fail(refused.status, { what: 'take-back', errors: named(refused.errors), typed });
    }
    redirect(303, `/lam-viec/hoat-dong/${params.id}#dau-hieu`);
  },
  rut: async ({ locals, params, request }) => {
    const data = { ...Object.fromEntries(await request.formData()), id: params.id };
    return settle(locals, params.id, 'withdraw', WithdrawAct.safeParse(data), withdrawAct);
  },
};

async function settle<Value>(
  locals: App.Locals,
  id: string,
  what: 'remove' | 'withdraw',
  checked: z.ZodSafeParseResult<Value>,
  act: (tx: Tx, value: Value) => Promise<void>,
) {
  if (!checked.success) return fail(422, { what, errors: faultsOf(checked.error), typed: null });
  const refused = await attempt(locals, (tx) => act(tx, checked.data));
  if (refused) return fail(refused.status, { what, ...refused, typed: null });
  redirect(303, `/lam-viec/hoat-dong/${id}`);
}

async function attempt(
  locals: App.Locals,
  work: (tx: Tx) => Promise<unknown>,
): Promise<{ status: number; errors: FormFault[] } | undefined> {
  try {
    await locals.write(work);
    return undefined;
  } catch (failure) {
    if (!isLoaError(failure) || failure.status === 403) throw failure;
    const message = `${failure.what} ${failure.todo}`;
    return { status: failure.status, errors: [{ name: failure.field ?? '', message }] };
  }
}

/** The history in words, latest first, each with who did it and why. */
function tell({ events, reasons, names }: ActStory, withdrawnReason: string | null) {
  return events.toReversed().map((event) => {
    const version = (event.data as { version?: number }).version ?? 0;
    const reason =
      event.kind === 'act.withdrawn'
        ? withdrawnReason
        : event.kind === 'act.corrected'
          ? reasons.get(version)
          : undefined;
    const who = names.get(event.actor) ?? 'Hệ thống';
    return {
      id: String(event.seq),
      when: formatInstant(event.at),
      title: eventInWords(event),
      text: reason ? `${who}. Lý do: ${reason}` : who,
    };
  });
}
