// The outgoing register as lists show it: a year's numbers, found by words, cancelled ones among them.
import { sql } from 'kysely';
import { isId } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { fold } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { outgoingError } from './errors.ts';
import type { NumberSubject } from './number.server.ts';
import { unexplainedGaps } from './outgoing.ts';

export interface OutgoingFilter {
  readonly year: number;
  /** Words of code, title, signer, recipients; accents optional. */
  readonly words?: string;
  readonly type?: string;
}

export interface OutgoingLine {
  readonly id: string;
  readonly type: string;
  readonly number: number;
  readonly code: string;
  readonly issuedOn: string;
  readonly title: string;
  readonly signer: string;
  /** One a line. */
  readonly recipients: string;
  readonly copies: number | null;
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly registerEntryId: string | null;
  readonly takenAt: string;
  readonly cancelled: { readonly at: string; readonly reason: string } | null;
}

/** A year's numbers, the newest first. @throws LoaError `access.*` */
export async function listOutgoing(
  tx: Tx,
  filter: OutgoingFilter,
  page: { readonly size: number; readonly start: number },
): Promise<{ total: number; lines: OutgoingLine[] }> {
  requireCan(tx.actor, 'document.see', {});
  let query = tx.db.selectFrom('outgoing_document').where('year', '=', filter.year);
  for (const word of fold(filter.words ?? '')
    .split(/\s+/)
    .filter(Boolean)) {
    query = query.where(sql<boolean>`position(${word} in search_text) > 0`);
  }
  if (filter.type) query = query.where('type', '=', filter.type);
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy('issued_on', 'desc')
    .orderBy('taken_at', 'desc')
    .orderBy('number', 'desc')
    .limit(page.size)
    .offset(page.start)
    .execute();
  return { total: Number(total), lines: rows.map(lineOf) };
}

/** @throws LoaError `access.*`, `outgoing.not-found` */
export async function getOutgoing(tx: Tx, id: string): Promise<OutgoingLine> {
  requireCan(tx.actor, 'document.see', {});
  const row = isId(id)
    ? await tx.db
        .selectFrom('outgoing_document')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw outgoingError('outgoing.not-found');
  return lineOf(row);
}

/** The number that something in Loa holds; a cancelled one it holds no longer. @throws LoaError `access.*` */
export async function findNumberOf(
  tx: Tx,
  { type, id }: NumberSubject,
): Promise<OutgoingLine | undefined> {
  requireCan(tx.actor, 'document.see', {});
  const row = await tx.db
    .selectFrom('outgoing_document')
    .selectAll()
    .where('subject_id', '=', id)
    .where('subject_type', '=', type)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return row && lineOf(row);
}

export interface Series {
  readonly type: string;
  readonly last: number;
  readonly cancelled: number;
  /** What stands before the first number of this register. */
  readonly before: { readonly last: number; readonly reason: string } | null;
  /** Numbers that stand nowhere; a sound register has none. */
  readonly gaps: readonly number[];
}

/** The series of a year: how far each has come, and that nothing in it is missing. */
export async function listSeries(tx: Tx, year: number): Promise<Series[]> {
  requireCan(tx.actor, 'document.see', {});
  const rows = await tx.db
    .selectFrom('outgoing_document')
    .select(['type', 'number', 'cancelled_at'])
    .where('year', '=', year)
    .execute();
  const starts = await tx.db
    .selectFrom('outgoing_start')
    .select(['type', 'last_number', 'reason'])
    .where('year', '=', year)
    .execute();
  const types = [...new Set([...rows, ...starts].map(({ type }) => type))].sort();
  return types.map((type) => {
    const own = rows.filter((row) => row.type === type);
    const start = starts.find((row) => row.type === type);
    const numbers = own.map(({ number }) => number);
    return {
      type,
      last: Math.max(start?.last_number ?? 0, ...numbers),
      cancelled: own.filter(({ cancelled_at }) => cancelled_at !== null).length,
      before: start ? { last: start.last_number, reason: start.reason } : null,
      gaps: unexplainedGaps(numbers, start?.last_number ?? 0),
    };
  });
}

function lineOf(row: {
  id: string;
  type: string;
  number: number;
  code: string;
  issued_on: string;
  title: string;
  signer: string;
  recipients: string;
  copies: number | null;
  subject_type: string | null;
  subject_id: string | null;
  register_entry_id: string | null;
  taken_at: string;
  cancelled_at: string | null;
  cancelled_reason: string | null;
}): OutgoingLine {
  const { subject_type, subject_id, cancelled_at, cancelled_reason } = row;
  return {
    id: row.id,
    type: row.type,
    number: row.number,
    code: row.code,
    issuedOn: row.issued_on,
    title: row.title,
    signer: row.signer,
    recipients: row.recipients,
    copies: row.copies,
    subject: subject_type && subject_id ? { type: subject_type, id: subject_id } : null,
    registerEntryId: row.register_entry_id,
    takenAt: row.taken_at,
    cancelled: cancelled_at === null ? null : { at: cancelled_at, reason: cancelled_reason ?? '' },
  };
}
