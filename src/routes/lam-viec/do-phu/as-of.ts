// "As of" in addresses: the last moment of a day, so that the day's own records count.
import { isPlainDate, vietnamInstant } from '#lib/vietnam/index.ts';

/** The day asked for, where it is one before today. */
export function dayAsked(query: URLSearchParams, today: string): string | undefined {
  const day = query.get('tinh-den') ?? '';
  return isPlainDate(day) && day < today ? day : undefined;
}

export function endOfDay(day: string | undefined): string | undefined {
  return day && isPlainDate(day) ? vietnamInstant(day, '23:59:59') : undefined;
}
