// Months as text 'YYYY-MM': the columns of the coverage matrix and the periods of a report.

import {
  type PlainDate,
  dateParts,
  daysInMonth,
  plainDate,
  addMonths as shift,
} from './plain-date.ts';

declare const monthKeyBrand: unique symbol;

/** A month, `'YYYY-MM'`. Text order is time order. */
export type MonthKey = string & { readonly [monthKeyBrand]: true };

/** Whether a text is a month written `YYYY-MM`. */
export function isMonthKey(text: string): text is MonthKey {
  return /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/u.test(text);
}

/** Takes a text as a month, or throws a RangeError that names it. */
export function toMonthKey(text: string): MonthKey {
  if (!isMonthKey(text)) {
    throw new RangeError(`Not a month YYYY-MM: "${text}"`);
  }
  return text;
}

/** The month a day belongs to. */
export function monthOf(date: PlainDate): MonthKey {
  return date.slice(0, 7) as MonthKey;
}

/** First day of a month. */
export function monthStart(month: MonthKey): PlainDate {
  return plainDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1);
}

/** Last day of a month. */
export function monthEnd(month: MonthKey): PlainDate {
  const { year, month: number } = dateParts(monthStart(month));
  return plainDate(year, number, daysInMonth(year, number));
}

/** The month so many months later (earlier when negative). */
export function shiftMonth(month: MonthKey, months: number): MonthKey {
  return monthOf(shift(monthStart(month), months));
}

/** All months from `from` to `to`, both included; none when `to` is earlier. */
export function monthRange(from: MonthKey, to: MonthKey): MonthKey[] {
  const months: MonthKey[] = [];
  for (let month = from; month <= to; month = shiftMonth(month, 1)) {
    months.push(month);
  }
  return months;
}

/** Quarter 1–4 of a month. */
export function quarterOf(month: MonthKey): 1 | 2 | 3 | 4 {
  return Math.ceil(Number(month.slice(5, 7)) / 3) as 1 | 2 | 3 | 4;
}
