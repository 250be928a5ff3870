// Urging and inspection: recorded with the overdue occurrences they name, answered by the unit, and written
// as an official letter.
import type { WrittenDocument } from '#lib/documents/index.ts';
import { findNumberOf } from '#lib/documents/index.server.ts';
import { newId, readCommune, type Tx } from '#lib/platform/index.server.ts';
import { isId } from '#lib/platform/index.ts';
import { formatDate, toPlainDate, type PlainDate } from '#lib/vietnam/index.ts';
import { reportingSubject } from '../acts/reporting.server.ts';
import { listOpenUnits } from '../drafts/confirm.server.ts';
import { listOccurrences } from '../occurrences/read-occurrences.server.ts';
import { occurrenceName } from '../occurrences/words.ts';
import { can, requireCan } from '../permissions.ts';
import { urgingError } from './errors.ts';
import {
  AnswerUrging,
  RecordUrging,
  urgingDocument,
  type OwedLine,
  type UrgingKind,
} from './urging.ts';

/** Records it; sending twice records once. @throws LoaError `urging.*`, `access.*` */
export async function recordUrging(tx: Tx, input: RecordUrging): Promise<string> {
  requireCan(tx.actor, 'urging.record', {});
  const given = RecordUrging.parse(input);
  const known = await tx.db
    .selectFrom('urging')
    .select('id')
    .where('client_key', '=', given.clientKey)
    .executeTakeFirst();
  if (known) return known.id;
  if (!(await listOpenUnits(tx)).some(({ id }) => id === given.unitId)) {
    throw urgingError('urging.unit-gone', {}, 'unitId');
  }
  if (given.day > tx.today) {
    throw urgingError('urging.in-future', { day: formatDate(toPlainDate(given.day)) }, 'day');
  }
  if (given.answerBy < given.day) {
    const day = formatDate(toPlainDate(given.answerBy));
    throw urgingError('urging.answer-before', { day }, 'answerBy');
  }
  const owed = (await listOccurrences(tx, { unitIds: [given.unitId] })).filter(
    ({ state }) => state === 'overdue',
  );
  const id = newId();
  await tx.db
    .insertInto('urging')
    .values({
      commune_id: tx.communeId,
      id,
      client_key: given.clientKey,
      kind: given.kind,
      unit_id: given.unitId,
      happened_on: given.day,
      findings: given.findings,
      demand: given.demand,
      answer_by: given.answerBy,
      occurrences: JSON.stringify(owed.map(({ duty, key }) => ({ duty, key }))),
      made_by: tx.actor.kind === 'person' ? tx.actor.accountId : null,
      made_at: tx.now,
    })
    .execute();
  tx.record({
    kind: 'urging.recorded',
    occurredOn: given.day,
    subject: { type: 'urging', id },
    data: { kind: given.kind, unit: given.unitId, occurrences: owed.length },
  });
  return id;
}

/** The unit says what it did. @throws LoaError `urging.*`, `access.*` */
export async function answerUrging(tx: Tx, input: AnswerUrging): Promise<void> {
  const { id, answer } = AnswerUrging.parse(input);
  const row = await tx.db
    .selectFrom('urging')
    .select(['unit_id', 'answer'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw urgingError('urging.not-found');
  requireCan(tx.actor, 'urging.answer', await reportingSubject(tx, row.unit_id));
  if (row.answer !== null) throw urgingError('urging.answered-already');
  await tx.db
    .updateTable('urging')
    .set({
      answer,
      answered_on: tx.today,
      answered_by: tx.actor.kind === 'person' ? tx.actor.accountId : null,
    })
    .where('id', '=', id)
    .execute();
  tx.record({ kind: 'urging.answered', subject: { type: 'urging', id } });
}

export interface UrgingView {
  readonly id: string;
  readonly kind: UrgingKind;
  readonly unitName: string;
  readonly day: PlainDate;
  readonly findings: string;
  readonly demand: string;
  readonly answerBy: PlainDate;
  readonly madeBy: string | null;
  readonly answer: string | null;
  readonly answeredOn: PlainDate | null;
  /** Not answered and past its day. */
  readonly late: boolean;
  /** Overdue occurrences it named. */
  readonly owed: readonly (OwedLine & { readonly duty: string; readonly key: string })[];
  readonly mayAnswer: boolean;
}

/** The newest first. @throws LoaError `access.*` */
export async function listUrgings(tx: Tx): Promise<UrgingView[]> {
  requireCan(tx.actor, 'urging.see', {});
  return readUrgings(tx);
}

/** @throws LoaError `access.*`, `urging.not-found` */
export async function getUrging(tx: Tx, id: string): Promise<UrgingView> {
  requireCan(tx.actor, 'urging.see', {});
  const [found] = isId(id) ? await readUrgings(tx, id) : [];
  if (!found) throw urgingError('urging.not-found');
  return found;
}

/** The letter of one, to be written as PDF or Word file. @throws LoaError `access.*`, `urging.*` */
export async function getUrgingLetter(tx: Tx, id: string): Promise<WrittenDocument> {
  return writeUrging(tx, await getUrging(tx, id));
}

/** The letter with its number and day, once it has one. */
export async function writeUrging(tx: Tx, urging: UrgingView): Promise<WrittenDocument> {
  const commune = await readCommune(tx);
  const [superior] = commune.superiors;
  const letter = urgingDocument({
    ...urging,
    superior: superior && `Ủy ban nhân dân ${superior}`,
    issuer: `Ủy ban nhân dân ${commune.name}`,
    place: commune.name.replace(/^(xã|phường|đặc khu)\s+/iu, ''),
    demonstration: commune.demoDay !== null,
  });
  const held = await findNumberOf(tx, { type: 'urging', id: urging.id });
  return held ? { ...letter, code: held.code, date: held.issuedOn } : letter;
}

/** The list goes back no further. */
const MOST = 200;

async function readUrgings(tx: Tx, id?: string): Promise<UrgingView[]> {
  let query = tx.db
    .selectFrom('urging')
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.commune_id', '=', 'urging.commune_id')
        .onRef('unit.id', '=', 'urging.unit_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'urging.commune_id')
        .onRef('account.id', '=', 'urging.made_by'),
    )
    .selectAll('urging')
    .select(['unit.name as unit_name', 'account.name as made_by_name'])
    .orderBy('urging.happened_on', 'desc')
    .orderBy('urging.id', 'desc');
  query = id ? query.where('urging.id', '=', id) : query.limit(MOST);
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const all = new Map(
    (await listOccurrences(tx)).map((one) => [`${one.about.id} ${one.key}`, one]),
  );
  const views: UrgingView[] = [];
  for (const row of rows) {
    const named = JSON.parse(row.occurrences) as { duty: string; key: string }[];
    const subject = await reportingSubject(tx, row.unit_id);
    views.push({
      id: row.id,
      kind: row.kind as UrgingKind,
      unitName: row.unit_name,
      day: toPlainDate(row.happened_on),
      findings: row.findings,
      demand: row.demand,
      answerBy: toPlainDate(row.answer_by),
      madeBy: row.made_by_name,
      answer: row.answer,
      answeredOn: row.answered_on === null ? null : toPlainDate(row.answered_on),
      late: row.answer === null && tx.today > row.answer_by,
      owed: named.flatMap(({ duty, key }) => {
        const one = all.get(`${duty} ${key}`);
        if (!one) return [];
        return { duty, key, text: one.about.text, name: occurrenceName(one), due: one.due };
      }),
      mayAnswer: row.answer === null && can(tx.actor, 'urging.answer', subject),
    });
  }
  return views;
}
