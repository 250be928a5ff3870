// The commune's own words of a procedure on their way to the public: written, submitted, approved by somebody
// else or sent back. They are public once approved, so the privacy guard looks before they are submitted.
import {
  accountOf,
  findPersonalData,
  personalDataNames,
  platformError,
} from '#lib/platform/index.ts';
import { listHotlines, sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { procedureError } from '../errors.ts';
import { requireCan } from '../permissions.ts';
import { procedureId } from '../versions/procedure-id.server.ts';
import { guideParts } from './guide-editions.ts';
import { ProcedureGuide } from './guide.ts';

export interface WrittenGuide {
  readonly guide: ProcedureGuide;
  /** YYYY-MM-DD */
  readonly effectiveFrom: string;
  /** The number of the last edition its writer knew of; 0 for none. */
  readonly basedOn: number;
}

/**
 * Submits the words of a procedure; one that waited of it before counts as written anew.
 * @returns the edition's number
 * @throws LoaError `access.denied`, `procedure.unknown`, `procedure.personal-data`,
 *   `procedure.day-malformed`, `procedure.hotline-unknown`, `record.changed`
 */
export async function submitGuide(tx: Tx, code: string, written: WrittenGuide): Promise<number> {
  requireCan(tx.actor, 'procedure.guide', {});
  return writeEdition(tx, code, written);
}

/**
 * Writes an edition that holds without a second pair of eyes, and says why.
 * @throws LoaError like {@link submitGuide}, `procedure.force-reason-needed`
 */
export async function forceGuide(
  tx: Tx,
  code: string,
  written: WrittenGuide,
  reason: string,
): Promise<void> {
  requireCan(tx.actor, 'procedure.guide-force', {});
  if (reason.trim() === '') throw procedureError('procedure.force-reason-needed', {}, 'reason');
  refusePersonalData('Lý do', reason, 'reason');
  const number = await writeEdition(tx, code, written);
  await decide(tx, code, number, { status: 'approved', forced: true, reason: reason.trim() });
}

/**
 * Makes an edition hold from its day on.
 * @throws LoaError `access.denied`, `procedure.own-guide`, `procedure.guide-decided`
 */
export async function approveGuide(tx: Tx, code: string, number: number): Promise<void> {
  requireCan(tx.actor, 'procedure.guide-approve', {});
  await decide(tx, code, number, { status: 'approved', forced: false, reason: null });
}

/**
 * Sends an edition back to whoever wrote it.
 * @throws LoaError `access.denied`, `procedure.return-reason-needed`, `procedure.own-guide`,
 *   `procedure.guide-decided`
 */
export async function returnGuide(
  tx: Tx,
  code: string,
  number: number,
  reason: string,
): Promise<void> {
  requireCan(tx.actor, 'procedure.guide-approve', {});
  if (reason.trim() === '') throw procedureError('procedure.return-reason-needed', {}, 'reason');
  await decide(tx, code, number, { status: 'returned', forced: false, reason: reason.trim() });
}

async function writeEdition(tx: Tx, code: string, written: WrittenGuide): Promise<number> {
  const guide = ProcedureGuide.parse(written.guide);
  const { effectiveFrom, basedOn } = written;
  if (!isPlainDate(effectiveFrom)) {
    throw procedureError('procedure.day-malformed', { day: effectiveFrom }, 'effectiveFrom');
  }
  refuseAnythingPersonal(guide);
  await requireKnown(tx, code, guide);
  const last = await tx.db
    .selectFrom('procedure_guide_edition')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('code', '=', code)
    .executeTakeFirst();
  const what = `Hướng dẫn của thủ tục ${code}`;
  if ((last?.number ?? 0) !== basedOn) throw platformError('record.changed', { what });
  await tx.db
    .updateTable('procedure_guide_edition')
    .set({ status: 'rewritten', decided_at: tx.now })
    .where('code', '=', code)
    .where('status', '=', 'submitted')
    .execute();
  const number = basedOn + 1;
  const text = JSON.stringify(guide);
  const saved = await tx.db
    .insertInto('procedure_guide_edition')
    .values({
      commune_id: tx.communeId,
      code,
      number,
      status: 'submitted',
      guide: text,
      effective_from: effectiveFrom,
      written_at: tx.now,
      written_by: accountOf(tx.actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  // Two at once: the second learns that there is a newer one.
  if (saved.numInsertedOrUpdatedRows !== 1n) throw platformError('record.changed', { what });
  tx.record({
    kind: 'procedure.guide-submitted',
    subject: { type: 'procedure', id: procedureId(tx, code) },
    data: { code, number, effective: effectiveFrom, digest: sha256Hex(text) },
  });
  return number;
}

interface Decision {
  readonly status: 'approved' | 'returned';
  readonly forced: boolean;
  readonly reason: string | null;
}

async function decide(
  tx: Tx,
  code: string,
  number: number,
  { status, forced, reason }: Decision,
): Promise<void> {
  const row = await tx.db
    .selectFrom('procedure_guide_edition')
    .select(['status', 'written_by', 'guide', 'effective_from'])
    .where('code', '=', code)
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  if (row?.status !== 'submitted') throw procedureError('procedure.guide-decided');
  const account = accountOf(tx.actor);
  if (!forced && row.written_by === account) throw procedureError('procedure.own-guide');
  await tx.db
    .updateTable('procedure_guide_edition')
    .set({ status, forced, reason, decided_at: tx.now, decided_by: account })
    .where('code', '=', code)
    .where('number', '=', number)
    .execute();
  tx.record({
    kind: status === 'approved' ? 'procedure.guide-approved' : 'procedure.guide-returned',
    subject: { type: 'procedure', id: procedureId(tx, code) },
    data: {
      code,
      number,
      effective: row.effective_from,
      digest: sha256Hex(row.guide),
      ...(forced && { forced }),
    },
  });
}

async function requireKnown(tx: Tx, code: string, { hotline }: ProcedureGuide): Promise<void> {
  const known = await tx.db
    .selectFrom('procedure_version')
    .select('code')
    .where('code', '=', code)
    .limit(1)
    .executeTakeFirst();
  if (!known) throw procedureError('procedure.unknown', { code });
  if (hotline === '') return;
  if (!(await listHotlines(tx)).some(({ id }) => id === hotline)) {
    throw procedureError('procedure.hotline-unknown', {}, 'hotline');
  }
}

function refuseAnythingPersonal(guide: ProcedureGuide): void {
  const { questions, hotline: _hotline, onlineUrl: _onlineUrl, ...words } = guide;
  for (const [name, text] of Object.entries(words)) {
    refusePersonalData(guideParts[name as keyof typeof words], text, name);
  }
  for (const { question, answer } of questions) {
    refusePersonalData(guideParts.questions, `${question}\n${answer}`, 'questions');
  }
}

function refusePersonalData(label: string, text: string, field: string): void {
  const hit = findPersonalData(text)[0];
  if (!hit) return;
  throw procedureError(
    'procedure.personal-data',
    { field: label, found: personalDataNames[hit.kind] },
    field,
  );
}
