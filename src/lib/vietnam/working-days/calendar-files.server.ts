// Reads the calendars Loa ships: data/calendar-YYYY.yaml, one file a year.

import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { type Calendar, CalendarYear, makeCalendar } from './calendar.ts';

const SHIPPED = fileURLToPath(new URL('../../../../data/', import.meta.url));
const FILE_NAME = /^calendar-(\d{4})\.yaml$/u;

/** The calendar of all years Loa ships, without anyone's overlay. */
export async function loadShippedCalendar(): Promise<Calendar> {
  return makeCalendar(await readCalendarYears(SHIPPED));
}

/**
 * Reads every `calendar-YYYY.yaml` of a folder, earliest year first. Throws an Error that names file,
 * line and fault on a file that isn't what its name says.
 */
export async function readCalendarYears(folder: string): Promise<CalendarYear[]> {
  const names = (await readdir(folder)).filter((name) => FILE_NAME.test(name)).sort();
  return Promise.all(
    names.map(async (name) => parseCalendarYear(await readFile(join(folder, name), 'utf8'), name)),
  );
}

/** Takes the text of one calendar file; `name` says which year it must be and stands in errors. */
export function parseCalendarYear(text: string, name: string): CalendarYear {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault) {
    throw new Error(
      `${name}:${lines.linePos(fault.pos[0]).line}: YAML không hợp lệ: ${fault.message}`,
    );
  }
  const parsed = CalendarYear.safeParse(document.toJS());
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => {
      const node = document.getIn(path, true);
      const range = isRanged(node) ? node.range : undefined;
      return `${name}:${range ? lines.linePos(range[0]).line : 1}: ${path.join('.')}: ${message}`;
    });
    throw new Error(faults.join('\n'));
  }
  const expected = FILE_NAME.exec(name)?.[1];
  if (expected !== undefined && Number(expected) !== parsed.data.year) {
    throw new Error(`${name}:1: year là ${parsed.data.year}, phải là ${expected} như tên tệp`);
  }
  return parsed.data;
}

function isRanged(node: unknown): node is { range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
