// From a report's references to numbers, each with the list it counts. Pure: the same events up to the
// same one give the same value.
import { grouped, type ActState, type CoverageCell, type Occurrence } from '#lib/plans/index.ts';
import { dateParts, monthOf } from '#lib/vietnam/index.ts';
import { resolveFigure, type FigureSource } from '../figures/resolve.ts';
import type { LiveReference, ReportContent, ReportFigure } from './content.ts';
import { NOTHING, usedFigures } from './content.ts';

export interface PlanCell extends Pick<
  CoverageCell,
  'topic' | 'channel' | 'month' | 'state' | 'actIds' | 'scheduledUnits'
> {
  readonly plan: string;
}

export interface DutyOccurrence extends Pick<
  Occurrence,
  'key' | 'from' | 'to' | 'due' | 'unit' | 'state' | 'late' | 'unproven'
> {
  readonly duty: string;
}

/** Everything a report's figures are resolved against, as it stood after one event. */
export interface ReportSource extends FigureSource {
  readonly cells: readonly PlanCell[];
  readonly occurrences: readonly DutyOccurrence[];
}

export interface LiveValue {
  /** `null` where nothing was counted. */
  readonly value: number | null;
  /** What it counts: acts with their amount, cells, or occurrences. */
  readonly acts: readonly { readonly id: string; readonly amount: number }[];
  readonly cells: readonly PlanCell[];
  readonly occurrences: readonly DutyOccurrence[];
}

export function resolveLive(reference: LiveReference, source: ReportSource): LiveValue {
  if (reference.of === 'acts') {
    const { value, parts } = resolveFigure(reference.acts, source);
    const acts = parts.map(({ actId, amount }) => ({ id: actId, amount }));
    return { value, acts, cells: [], occurrences: [] };
  }
  if (reference.of === 'cells') {
    const cells = source.cells.filter((cell) => holdsCell(reference, cell, source));
    return { value: cells.length || null, acts: [], cells, occurrences: [] };
  }
  const occurrences = source.occurrences.filter((one) => holdsOccurrence(reference, one, source));
  return { value: occurrences.length || null, acts: [], cells: [], occurrences };
}

function holdsCell(
  { which, span, channel }: Extract<LiveReference, { of: 'cells' }>,
  cell: PlanCell,
  { period }: ReportSource,
): boolean {
  if (channel !== undefined && cell.channel !== channel) return false;
  if (cell.scheduledUnits.length === 0) return false;
  const last = monthOf(period.to);
  const year = String(dateParts(period.to).year);
  const inSpan =
    span === 'year'
      ? cell.month.startsWith(year) && (which === 'scheduled' || cell.month <= last)
      : monthOf(period.from) <= cell.month && cell.month <= last;
  if (!inSpan) return false;
  if (which === 'scheduled') return true;
  return which === 'missing' ? cell.state === 'missing' : cell.actIds.length > 0;
}

function holdsOccurrence(
  { which, unit }: Extract<LiveReference, { of: 'occurrences' }>,
  one: DutyOccurrence,
  { period }: ReportSource,
): boolean {
  if (unit !== undefined && one.unit !== unit) return false;
  if (one.due < period.from || one.due > period.to || one.state === 'excused') return false;
  const done = one.state === 'done' || one.state === 'evidenced';
  if (which === 'due') return true;
  if (which === 'done') return done;
  if (which === 'late') return done && one.late;
  if (which === 'overdue') return one.state === 'overdue';
  return done && one.unproven > 0;
}

export type Sources = ReadonlyMap<number, ReportSource>;

/** Every figure of a report with its value, as its own event says. */
export function resolveContent(content: ReportContent, sources: Sources): Map<string, LiveValue> {
  return new Map(
    Object.entries(content.figures).flatMap(([name, figure]) => {
      const source = sources.get(figure.seq);
      return source ? [[name, resolveLive(figure.reference, source)] as const] : [];
    }),
  );
}

/** Figures that stand in the report and whose list or amount is another one now than when drafted. */
export function changedFigures(
  content: ReportContent,
  drafted: ReadonlyMap<string, LiveValue>,
  now: ReportSource,
): { readonly name: string; readonly before: number | null; readonly after: number | null }[] {
  const used = usedFigures(content);
  return Object.entries(content.figures).flatMap(([name, figure]) => {
    if (!used.has(name)) return [];
    const was = drafted.get(name);
    const is = resolveLive(figure.reference, now);
    if (!was || listOf(was) === listOf(is)) return [];
    return [{ name, before: was.value, after: is.value }];
  });
}

function listOf({ acts, cells, occurrences }: LiveValue): string {
  return JSON.stringify([
    acts.map(({ id, amount }) => [id, amount]),
    cells.map(({ topic, channel, month }) => [topic, channel, month]),
    occurrences.map(({ duty, key }) => [duty, key]),
  ]);
}

/** "82 hoạt động", "150* hoạt động" where a person wrote the number, "không phát sinh". */
export function figureInWords(figure: ReportFigure, value: number | null): string {
  const shown = figure.override ? figure.override.value : value;
  if (shown === null) return NOTHING;
  const mark = figure.override ? '*' : '';
  return `${grouped(shown)}${mark}${figure.unit === '' ? '' : ` ${figure.unit}`}`;
}

/** Per cent with one decimal; nothing to divide by is no per cent at all. */
export function shareInWords(part: number | null, whole: number | null): string {
  if (whole === null || whole === 0) return NOTHING;
  const tenths = Math.round(((part ?? 0) * 1000) / whole);
  return `${String(Math.floor(tenths / 10))},${String(tenths % 10)}%`;
}

/** Acts of the period, and those of the year so far. */
export function actsOfPeriod({ acts, period }: ReportSource): readonly ActState[] {
  return acts.filter(({ day }) => period.from <= day && day <= period.to);
}
