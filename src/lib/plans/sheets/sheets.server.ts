// The sheets of a week: made when somebody prints, each bound to its lines and to the head who confirms. One
// with other lines voids the one before (ruling 25); printing the same again leaves it as it is.
import { listUnits, newId, takeTurns, type Tx } from '#lib/platform/index.server.ts';
import { accountOf } from '#lib/platform/index.ts';
import { addMillis, toInstant, vietnamDate, type PlainDate } from '#lib/vietnam/index.ts';
import { LINK_DAYS } from '../dispatches/dispatch.ts';
import { listPlaces } from '../dispatches/list.server.ts';
import { listOccurrences, type NamedOccurrence } from '../occurrences/read-occurrences.server.ts';
import { foldWeek, weekOf, type Week } from '../occurrences/week.ts';
import type { WeekSheetData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { sheetError } from './errors.ts';

const DAY_MS = 24 * 3_600_000;

/** A line of a unit's sheet, or of a village's. */
export type SheetLine =
  | { readonly duty: string; readonly key: string }
  | { readonly recipient: string; readonly revision: number };

export interface SheetOrder {
  /** Any day of the week. */
  readonly day: PlainDate;
  /** One unit's sheet; left out: of every unit and village that has something on it. */
  readonly unitId?: string;
}

/**
 * Makes the sheets of a week ready to be printed.
 * @throws LoaError `access.*`, `sheet.nothing-to-print`
 */
export async function makeWeekSheets(tx: Tx, { day, unitId }: SheetOrder): Promise<void> {
  requireCan(tx.actor, 'sheet.print', { ...(unitId !== undefined && { unitId }) });
  // Two who print at once get the same sheets.
  await takeTurns(tx);
  const week = weekOf(day);
  const sheets = [
    ...(await unitSheets(tx, week, unitId)),
    ...(unitId === undefined ? await villageSheets(tx) : []),
  ];
  if (sheets.length === 0) throw sheetError('sheet.nothing-to-print');
  for (const sheet of sheets) await putSheet(tx, week, sheet);
}

interface NewSheet {
  readonly unitId: string | null;
  readonly villageId: string | null;
  readonly lines: readonly SheetLine[];
}

async function unitSheets(tx: Tx, week: Week, unitId?: string): Promise<NewSheet[]> {
  const owed = await listOwed(tx, week, unitId);
  return [...Map.groupBy(owed, ({ unit }) => unit)].map(([unit, items]) => ({
    unitId: unit,
    villageId: null,
    lines: items.map(({ about, key }) => ({ duty: about.id, key })),
  }));
}

/** What is still to be done: overdue first, then what is due in the week. */
async function listOwed(tx: Tx, week: Week, unitId?: string): Promise<NamedOccurrence[]> {
  const all = await listOccurrences(tx, { ...(unitId !== undefined && { unitIds: [unitId] }) });
  const units = new Set((await listUnits(tx)).flatMap(({ id, validTo }) => (validTo ? [] : [id])));
  const { late, due } = foldWeek(
    all.filter(({ unit, state }) => units.has(unit) && state !== 'done' && state !== 'evidenced'),
    week,
  );
  return [...late, ...due].flatMap(({ items }) => items);
}

/** What waits to be read and relayed in each village. */
async function villageSheets(tx: Tx): Promise<NewSheet[]> {
  const { villages } = await listPlaces(tx);
  const rows = await tx.db
    .selectFrom('dispatch_recipient')
    .innerJoin('dispatch', (join) =>
      join
        .onRef('dispatch.commune_id', '=', 'dispatch_recipient.commune_id')
        .onRef('dispatch.id', '=', 'dispatch_recipient.dispatch_id'),
    )
    .leftJoin('dispatch_reading', (join) =>
      join
        .onRef('dispatch_reading.commune_id', '=', 'dispatch_recipient.commune_id')
        .onRef('dispatch_reading.recipient_id', '=', 'dispatch_recipient.id')
        .onRef('dispatch_reading.revision', '=', 'dispatch.revision'),
    )
    .select(['dispatch_recipient.id', 'dispatch_recipient.village_id', 'dispatch.revision'])
    .where('dispatch_recipient.village_id', 'is not', null)
    .where('dispatch.recalled_at', 'is', null)
    .where('dispatch_reading.read_at', 'is', null)
    .orderBy('dispatch.year')
    .orderBy('dispatch.number')
    .execute();
  return villages.flatMap(({ id }) => {
    const lines = rows
      .filter(({ village_id }) => village_id === id)
      .map((row) => ({ recipient: row.id, revision: row.revision }));
    return lines.length > 0 ? [{ unitId: null, villageId: id, lines }] : [];
  });
}

/** The sheet that holds for a unit or village in the week that begins on `monday`. */
export function findSheetOf(
  tx: Tx,
  { column, place }: { readonly column: 'unit_id' | 'village_id'; readonly place: string },
  monday: PlainDate,
) {
  return tx.db
    .selectFrom('week_sheet')
    .select(['id', 'lines', 'head_id'])
    .where(column, '=', place)
    .where('week', '=', monday)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
}

async function putSheet(tx: Tx, week: Week, { unitId, villageId, lines }: NewSheet): Promise<void> {
  const column = unitId === null ? 'village_id' : 'unit_id';
  const place = unitId ?? villageId ?? '';
  const headId = await findHead(tx, column, place);
  const text = JSON.stringify(lines);
  const current = await findSheetOf(tx, { column, place }, week.from);
  // Printed again by whoever issued the PIN, a sheet stays as another made it.
  const sameHead = headId === null || (current?.head_id ?? undefined) === headId;
  if (current?.lines === text && sameHead) return;
  if (current) {
    await tx.db
      .updateTable('week_sheet')
      .set({ replaced_at: tx.now })
      .where('id', '=', current.id)
      .execute();
  }
  const id = newId();
  await tx.db
    .insertInto('week_sheet')
    .values({
      commune_id: tx.communeId,
      id,
      unit_id: unitId,
      village_id: villageId,
      week: week.from,
      head_id: headId ?? null,
      lines: text,
      made_by: accountOf(tx.actor),
      made_at: tx.now,
      expires_at: addMillis(tx.now, LINK_DAYS * DAY_MS),
    })
    .execute();
  tx.record({
    kind: 'week-sheet.made',
    subject: { type: 'week-sheet', id },
    data: {
      place,
      week: week.from,
      lines: lines.length,
      head: headId ?? null,
    } satisfies WeekSheetData,
  });
}

/**
 * Who confirms: in office, with a PIN in force, the longest there. Whoever issued the PIN makes no sheet
 * that it opens: `null`, and `undefined` where there is nobody at all.
 */
async function findHead(
  tx: Tx,
  column: 'unit_id' | 'village_id',
  place: string,
): Promise<string | null | undefined> {
  const rows = await tx.db
    .selectFrom('unit_head')
    .select(['id', 'pin_by'])
    .where(column, '=', place)
    .where('ended_at', 'is', null)
    .where('pin_until', '>=', tx.today)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return undefined;
  const by = accountOf(tx.actor);
  return rows.find(({ pin_by }) => by === null || pin_by !== by)?.id ?? null;
}

export interface OccurrenceReport {
  readonly day: PlainDate;
  /** Position of the head. */
  readonly by: string;
}

/**
 * What heads said is done of these duties, by `<duty id> <occurrence key>`.
 * @throws LoaError `access.*`
 */
export async function listOccurrenceReports(
  tx: Tx,
  dutyIds: readonly string[],
): Promise<Map<string, OccurrenceReport>> {
  requireCan(tx.actor, 'plan.see', {});
  if (dutyIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('occurrence_report')
    .innerJoin('unit_head', (join) =>
      join
        .onRef('unit_head.commune_id', '=', 'occurrence_report.commune_id')
        .onRef('unit_head.id', '=', 'occurrence_report.head_id'),
    )
    .select(['duty_id', 'occurrence', 'reported_at', 'unit_head.position'])
    .where('duty_id', 'in', [...new Set(dutyIds)])
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.duty_id} ${row.occurrence}`,
      { day: vietnamDate(toInstant(row.reported_at)), by: row.position },
    ]),
  );
}
