// The time a report speaks about: a month, quarter, half-year, year, or any span of days.
import {
  addDays,
  dateParts,
  daysBetween,
  formatDate,
  formatMonth,
  monthEnd,
  monthOf,
  monthStart,
  plainDate,
  shiftMonth,
  type MonthKey,
  type PlainDate,
} from '#lib/vietnam/index.ts';
import { reportError } from './errors.ts';

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
type RegularKind = keyof typeof MONTHS;
export type PeriodKind = RegularKind | 'span';

export interface ReportPeriod {
  readonly kind: PeriodKind;
  readonly from: PlainDate;
  /** Last day, inclusive. */
  readonly to: PlainDate;
}

/** The month, quarter, half-year or year a day lies in. */
export function periodAround(kind: RegularKind, day: PlainDate): ReportPeriod {
  const length = MONTHS[kind];
  const { month } = dateParts(day);
  const first = shiftMonth(monthOf(day), -((month - 1) % length));
  return regular(kind, first);
}

/** Any span of days. @throws LoaError `report.period-backwards` */
export function spanOf(from: PlainDate, to: PlainDate): ReportPeriod {
  if (to < from) {
    throw reportError(
      'report.period-backwards',
      { from: formatDate(from), to: formatDate(to) },
      'to',
    );
  }
  return { kind: 'span', from, to };
}

/**
 * The period somebody asks for: around a day, or a free span whose last day is given too.
 * @throws LoaError `report.span-without-end`, `report.period-backwards`
 */
export function askedPeriod(kind: PeriodKind, from: PlainDate, to: PlainDate | null): ReportPeriod {
  if (kind !== 'span') return periodAround(kind, from);
  if (to === null) throw reportError('report.span-without-end', {}, 'to');
  return spanOf(from, to);
}

/** The period whose tasks a report announces; after a span of days, as many days again. */
export function nextPeriod(period: ReportPeriod): ReportPeriod {
  if (period.kind !== 'span') return periodAround(period.kind, addDays(period.to, 1));
  const from = addDays(period.to, 1);
  return { kind: 'span', from, to: addDays(from, daysBetween(period.from, period.to)) };
}

/** From the first of January to the period's end: what "cumulative" adds up. */
export function cumulativeSpan(period: ReportPeriod): { from: PlainDate; to: PlainDate } {
  return { from: plainDate(dateParts(period.to).year, 1, 1), to: period.to };
}

/** "quý II năm 2023", "06 tháng đầu năm 2023"; a span names both its days. */
export function periodInWords(period: ReportPeriod): string {
  const { year, month } = dateParts(period.from);
  switch (period.kind) {
    case 'month':
      return `tháng ${formatMonth(monthOf(period.from))}`;
    case 'quarter':
      return `quý ${['I', 'II', 'III', 'IV'][(month - 1) / 3] ?? ''} năm ${year}`;
    case 'half-year':
      return `06 tháng ${month === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'year':
      return `năm ${year}`;
    case 'span':
      return `từ ngày ${formatDate(period.from)} đến ngày ${formatDate(period.to)}`;
  }
}

function regular(kind: RegularKind, first: MonthKey): ReportPeriod {
  return {
    kind,
    from: monthStart(first),
    to: monthEnd(shiftMonth(first, MONTHS[kind] - 1)),
  };
}
