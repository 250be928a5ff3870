// Reads tables of office hours: data/office-hours.yaml, or an installation's own file of that form.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { type PlainDate, isPlainDate } from '../dates/plain-date.ts';
import { type OfficeHours, parseClock, parseSessions } from './office-hours.ts';

const SHIPPED = fileURLToPath(new URL('../../../../data/office-hours.yaml', import.meta.url));

/** Hours that hold from a day on, with what they rest on. */
export interface DatedHours extends OfficeHours {
  readonly validFrom: PlainDate;
  readonly source: string;
}

const Row = z.strictObject({
  valid_from: z.string().refine(isPlainDate, 'không phải ngày dạng YYYY-MM-DD'),
  week: z.array(z.string().transform(readDay)).length(7, 'phải có đủ bảy ngày'),
  cut_off: z.string().transform(readClock).nullable(),
  source: z.string().min(1),
});

/** The hours Loa ships, earliest first. */
export function loadShippedHours(): Promise<DatedHours[]> {
  return readOfficeHours(SHIPPED);
}

/** Reads a file of hours, earliest first. Throws an Error that names file, place and fault. */
export async function readOfficeHours(file: string): Promise<DatedHours[]> {
  const parsed = z
    .array(Row)
    .min(1)
    .safeParse(parse(await readFile(file, 'utf8')));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`${file}: ${faults.join('; ')}`);
  }
  return parsed.data
    .map(({ valid_from, week, cut_off, source }) => ({
      validFrom: valid_from,
      week,
      cutOff: cut_off,
      source,
    }))
    .sort((left, right) => (left.validFrom < right.validFrom ? -1 : 1));
}

function readDay(text: string, context: z.RefinementCtx) {
  const sessions = parseSessions(text);
  if (sessions) return sessions;
  context.addIssue({ code: 'custom', message: `không phải giờ làm việc: "${text}"` });
  return z.NEVER;
}

function readClock(text: string, context: z.RefinementCtx) {
  const minute = parseClock(text);
  if (minute !== undefined) return minute;
  context.addIssue({ code: 'custom', message: `không phải giờ: "${text}"` });
  return z.NEVER;
}
