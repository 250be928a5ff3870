// Dates as documents write them.

/** The date, or undefined when no such day exists. */
export function plainDate(day: number, month: number, year: number): string | undefined {
  if (month < 1 || month > 12 || year < 1900 || year > 2199) return undefined;
  if (day < 1 || day > lastDay(month, year)) return undefined;
  return `${year}-${two(month)}-${two(day)}`;
}

/** The last day of a month. */
export function lastDay(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function two(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * "ngày 05 tháng 01 năm 2023" and "ngày 05/01/2023" in a flat text (see `flat`), also with missing
 * blanks or parts left blank. Groups: day, month, year in words; day, month, year in figures.
 */
export const DATE_PATTERN =
  'ngay\\s*(?:(\\d{0,2})\\s*thang\\s*(\\d{0,2})\\s*(?:nam\\s*(\\d{4})?)?|(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4}))';
