// Calendar dates without a time or a zone, as text 'YYYY-MM-DD', so that they compare, sort, store and
// travel as they are. The arithmetic counts days since 1970-01-01 in the Gregorian calendar; a
// JavaScript Date never comes in, because it would bring the machine's own zone.

declare const plainDateBrand: unique symbol;

/** A day of the Gregorian calendar, `'YYYY-MM-DD'`, years 0001–9999. Text order is time order. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

/** Year, month 1–12 and day 1–31 of a {@link PlainDate}. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** ISO weekday: 1 is Monday (thứ Hai), 7 is Sunday (Chủ nhật). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const DAYS_IN_ERA = 146_097;
const DAYS_TO_1970 = 719_468;

/** The date of the given parts. Throws a RangeError when there is no such day (30 February). */
export function plainDate(year: number, month: number, day: number): PlainDate {
  if (!isDay(year, month, day)) {
    throw new RangeError(`Not a day of the calendar: ${year}-${month}-${day}`);
  }
  return pack(year, month, day);
}

/** Like {@link plainDate}, but undefined when there is no such day. */
export function findPlainDate(year: number, month: number, day: number): PlainDate | undefined {
  return isDay(year, month, day) ? pack(year, month, day) : undefined;
}

/** Whether a text is an existing day written `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  const match = ISO_DATE.exec(text);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Takes a text as a date, or throws a RangeError that names it. For text from people see `parseDate`. */
export function toPlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) {
    throw new RangeError(`Not a date YYYY-MM-DD: "${text}"`);
  }
  return text;
}

/** Year, month and day of a date. */
export function dateParts(date: PlainDate): DateParts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** Days since 1970-01-01 (which is 0). */
export function toDayNumber(date: PlainDate): number {
  const { year, month, day } = dateParts(date);
  // Years are counted from March, so that the leap day is the last of its year.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_TO_1970;
}

/** The date that is so many days after 1970-01-01. Throws a RangeError outside years 1–9999. */
export function fromDayNumber(days: number): PlainDate {
  const shifted = days + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return plainDate(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

/** The date so many days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/**
 * The same day so many months later; the last day of that month when it is too short
 * (31 January + 1 month is 28 or 29 February).
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return plainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** How many days lie from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The ISO weekday of a date. */
export function weekday(date: PlainDate): Weekday {
  // 1970-01-01 was a Thursday.
  const sinceMonday = (((toDayNumber(date) + 3) % 7) + 7) % 7;
  return (sinceMonday + 1) as Weekday;
}

/** Orders dates, earliest first. For `Array.sort`. */
export function compareDates(left: PlainDate, right: PlainDate): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Number of days of a month, 28–31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isDay(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(day) &&
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

function pack(year: number, month: number, day: number): PlainDate {
  const text = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  return text as PlainDate;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
