// The days an office works and rests, as a value. Years come from data/calendar-YYYY.yaml; whoever
// knows better (an installation, a commune) lays own days over them.

import { z } from 'zod';
import { type PlainDate, isPlainDate, weekday, type Weekday } from '../dates/plain-date.ts';

const Day = z.string().refine(isPlainDate, { error: 'không phải ngày dạng YYYY-MM-DD' });

/**
 * What a listed day is: `holiday` (nghỉ lễ, tết; may fall on a weekly day off), `comp_day` (nghỉ bù for
 * such a holiday), `swap_off` (a working day taken off) and `swap_work` (the day worked for it).
 */
export const DayKind = z.enum(['holiday', 'comp_day', 'swap_off', 'swap_work']);
export type DayKind = z.infer<typeof DayKind>;

/** One listed day with what it rests on. */
export const CalendarDay = z.strictObject({
  date: Day,
  kind: DayKind,
  /** Vietnamese, as shown to people: "Tết Nguyên đán". */
  name: z.string().min(1),
  /** The other day of the pair: the holiday made up for, the day worked instead, the day off it gave. */
  for: Day.optional(),
  /** Law, dispatch or notice that sets the day. */
  source: z.string().min(1),
  /** `provisional`: expected, not announced yet. */
  status: z.enum(['official', 'provisional']),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** One year as it stands in its data file. */
export const CalendarYear = z
  .strictObject({ year: z.int().min(1976).max(9999), days: z.array(CalendarDay) })
  .superRefine(({ year, days }, context) => {
    const byDate = new Map(days.map((day) => [day.date, day]));
    days.forEach((day, index) => {
      const complain = (message: string) =>
        context.addIssue({ code: 'custom', path: ['days', index], message });
      if (!day.date.startsWith(`${year}-`)) {
        complain(`ngày ${day.date} không thuộc năm ${year}`);
      }
      if (byDate.get(day.date) !== day) {
        complain(`ngày ${day.date} ghi hai lần`);
      }
      checkPair(day, byDate, complain);
    });
  });
export type CalendarYear = z.infer<typeof CalendarYear>;

const PARTNER: Readonly<Record<Exclude<DayKind, 'holiday'>, DayKind>> = {
  comp_day: 'holiday',
  swap_off: 'swap_work',
  swap_work: 'swap_off',
};

function checkPair(
  day: CalendarDay,
  byDate: ReadonlyMap<PlainDate, CalendarDay>,
  complain: (message: string) => void,
): void {
  if (day.kind === 'holiday') {
    return;
  }
  const atWeekend = weekday(day.date) >= 6;
  if (atWeekend !== (day.kind === 'swap_work')) {
    complain(
      `${day.kind} ${day.date} rơi vào ${atWeekend ? 'ngày nghỉ hằng tuần' : 'ngày làm việc'}`,
    );
  }
  // At the turn of the year a day is swapped with one of the neighbouring year's file.
  if (day.for && day.for.slice(0, 4) !== day.date.slice(0, 4)) {
    return;
  }
  const partner = day.for && byDate.get(day.for);
  if (!partner || partner.kind !== PARTNER[day.kind]) {
    complain(`${day.kind} ${day.date} phải có "for" là một ngày ${PARTNER[day.kind]}`);
  }
}

/** What is known of a year: whether it is listed, and whether every row of it is final. */
export type YearStatus = 'official' | 'provisional' | 'missing';

/** The working calendar computations take. Make it with {@link makeCalendar}. */
export interface Calendar {
  /** ISO weekdays on which nobody works unless a day says otherwise; Saturday and Sunday. */
  readonly weeklyDaysOff: ReadonlySet<Weekday>;
  readonly days: ReadonlyMap<PlainDate, CalendarDay>;
  readonly years: ReadonlySet<number>;
  readonly provisionalYears: ReadonlySet<number>;
}

/**
 * A calendar of the given years.
 *
 * @param weeklyDaysOff ISO weekdays off; [6, 7] (Saturday, Sunday) when left out. Throws a RangeError
 *   when no weekday is left to work on.
 */
export function makeCalendar(
  years: readonly CalendarYear[],
  weeklyDaysOff: readonly Weekday[] = [6, 7],
): Calendar {
  const off = new Set(weeklyDaysOff);
  if (off.size > 6) {
    throw new RangeError('A calendar needs at least one weekday to work on');
  }
  return withDays(
    off,
    years.map(({ year }) => year),
    years.flatMap(({ days }) => days),
  );
}

/**
 * Lays days over a calendar: each replaces what was known of its date. So a commune's day wins over
 * the installation's, and that over the shipped one. `swap_work` makes any day a working one.
 *
 * @param completeYears years these days list in full, which so aren't missing any more
 */
export function overlayCalendar(
  base: Calendar,
  days: readonly CalendarDay[],
  completeYears: readonly number[] = [],
): Calendar {
  return withDays(
    base.weeklyDaysOff,
    [...base.years, ...completeYears],
    [...base.days.values(), ...days],
  );
}

/** A calendar that lists all its days but these: they are weekdays and weekends like any other. */
export function withoutDays(calendar: Calendar, dates: readonly PlainDate[]): Calendar {
  const gone = new Set(dates);
  const kept = [...calendar.days.values()].filter(({ date }) => !gone.has(date));
  return withDays(calendar.weeklyDaysOff, [...calendar.years], kept);
}

/** What a calendar knows of a year. */
export function yearStatus(calendar: Calendar, year: number): YearStatus {
  if (!calendar.years.has(year)) {
    return 'missing';
  }
  return calendar.provisionalYears.has(year) ? 'provisional' : 'official';
}

function withDays(
  weeklyDaysOff: ReadonlySet<Weekday>,
  years: readonly number[],
  days: readonly CalendarDay[],
): Calendar {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const provisional = [...byDate.values()].filter(({ status }) => status === 'provisional');
  return {
    weeklyDaysOff,
    days: byDate,
    years: new Set(years),
    provisionalYears: new Set(provisional.map(({ date }) => Number(date.slice(0, 4)))),
  };
}
