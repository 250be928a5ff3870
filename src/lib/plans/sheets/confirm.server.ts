// What the QR code of a week's sheet opens: its lines for whoever holds the paper, and confirming each of
// them on its own with the PIN of the head it is bound to (ruling 25: GET shows, POST acts).
import {
  idInSecretName,
  inCommune,
  secretName,
  takeTurns,
  type Tx,
} from '#lib/platform/index.server.ts';
import { accountOf, thePublic } from '#lib/platform/index.ts';
import { toInstant, toPlainDate, type Instant, type PlainDate } from '#lib/vietnam/index.ts';
import { keepReading } from '../dispatches/confirm.server.ts';
import { checkHeadPin } from '../dispatches/head-pin.server.ts';
import { lockDispatch } from '../dispatches/send.server.ts';
import type { OccurrenceReportData } from '../events.ts';
import type { OccurrenceState } from '../occurrences/fold-occurrences.ts';
import { listDutiesOf } from '../occurrences/read-occurrences.server.ts';
import { occurrenceName, timeLeft } from '../occurrences/words.ts';
import { sheetError } from './errors.ts';
import type { SheetLine } from './sheets.server.ts';

export interface DutyLine {
  readonly kind: 'duty';
  readonly id: string;
  readonly text: string;
  readonly name: string;
  readonly due: PlainDate;
  readonly state: OccurrenceState;
  readonly left: string;
  /** Confirmed already, by a head or because the act was recorded. */
  readonly done: boolean;
}

export interface RelayLine {
  readonly kind: 'relay';
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly body: string;
  readonly done: boolean;
}

export interface SheetView {
  readonly id: string;
  /** What stands after `/xac-nhan/tuan/`. */
  readonly name: string;
  readonly place: string;
  readonly isVillage: boolean;
  readonly week: PlainDate;
  /** Position of who confirms; null where nobody can. */
  readonly head: string | null;
  readonly expiresAt: Instant;
  readonly lines: readonly (DutyLine | RelayLine)[];
}

/** @throws LoaError `sheet.invalid`, `sheet.void` */
export async function openWeekSheet(tx: Tx, name: string): Promise<SheetView> {
  return (await findSheet(tx, name)).view;
}

export interface SheetAttempt {
  readonly name: string;
  /** Id of the line. */
  readonly line: string;
  readonly pin: string;
  /** Of the one who asks, as sign-in counts it. */
  readonly network: string;
  /** Instead of the office's clock, ISO UTC. */
  readonly now?: string;
}

/**
 * Confirms one line: that an occurrence was done, or that a text was read and will be relayed. An act is
 * still recorded by a member of the unit, with its evidence.
 * @throws LoaError `sheet.*`, `link.slowed`, `link.wrong-pin`
 */
export async function confirmSheetLine(
  communeId: string,
  { name, line, pin, network, now }: SheetAttempt,
  nowMs = Date.now(),
): Promise<void> {
  const asPublic = { actor: thePublic, ...(now !== undefined && { now }) };
  const { headId } = await inCommune(communeId, (tx) => findSheet(tx, name), asPublic);
  if (headId === null) throw sheetError('sheet.void', { why: NO_HEAD });
  const attempt = { headId, pin, network, ...(now !== undefined && { now }) };
  await checkHeadPin(communeId, attempt, (tx) => keepLine(tx, name, line), nowMs);
}

const NO_HEAD = 'nơi nhận chưa có người xác nhận được cấp mã PIN';

