// Monthly figures of case handling, folded from their declared versions: the latest version of each
// month counts, the box sums a year up to its last declared month. "Nothing declared" and "no case
// came" are states of their own, never 0 % or 100 %.
import { monthRange, toMonthKey, type Instant, type MonthKey } from '#lib/vietnam/index.ts';

/** One declaration of one month; a correction is a higher version with its reason. */
export interface FigureVersion {
  readonly month: MonthKey;
  readonly version: number;
  /** `null` when early and on time are known only together; the sum then stands in `onTime`. */
  readonly early: number | null;
  readonly onTime: number;
  readonly late: number;
  readonly source: string;
  readonly reason: string | null;
  readonly declaredAt: Instant;
}

export interface Tally {
  /** Files handled: early, on time and late together. */
  readonly handled: number;
  /** `null` where some month knows it only together with `onTime`. */
  readonly early: number | null;
  readonly onTime: number | null;
  readonly earlyAndOnTime: number;
  readonly late: number;
  /** Per cent handled by their day, two decimals; `null` when no file was handled. */
  readonly rate: number | null;
  readonly lateRate: number | null;
}

export interface MonthFigures extends Tally {
  readonly month: MonthKey;
  /** The version that counts. */
  readonly current: FigureVersion;
  /** Earlier versions, oldest first. */
  readonly replaced: readonly FigureVersion[];
}

export interface CaseBox extends Tally {
  readonly year: number;
  /** The last month declared: the box reads "Đến tháng …". */
  readonly upTo: MonthKey;
  readonly months: readonly MonthFigures[];
  /** Months of the year before `upTo` that nobody declared; the sums lack them. */
  readonly missing: readonly MonthKey[];
  /** When the youngest version that counts was declared. */
  readonly updatedAt: Instant;
  /** Sources of the months, each once, in order. */
  readonly sources: readonly string[];
}

export interface FigureFrame {
  /** Only versions declared by then count; `null` takes all. */
  readonly asOf: Instant | null;
  /** The year of the box; the year of the last declared month when left out. */
  readonly year?: number;
}

/** The box of a year; `undefined` when no month of it was declared: "chưa có số liệu". */
export function foldFigures(
  versions: readonly FigureVersion[],
  { asOf, year }: FigureFrame,
): CaseBox | undefined {
  const known = monthsOf(versions.filter((one) => asOf === null || one.declaredAt <= asOf));
  const chosen = year ?? yearOf(known.at(-1)?.month);
  const months = known.filter((one) => yearOf(one.month) === chosen);
  const last = months.at(-1);
  if (!last || chosen === undefined) return undefined;
  const counting = months.map((one) => one.current);
  const declared = new Set(months.map((one) => one.month));
  return {
    ...tally(counting),
    year: chosen,
    upTo: last.month,
    months,
    missing: monthRange(toMonthKey(`${chosen}-01`), last.month).filter((one) => !declared.has(one)),
    updatedAt: counting.map((one) => one.declaredAt).reduce((a, b) => (a > b ? a : b)),
    sources: [...new Set(counting.map((one) => one.source))],
  };
}

/** A month's figures as they stand, if it was declared. */
export function findMonth(
  versions: readonly FigureVersion[],
  month: MonthKey,
): MonthFigures | undefined {
  return monthsOf(versions.filter((one) => one.month === month))[0];
}

/**
 * A share in per cent with two decimals; `null` when there is nothing to share. Only all gives 100 and
 * only none gives 0: one late file in 99,999 stays visible as 99.99.
 */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  if (part === whole) return 100;
  if (part === 0) return 0;
  return Math.min(99.99, Math.max(0.01, Math.round((part / whole) * 10_000) / 100));
}

function monthsOf(versions: readonly FigureVersion[]): MonthFigures[] {
  const byMonth = new Map<MonthKey, FigureVersion[]>();
  for (const one of versions) byMonth.set(one.month, [...(byMonth.get(one.month) ?? []), one]);
  return [...byMonth]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([month, all]) => {
      const ordered = all.toSorted((left, right) => left.version - right.version);
      const current = ordered.at(-1);
      if (!current) return [];
      return [{ ...tally([current]), month, current, replaced: ordered.slice(0, -1) }];
    });
}

function tally(versions: readonly FigureVersion[]): Tally {
  const apart = versions.every((one) => one.early !== null);
  const sum = (pick: (one: FigureVersion) => number) =>
    versions.reduce((whole, one) => whole + pick(one), 0);
  const earlyAndOnTime = sum((one) => (one.early ?? 0) + one.onTime);
  const late = sum((one) => one.late);
  const handled = earlyAndOnTime + late;
  const rate = percentOf(earlyAndOnTime, handled);
  return {
    handled,
    early: apart ? sum((one) => one.early ?? 0) : null,
    onTime: apart ? sum((one) => one.onTime) : null,
    earlyAndOnTime,
    late,
    rate,
    // The two shares always make 100 together.
    lateRate: rate === null ? null : Math.round((100 - rate) * 100) / 100,
  };
}

function yearOf(month: MonthKey | undefined): number | undefined {
  return month === undefined ? undefined : Number(month.slice(0, 4));
}
