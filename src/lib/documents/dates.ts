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
