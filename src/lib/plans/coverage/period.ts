// Periods of the working year that can be closed: months, quarters, halves, years. Their keys stand in
// addresses: `2023-05`, `2023-q2`, `2023-h1`, `2023`.
import { monthEnd, monthStart, toMonthKey, type PlainDate } from '#lib/vietnam/index.ts';

export const PERIOD_KINDS = ['month', 'quarter', 'half', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export interface WorkPeriod {
  readonly key: string;
  readonly kind: PeriodKind;
  /** First and last day, both in it. */
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const LENGTH: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The period of a key; undefined when the key means none. */
export function findPeriod(key: string): WorkPeriod | undefined {
  const found = /^(\d{4})(?:-(?:(\d{2})|q([1-4])|h([12])))?$/.exec(key);
  if (!found) return undefined;
  const [, year = '', month, quarter, half] = found;
  if (Number(year) < 1976) return undefined;
  if (month !== undefined) {
    const number = Number(month);
    return number >= 1 && number <= 12 ? periodOf(year, 'month', number) : undefined;
  }
  if (quarter !== undefined) return periodOf(year, 'quarter', Number(quarter));
  if (half !== undefined) return periodOf(year, 'half', Number(half));
  return periodOf(year, 'year', 1);
}

/** All periods of a year: its months, then quarters, halves and the year itself. */
export function periodsOfYear(year: string): WorkPeriod[] {
  return PERIOD_KINDS.flatMap((kind) =>
    Array.from({ length: 12 / LENGTH[kind] }, (_, index) => periodOf(year, kind, index + 1)),
  );
}

/** "tháng 5 năm 2023", "quý II năm 2023", "6 tháng đầu năm 2023", "năm 2023". */
export function periodInWords({ key, kind }: Pick<WorkPeriod, 'key' | 'kind'>): string {
  const year = key.slice(0, 4);
  switch (kind) {
    case 'month':
      return `tháng ${Number(key.slice(5))} năm ${year}`;
    case 'quarter':
      return `quý ${['I', 'II', 'III', 'IV'][Number(key.slice(6)) - 1] ?? ''} năm ${year}`;
    case 'half':
      return `6 tháng ${key.endsWith('1') ? 'đầu' : 'cuối'} năm ${year}`;
    case 'year':
      return `năm ${year}`;
  }
}

/** True when the day lies in the period. */
export function holdsDay({ from, to }: Pick<WorkPeriod, 'from' | 'to'>, day: string): boolean {
  return from <= day && day <= to;
}

function periodOf(year: string, kind: PeriodKind, number: number): WorkPeriod {
  const length = LENGTH[kind];
  const last = number * length;
  const month = (at: number) => toMonthKey(`${year}-${String(at).padStart(2, '0')}`);
  return {
    key: keyOf(year, kind, number),
    kind,
    from: monthStart(month(last - length + 1)),
    to: monthEnd(month(last)),
  };
}

function keyOf(year: string, kind: PeriodKind, number: number): string {
  if (kind === 'month') return `${year}-${String(number).padStart(2, '0')}`;
  if (kind === 'quarter') return `${year}-q${number}`;
  return kind === 'half' ? `${year}-h${number}` : year;
}
