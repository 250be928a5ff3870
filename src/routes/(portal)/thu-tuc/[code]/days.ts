// Days of a procedure's page in words.
import { formatDate, isPlainDate } from '#lib/vietnam/index.ts';

/** `2023-06-01` → `01/06/2023`; what is no day stays as the source writes it. */
export function showDay(day: string): string {
  return isPlainDate(day) ? formatDate(day) : day;
}
