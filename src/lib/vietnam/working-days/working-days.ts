// Counting in working days, with reasons. A term of n working days from a day starts on the day after
// it (Civil Code 2015, article 147) and ends with its n-th working day. Whole days only: hours and
// half-day sessions stand on top of this.

import { type PlainDate, addDays, weekday } from '../dates/plain-date.ts';
import { type Calendar, type CalendarDay, yearStatus } from './calendar.ts';

// A term longer than this is a slip of the keyboard, not a deadline.
const MOST_DAYS = 10_000;

/** A year whose listed days can't be relied on. */
export interface CalendarWarning {
  readonly year: number;
  /** `provisional`: some of its days aren't announced; `missing`: only weekly days off are known. */
  readonly status: 'provisional' | 'missing';
}

/** How a count came about; {@link explainCount} puts it in words. */
export interface WorkingDayCount {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Working days after `from` up to and with `to`; negative when `to` lies before `from`. */
  readonly workingDays: number;
  /** Days passed over because they are ordinary weekly days off. */
  readonly weeklyDaysOff: number;
  /** Days passed over because the calendar lists them, earliest first. */
  readonly daysOff: readonly CalendarDay[];
  /** Weekly days off that were counted because they are worked, earliest first. */
  readonly workedDays: readonly CalendarDay[];
  readonly warnings: readonly CalendarWarning[];
}

/** Whether the office works on a day. A year the calendar doesn't list has only weekly days off. */
export function isWorkingDay(date: PlainDate, calendar: Calendar): boolean {
  const listed = calendar.days.get(date);
  return listed ? listed.kind === 'swap_work' : !calendar.weeklyDaysOff.has(weekday(date));
}

/**
 * The n-th working day after a day (before it, when negative); for 0 the day itself. The result's `to`
 * is the day asked for. Throws a RangeError on fractions and on more than 10,000 days.
 */
export function addWorkingDays(from: PlainDate, days: number, calendar: Calendar): WorkingDayCount {
  if (!Number.isInteger(days) || Math.abs(days) > MOST_DAYS) {
    throw new RangeError(`Not a number of working days: ${days}`);
  }
  const step = Math.sign(days);
  let to = from;
  for (let left = Math.abs(days); left > 0;) {
    to = addDays(to, step);
    if (isWorkingDay(to, calendar)) {
      left -= 1;
    }
  }
  return countWorkingDays(from, to, calendar);
}

/**
 * How many working days lie after `from` up to and with `to`: 0 for the same day, the inverse of
 * {@link addWorkingDays}. When `to` lies before `from`: those from `to` on, before `from`, negative.
 */
export function countWorkingDays(
  from: PlainDate,
  to: PlainDate,
  calendar: Calendar,
): WorkingDayCount {
  const backwards = to < from;
  // Forwards (from, to], backwards [to, from): the starting day is never counted.
  const first = backwards ? to : addDays(from, 1);
  const last = backwards ? addDays(from, -1) : to;
  const daysOff: CalendarDay[] = [];
  const workedDays: CalendarDay[] = [];
  let workingDays = 0;
  let weeklyDaysOff = 0;
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const listed = calendar.days.get(date);
    if (isWorkingDay(date, calendar)) {
      workingDays += 1;
      if (listed) {
        workedDays.push(listed);
      }
    } else if (listed) {
      daysOff.push(listed);
    } else {
      weeklyDaysOff += 1;
    }
  }
  return {
    from,
    to,
    workingDays: backwards ? -workingDays : workingDays,
    weeklyDaysOff,
    daysOff,
    workedDays,
    warnings: warningsFor(first, last, calendar),
  };
}

/** The working days from `first` to `last`, both included. */
export function listWorkingDays(
  first: PlainDate,
  last: PlainDate,
  calendar: Calendar,
): PlainDate[] {
  const days: PlainDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    if (isWorkingDay(date, calendar)) {
      days.push(date);
    }
  }
  return days;
}

/**
 * The day itself when it is worked, otherwise the next one that is: where a term counted in calendar
 * days ends (Civil Code 2015, article 148, clause 5).
 */
export function workingDayOnOrAfter(date: PlainDate, calendar: Calendar): PlainDate {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar).to;
}

function warningsFor(first: PlainDate, last: PlainDate, calendar: Calendar): CalendarWarning[] {
  const warnings: CalendarWarning[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    const status = yearStatus(calendar, year);
    if (status !== 'official') {
      warnings.push({ year, status });
    }
  }
  return warnings;
}
