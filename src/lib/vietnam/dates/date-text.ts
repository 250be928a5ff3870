// Dates as Vietnamese people and offices write them, both ways.

import { type MonthKey } from './month-key.ts';
import { type PlainDate, dateParts, findPlainDate, isPlainDate, weekday } from './plain-date.ts';

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];

const NUMERIC = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})$/u;
const LONG = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm|\s*[,/])\s+(\d{4})$/iu;

/** `05/01/2023`. */
export function formatDate(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/**
 * `ngày 05 tháng 01 năm 2023`, with a zero before days under 10 and before months 1 and 2 only, as
 * Decree 30/2020/NĐ-CP lays down (`ngày 05 tháng 3 năm 2023`).
 */
export function formatLongDate(date: PlainDate): string {
  const { year, month } = dateParts(date);
  return `ngày ${date.slice(8, 10)} tháng ${officialMonth(month)} năm ${year}`;
}

/** `05/2023`. */
export function formatMonth(month: MonthKey): string {
  return `${month.slice(5, 7)}/${month.slice(0, 4)}`;
}

/** `tháng 01 năm 2023`, `tháng 3 năm 2023`. */
export function formatLongMonth(month: MonthKey): string {
  return `tháng ${officialMonth(Number(month.slice(5, 7)))} năm ${Number(month.slice(0, 4))}`;
}

/** `Thứ Hai` … `Thứ Bảy`, `Chủ nhật`. */
export function formatWeekday(date: PlainDate): string {
  return WEEKDAYS[weekday(date) - 1] ?? '';
}

/**
 * Reads a date a person wrote: `5/1/2023`, `05-01-2023`, `05.01.2023`, `ngày 05 tháng 01 năm 2023` or
 * `2023-01-05`. Day first, always; undefined when it is no such form, or no such day.
 */
export function parseDate(text: string): PlainDate | undefined {
  const trimmed = text.normalize('NFC').trim();
  if (isPlainDate(trimmed)) {
    return trimmed;
  }
  const numeric = NUMERIC.exec(trimmed);
  if (numeric) {
    return findPlainDate(Number(numeric[4]), Number(numeric[3]), Number(numeric[1]));
  }
  const long = LONG.exec(trimmed);
  return long ? findPlainDate(Number(long[3]), Number(long[2]), Number(long[1])) : undefined;
}

function officialMonth(month: number): string {
  return month <= 2 ? `0${month}` : String(month);
}
