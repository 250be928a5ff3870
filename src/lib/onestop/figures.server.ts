// Declaring monthly figures: one month by hand or a whole file, each a new version with its source.
// A version is never changed; the figures shown are the last ones, the earlier ones stay readable.
import type { z } from 'zod';
import {
  accountOf,
  findPersonalData,
  personalDataNames,
  platformError,
} from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { formatMonth, monthOf, monthStart, toMonthKey, toPlainDate } from '#lib/vietnam/index.ts';
import { sha256Hex } from '#lib/platform/index.server.ts';
import { figureError } from './errors.ts';
import type { CaseFiguresData } from './events.ts';
import { FigureDeclaration } from './figure-declaration.ts';
import type { CsvFigure, ParsedFigures } from './figures-csv.ts';
import { findMonth, type FigureVersion, type MonthFigures } from './figures.ts';
import { requireCan } from './permissions.ts';

/** Every version of every month, in the order of months and versions. Public: no permission needed. */
export async function listFigureVersions(tx: Tx): Promise<FigureVersion[]> {
  const rows = await tx.db
    .selectFrom('case_figure')
    .select(['month', 'version', 'early', 'on_time', 'late', 'source', 'reason', 'declared_at'])
    .orderBy('month')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    month: monthOf(toPlainDate(row.month)),
    version: row.version,
    early: row.early,
    onTime: row.on_time,
    late: row.late,
    source: row.source,
    reason: row.reason,
    declaredAt: new Date(row.declared_at).toISOString(),
  }));
}

/**
 * Declares a month's figures, or corrects them with a reason.
 * @throws LoaError `access.denied`, `figures.future-month`, `figures.reason-needed`,
 *   `figures.unchanged`, `figures.personal-data`, `record.changed`; ZodError on a malformed declaration
 */
export async function declareFigures(tx: Tx, input: FigureDeclaration): Promise<FigureVersion> {
  requireCan(tx.actor, 'figures.declare', {});
  const declaration = FigureDeclaration.parse(input);
  const known = findMonth(await listFigureVersions(tx), toMonthKey(declaration.month));
  if (declaration.basedOn !== undefined && declaration.basedOn !== (known?.current.version ?? 0)) {
    throw changed(declaration.month);
  }
  if (known && isSame(known.current, declaration)) {
    throw figureError('figures.unchanged', { month: formatMonth(known.month) });
  }
  return save(tx, declaration, known);
}

export interface FigurePreview {
  readonly row: CsvFigure;
  readonly state: 'new' | 'same' | 'correction';
  /** The version that would be replaced. */
  readonly before: FigureVersion | null;
}

/** What importing would do, line by line; saves nothing. */
export async function previewFigures(tx: Tx, rows: readonly CsvFigure[]): Promise<FigurePreview[]> {
  requireCan(tx.actor, 'figures.declare', {});
  const versions = await listFigureVersions(tx);
  return rows.map((row) => {
    const known = findMonth(versions, row.month);
    if (!known) return { row, state: 'new', before: null };
    const state = isSame(known.current, row) ? 'same' : 'correction';
    return { row, state, before: known.current };
  });
}

/**
 * Saves a whole file or nothing. Months that say the same already are passed over.
 * @param reason stands for corrections whose line gives none
 * @throws LoaError as {@link declareFigures}, and `figures.file-faulty`
 */
export async function importFigures(
  tx: Tx,
  parsed: ParsedFigures,
  reason: string | null,
): Promise<FigureVersion[]> {
  requireCan(tx.actor, 'figures.declare', {});
  if (parsed.faults.length > 0) {
    throw figureError('figures.file-faulty', { count: parsed.faults.length });
  }
  const versions = await listFigureVersions(tx);
  const saved: FigureVersion[] = [];
  for (const row of parsed.rows) {
    const known = findMonth(versions, row.month);
    if (known && isSame(known.current, row)) continue;
    const declaration = FigureDeclaration.parse({ ...row, reason: row.reason ?? reason });
    saved.push(await save(tx, declaration, known));
  }
  return saved;
}

async function save(
  tx: Tx,
  declaration: z.output<typeof FigureDeclaration>,
  known: MonthFigures | undefined,
): Promise<FigureVersion> {
  const { month, early, onTime, late, source } = declaration;
  const reason = known ? declaration.reason || null : null;
  if (month > monthOf(toPlainDate(tx.today))) {
    throw figureError('figures.future-month', { month: formatMonth(month) }, 'month');
  }
  if (known && !reason) {
    throw figureError('figures.reason-needed', { month: formatMonth(month) }, 'reason');
  }
  refusePersonalData('nguồn', source, 'source');
  refusePersonalData('lý do', reason ?? '', 'reason');
  const version = (known?.current.version ?? 0) + 1;
  const row = { early, on_time: onTime, late, source, reason };
  const inserted = await tx.db
    .insertInto('case_figure')
    .values({
      ...row,
      commune_id: tx.communeId,
      month: monthStart(month),
      version,
      declared_by: accountOf(tx.actor),
      declared_at: tx.now,
    })
    // Somebody else's version of the same number is theirs: this one is refused, not overwritten.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) throw changed(month);
  const digest = sha256Hex(`${source}\n${reason ?? ''}`);
  const data: CaseFiguresData = { month, version, early, onTime, late, digest };
  tx.record({
    kind: 'case-figures.declared',
    subject: { type: 'commune', id: tx.communeId },
    data: { ...data },
  });
  return { month, version, early, onTime, late, source, reason, declaredAt: tx.now };
}

function changed(month: string) {
  return platformError('record.changed', {
    what: `Số liệu tháng ${formatMonth(toMonthKey(month))}`,
  });
}

function isSame(
  known: FigureVersion,
  other: Pick<FigureVersion, 'early' | 'onTime' | 'late' | 'source'>,
): boolean {
  return (
    known.early === other.early &&
    known.onTime === other.onTime &&
    known.late === other.late &&
    known.source === other.source
  );
}

function refusePersonalData(label: string, text: string, field: string): void {
  const hit = findPersonalData(text)[0];
  if (!hit) return;
  throw figureError(
    'figures.personal-data',
    { field: label, found: personalDataNames[hit.kind] },
    field,
  );
}
