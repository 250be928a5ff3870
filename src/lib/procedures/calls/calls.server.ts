// The log of calls: written down, seen to, answered. The privacy guard keeps callers out of it.
import {
  accountOf,
  findPersonalData,
  isId,
  personalDataNames,
  type Actor,
} from '#lib/platform/index.ts';
import { listOwnContacts, newId, type Tx } from '#lib/platform/index.server.ts';
import { toPlainDate, vietnamInstant } from '#lib/vietnam/index.ts';
import { procedureError } from '../errors.ts';
import type { CallLoggedData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { readProcedureCode } from '../record/codes.ts';
import type { CallForm, CallKind, CallNote } from './call.ts';

const MOST = 500;

/** Writes a call down. @returns its id; @throws LoaError `access.denied`, `call.personal-data` */
export async function logCall(tx: Tx, form: CallForm): Promise<string> {
  requireCan(tx.actor, 'call.log', {});
  await refusePersonalData(tx, 'cau-hoi', form['cau-hoi']);
  await refusePersonalData(tx, 'tra-loi', form['tra-loi']);
  const id = newId();
  const answer = form['tra-loi'].trim();
  const isSettled = answer !== '';
  const code = readProcedureCode(form['ma-thu-tuc'])?.base ?? null;
  await tx.db
    .insertInto('call_note')
    .values({
      commune_id: tx.communeId,
      id,
      called_at: tx.now,
      taken_by: accountOf(tx.actor),
      hotline: form['duong-day'],
      kind: form.loai,
      question: form['cau-hoi'],
      code,
      unit_id: form['don-vi'] || null,
      due_on: form.han || null,
      answer,
      ...(isSettled && settlement(tx.now, tx.actor)),
    })
    .execute();
  const data: CallLoggedData = { kind: form.loai, procedure: code, isSettled };
  tx.record({ kind: 'call.logged', subject: { type: 'call', id }, data: { ...data } });
  return id;
}

/** Says what was answered. @throws LoaError `call.settled`, `call.answer-needed`, `call.personal-data` */
export async function settleCall(tx: Tx, id: string, answer: string): Promise<void> {
  requireCan(tx.actor, 'call.log', {});
  if (answer.trim() === '') throw procedureError('call.answer-needed', {}, 'ket-qua');
  await refusePersonalData(tx, 'ket-qua', answer);
  if (!isId(id)) throw procedureError('call.settled');
  const done = await tx.db
    .updateTable('call_note')
    .set({ answer: answer.trim().slice(0, 2000), ...settlement(tx.now, tx.actor) })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) throw procedureError('call.settled');
  tx.record({ kind: 'call.settled', subject: { type: 'call', id }, data: {} });
}

/** Calls of a stretch of days and all that are still open, the latest first. @param from YYYY-MM-DD */
export async function listCalls(tx: Tx, from: string): Promise<CallNote[]> {
  requireCan(tx.actor, 'call.see', {});
  const begin = vietnamInstant(toPlainDate(from), '00:00');
  const rows = await tx.db
    .selectFrom('call_note')
    .select(['id', 'called_at', 'hotline', 'kind', 'question', 'code', 'unit_id', 'due_on'])
    .select(['answer', 'settled_at'])
    .where((eb) => eb.or([eb('called_at', '>=', begin), eb('settled_at', 'is', null)]))
    .orderBy('called_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    calledAt: new Date(row.called_at).toISOString(),
    hotline: row.hotline,
    kind: row.kind as CallKind,
    question: row.question,
    code: row.code,
    unitId: row.unit_id,
    dueOn: row.due_on,
    answer: row.answer,
    settledAt: row.settled_at && new Date(row.settled_at).toISOString(),
  }));
}

function settlement(now: string, actor: Actor) {
  return { settled_at: now, settled_by: accountOf(actor) };
}

/** The office's own numbers may be told; a caller's may not be kept. */
async function refusePersonalData(tx: Tx, field: string, text: string): Promise<void> {
  const hit = findPersonalData(text, await listOwnContacts(tx))[0];
  if (!hit) return;
  const details = { found: personalDataNames[hit.kind], text: hit.text };
  throw procedureError('call.personal-data', details, field);
}
