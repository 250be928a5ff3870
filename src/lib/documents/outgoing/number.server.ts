// Giving numbers to outgoing documents. Whoever needs a number takes it here, in the transaction that
// issues the document: the number and its document stand or fall together.
import { newId, takeTurns, type Tx } from '#lib/platform/index.server.ts';
import { fold, formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { outgoingError } from './errors.ts';
import type { OutgoingNumberedData } from './events.ts';
import { CancelNumber, numberedCode, PaperToNumber, SeriesStart } from './outgoing.ts';

/** What in Loa a number is for; whoever takes the number cancels it too. */
export interface NumberSubject {
  readonly type: string;
  readonly id: string;
}

export interface TakenNumber {
  readonly id: string;
  readonly number: number;
  readonly code: string;
}

/**
 * The next number of the document's series. Two at once wait for each other, so no number is given
 * twice and none is left out.
 * @throws LoaError `access.*`, `outgoing.future-day`, `outgoing.out-of-order`
 */
export async function takeNumber(
  tx: Tx,
  input: PaperToNumber,
  subject: NumberSubject | null = null,
): Promise<TakenNumber> {
  requireCan(tx.actor, 'outgoing.number', {});
  const paper = PaperToNumber.parse(input);
  const { type, symbol, issuedOn, title, signer, recipients } = paper;
  if (issuedOn > tx.today) {
    throw outgoingError('outgoing.future-day', { day: inWords(issuedOn) }, 'issuedOn');
  }
  const year = Number(issuedOn.slice(0, 4));
  await takeTurns(tx);
  const last = await lastOf(tx, year, type);
  if (last.issuedOn !== null && issuedOn < last.issuedOn) {
    const day = inWords(last.issuedOn);
    throw outgoingError('outgoing.out-of-order', { code: last.code, day }, 'issuedOn');
  }
  const number = last.number + 1;
  const code = numberedCode(number, symbol);
  const id = newId();
  await tx.db
    .insertInto('outgoing_document')
    .values({
      commune_id: tx.communeId,
      id,
      year,
      type,
      number,
      code,
      issued_on: issuedOn,
      title,
      signer,
      recipients,
      copies: paper.copies,
      subject_type: subject?.type ?? null,
      subject_id: subject?.id ?? null,
      search_text: fold([code, title, signer, recipients].join(' ')),
      taken_at: tx.now,
    })
    .execute();
  tx.record({
    kind: 'outgoing.numbered',
    occurredOn: toPlainDate(issuedOn),
    subject: { type: 'outgoing', id },
    data: { code, year, type, number, of: subject?.id ?? null } satisfies OutgoingNumberedData,
  });
  return { id, number, code };
}

/**
 * Takes a number back. It is never given again and stays in the register with the reason.
 * @param by what the number was taken for; a stranger doesn't cancel it
 * @throws LoaError `access.*`, `outgoing.*`
 */
export async function cancelNumber(
  tx: Tx,
  id: string,
  input: CancelNumber,
  by: NumberSubject | null = null,
): Promise<void> {
  requireCan(tx.actor, 'outgoing.cancel', {});
  const { reason } = CancelNumber.parse(input);
  const row = await tx.db
    .selectFrom('outgoing_document')
    .select(['code', 'subject_id', 'cancelled_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw outgoingError('outgoing.not-found');
  const { code } = row;
  if (row.cancelled_at !== null) throw outgoingError('outgoing.cancelled', { code });
  if (row.subject_id !== (by?.id ?? null)) throw outgoingError('outgoing.belongs', { code });
  const cancelled = await tx.db
    .updateTable('outgoing_document')
    .set({ cancelled_at: tx.now, cancelled_reason: reason })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!cancelled) throw outgoingError('outgoing.cancelled', { code });
  tx.record({ kind: 'outgoing.cancelled', subject: { type: 'outgoing', id }, data: { code } });
}

/**
 * Says that the first numbers of a series stand elsewhere, such as in this year's paper book.
 * @throws LoaError `access.*`, `outgoing.series-begun`
 */
export async function startSeries(tx: Tx, input: SeriesStart): Promise<void> {
  requireCan(tx.actor, 'outgoing.number', {});
  const { type, reason, ...given } = SeriesStart.parse(input);
  const [year, lastNumber] = [Number(given.year), Number(given.lastNumber)];
  await takeTurns(tx);
  const last = await lastOf(tx, year, type);
  if (last.number > 0) throw outgoingError('outgoing.series-begun', { year });
  await tx.db
    .insertInto('outgoing_start')
    .values({
      commune_id: tx.communeId,
      year,
      type,
      last_number: lastNumber,
      reason,
      set_at: tx.now,
    })
    .execute();
  tx.record({
    kind: 'outgoing.series-started',
    subject: { type: 'commune', id: tx.communeId },
    data: { year, type, after: lastNumber },
  });
}

/** Where the number's document stands in the register of documents. */
export async function linkToRegister(tx: Tx, id: string, entryId: string): Promise<void> {
  requireCan(tx.actor, 'outgoing.number', {});
  await tx.db
    .updateTable('outgoing_document')
    .set({ register_entry_id: entryId })
    .where('id', '=', id)
    .execute();
}

interface LastNumber {
  readonly number: number;
  readonly code: string;
  readonly issuedOn: string | null;
}

/** The last number given, a cancelled one too; the series' start where there is none. */
async function lastOf(tx: Tx, year: number, type: string): Promise<LastNumber> {
  const last = await tx.db
    .selectFrom('outgoing_document')
    .select(['number', 'code', 'issued_on'])
    .where('year', '=', year)
    .where('type', '=', type)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last) return { number: last.number, code: last.code, issuedOn: last.issued_on };
  const start = await tx.db
    .selectFrom('outgoing_start')
    .select('last_number')
    .where('year', '=', year)
    .where('type', '=', type)
    .executeTakeFirst();
  return { number: start?.last_number ?? 0, code: '', issuedOn: null };
}

function inWords(day: string): string {
  return formatDate(toPlainDate(day));
}