/** Everything is looked up again: another sheet may have taken this one's place meanwhile. */
async function keepLine(tx: Tx, name: string, lineId: string): Promise<void> {
  await takeTurns(tx);
  const { view, lines, headId } = await findSheet(tx, name);
  const at = view.lines.findIndex(({ id, done }) => id === lineId && !done);
  const line = lines.find((one) => idOf(one) === view.lines[at]?.id);
  if (!line || headId === null) throw sheetError('sheet.not-on-it');
  if ('recipient' in line) {
    const recipient = await tx.db
      .selectFrom('dispatch_recipient')
      .selectAll()
      .where('id', '=', line.recipient)
      .executeTakeFirstOrThrow();
    const { revision } = await lockDispatch(tx, recipient.dispatch_id);
    if (revision !== line.revision) throw sheetError('sheet.not-on-it');
    const by = { how: 'code' as const, head_id: headId, link: view.id };
    return keepReading(tx, recipient, line.revision, by);
  }
  const kept = await tx.db
    .insertInto('occurrence_report')
    .values({
      commune_id: tx.communeId,
      duty_id: line.duty,
      occurrence: line.key,
      sheet_id: view.id,
      head_id: headId,
      reported_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('duty_id')
    .executeTakeFirst();
  if (!kept) throw sheetError('sheet.not-on-it');
  tx.record({
    kind: 'occurrence.reported',
    subject: { type: 'duty', id: line.duty },
    data: {
      occurrence: line.key,
      sheet: view.id,
      head: headId,
      how: 'code',
    } satisfies OccurrenceReportData,
  });
}

async function findSheet(tx: Tx, name: string) {
  const id = idInSecretName('week-sheets', tx.communeId, name);
  if (id === undefined) throw sheetError('sheet.invalid');
  const [found] = await readSheets(tx, { id });
  if (!found) throw sheetError('sheet.invalid');
  if (found.replaced) throw sheetError('sheet.void', { why: 'đã có phiếu mới thay thế' });
  if (found.view.expiresAt <= tx.now) throw sheetError('sheet.void', { why: 'đã quá hạn' });
  if (found.headEnded) throw sheetError('sheet.void', { why: 'người xác nhận đã thay đổi' });
  return found;
}

/**
 * The sheets in force of a week, units first; for whoever was let in before. Whoever issued the PIN is
 * shown no code that it opens.
 */
export async function readSheetsOf(tx: Tx, week: PlainDate, unitId?: string): Promise<SheetView[]> {
  const found = await readSheets(tx, { week, ...(unitId !== undefined && { unitId }) });
  const by = accountOf(tx.actor);
  return found.map(({ view, pinBy }) =>
    by !== null && pinBy === by ? { ...view, head: null } : view,
  );
}

type Wanted = { readonly id: string } | { readonly week: PlainDate; readonly unitId?: string };

async function readSheets(tx: Tx, wanted: Wanted) {
  let query = tx.db
    .selectFrom('week_sheet')
    .leftJoin('unit', (join) =>
      join
        .onRef('unit.commune_id', '=', 'week_sheet.commune_id')
        .onRef('unit.id', '=', 'week_sheet.unit_id'),
    )
    .leftJoin('village', (join) =>
      join
        .onRef('village.commune_id', '=', 'week_sheet.commune_id')
        .onRef('village.id', '=', 'week_sheet.village_id'),
    )
    .leftJoin('unit_head', (join) =>
      join
        .onRef('unit_head.commune_id', '=', 'week_sheet.commune_id')
        .onRef('unit_head.id', '=', 'week_sheet.head_id'),
    )
    .selectAll('week_sheet')
    .select([
      'unit.name as unit_name',
      'village.name as village_name',
      'unit_head.position',
      'unit_head.ended_at',
      'unit_head.pin_by',
    ])
    .orderBy('unit.position')
    .orderBy('village.slug');
  if ('id' in wanted) query = query.where('week_sheet.id', '=', wanted.id);
  else {
    query = query.where('week', '=', wanted.week).where('replaced_at', 'is', null);
    if (wanted.unitId !== undefined) query = query.where('week_sheet.unit_id', '=', wanted.unitId);
  }
  const rows = await query.execute();
  return Promise.all(
    rows.map(async (row) => {
      const lines = JSON.parse(row.lines) as SheetLine[];
      const view: SheetView = {
        id: row.id,
        name: secretName('week-sheets', tx.communeId, row.id),
        place: row.unit_name ?? row.village_name ?? '',
        isVillage: row.village_id !== null,
        week: toPlainDate(row.week),
        head: row.position,
        expiresAt: toInstant(row.expires_at),
        lines:
          row.unit_id === null
            ? await readRelays(tx, lines)
            : await readDuties(tx, row.unit_id, lines),
      };
      return {
        view,
        lines,
        headId: row.head_id,
        pinBy: row.pin_by,
        headEnded: row.ended_at !== null,
        replaced: row.replaced_at !== null,
      };
    }),
  );
}

/** Occurrences that were let off, or given to others, meanwhile are left out. */
async function readDuties(
  tx: Tx,
  unitId: string,
  lines: readonly SheetLine[],
): Promise<DutyLine[]> {
  const all = await listDutiesOf(tx, [unitId]);
  const duties = lines.flatMap((line) => ('duty' in line ? [line.duty] : []));
  if (duties.length === 0) return [];
  const reported = await tx.db
    .selectFrom('occurrence_report')
    .select(['duty_id', 'occurrence'])
    .where('duty_id', 'in', duties)
    .execute();
  const told = new Set(reported.map(({ duty_id, occurrence }) => `${duty_id} ${occurrence}`));
  return lines.flatMap((line): DutyLine[] => {
    if (!('duty' in line)) return [];
    const one = all.find(({ about, key }) => about.id === line.duty && key === line.key);
    if (!one || one.state === 'excused' || one.state === 'ended') return [];
    const id = idOf(line);
    return [
      {
        kind: 'duty',
        id,
        text: one.about.text,
        name: occurrenceName(one),
        due: one.due,
        state: one.state,
        left: timeLeft(one, tx.today),
        done: told.has(id) || one.state === 'done' || one.state === 'evidenced',
      },
    ];
  });
}

/** A dispatch that was recalled or has other words by now is left out: the new one needs a new sheet. */
async function readRelays(tx: Tx, lines: readonly SheetLine[]): Promise<RelayLine[]> {
  const ids = lines.flatMap((line) => ('recipient' in line ? [line.recipient] : []));
  if (ids.length === 0) return [];
  const rows = await tx.db
    .selectFrom('dispatch_recipient')
    .innerJoin('dispatch', (join) =>
      join
        .onRef('dispatch.commune_id', '=', 'dispatch_recipient.commune_id')
        .onRef('dispatch.id', '=', 'dispatch_recipient.dispatch_id'),
    )
    .innerJoin('dispatch_revision', (join) =>
      join
        .onRef('dispatch_revision.commune_id', '=', 'dispatch.commune_id')
        .onRef('dispatch_revision.dispatch_id', '=', 'dispatch.id')
        .onRef('dispatch_revision.revision', '=', 'dispatch.revision'),
    )
    .leftJoin('dispatch_reading', (join) =>
      join
        .onRef('dispatch_reading.commune_id', '=', 'dispatch_recipient.commune_id')
        .onRef('dispatch_reading.recipient_id', '=', 'dispatch_recipient.id')
        .onRef('dispatch_reading.revision', '=', 'dispatch.revision'),
    )
    .select(['dispatch_recipient.id', 'dispatch.revision', 'dispatch.number', 'dispatch.year'])
    .select(['dispatch_revision.title', 'dispatch_revision.body', 'dispatch_reading.read_at'])
    .where('dispatch_recipient.id', 'in', ids)
    .where('dispatch.recalled_at', 'is', null)
    .execute();
  return lines.flatMap((line): RelayLine[] => {
    if (!('recipient' in line)) return [];
    const row = rows.find(({ id, revision }) => {
      return id === line.recipient && revision === line.revision;
    });
    if (!row) return [];
    return [
      {
        kind: 'relay',
        id: idOf(line),
        number: `${row.number}/${row.year}`,
        title: row.title,
        body: row.body,
        done: row.read_at !== null,
      },
    ];
  });
}

function idOf(line: SheetLine): string {
  return 'duty' in line ? `${line.duty} ${line.key}` : line.recipient;
}
