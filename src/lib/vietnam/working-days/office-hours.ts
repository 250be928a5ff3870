// The hours an office is open, as a value: which sessions (buổi) each weekday has, and the hour after
// which what comes in counts as received on the next working day.

import { type PlainDate, weekday } from '../dates/plain-date.ts';
import { type Calendar } from './calendar.ts';
import { isWorkingDay } from './working-days.ts';

/** A moment on the office's wall clock: the day, and minutes since its midnight (0–1439). */
export interface OfficeTime {
  readonly date: PlainDate;
  readonly minute: number;
}

/** One session of work, in minutes since midnight; the end is not worked any more. */
export interface Session {
  readonly from: number;
  readonly to: number;
}

/** The hours of a week. */
export interface OfficeHours {
  /** Monday to Sunday, each day's sessions in order; a weekday without any is not worked. */
  readonly week: readonly (readonly Session[])[];
  /** Minute of the day after which what comes in counts for the next working day; null: no such hour. */
  readonly cutOff: number | null;
}

const SESSION = /^(\d{1,2})[:hg](\d{2})?\s*[-–—]\s*(\d{1,2})[:hg](\d{2})?$/u;
const CLOCK = /^(\d{1,2})(?:[:hg](\d{2})?)?$/u;
const DAY = 24 * 60;

/** Reads a time of day a person wrote (`7:30`, `07h30`, `15h`, `15`) as minutes since midnight. */
export function parseClock(text: string): number | undefined {
  const match = CLOCK.exec(text.trim().toLowerCase());
  return match ? minuteOf(match[1], match[2]) : undefined;
}

/** `07:30`. */
export function formatClock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/**
 * Reads a day's sessions as a person writes them: `07:30-11:30, 13h30–17h`. Empty text is a day off.
 * Undefined when a part is no session, ends before it begins, or begins before the one before ended.
 */
export function parseSessions(text: string): Session[] | undefined {
  const parts = text
    .toLowerCase()
    .split(/[,;\n]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const sessions: Session[] = [];
  for (const part of parts) {
    const match = SESSION.exec(part);
    const from = match ? minuteOf(match[1], match[2]) : undefined;
    const to = match ? minuteOf(match[3], match[4]) : undefined;
    if (from === undefined || to === undefined || to <= from) return undefined;
    if (from < (sessions.at(-1)?.to ?? 0)) return undefined;
    sessions.push({ from, to });
  }
  return sessions;
}

/** `07:30–11:30, 13:30–17:00`; empty for a day off. */
export function formatSessions(sessions: readonly Session[]): string {
  return sessions.map(({ from, to }) => `${formatClock(from)}–${formatClock(to)}`).join(', ');
}

/**
 * The sessions of a day: none when the office rests. A day worked for another one (swap_work) has that
 * day's hours, because its own weekday usually has none.
 */
export function sessionsOf(
  date: PlainDate,
  calendar: Calendar,
  hours: OfficeHours,
): readonly Session[] {
  if (!isWorkingDay(date, calendar)) return [];
  const own = hours.week[weekday(date) - 1] ?? [];
  const instead = calendar.days.get(date)?.for;
  if (own.length > 0 || instead === undefined) return own;
  return hours.week[weekday(instead as PlainDate) - 1] ?? [];
}

/** Whether the office works at a moment of its wall clock. */
export function isOpenAt(
  { date, minute }: OfficeTime,
  calendar: Calendar,
  hours: OfficeHours,
): boolean {
  return sessionsOf(date, calendar, hours).some(({ from, to }) => from <= minute && minute < to);
}

function minuteOf(hour: string | undefined, minute = '0'): number | undefined {
  const total = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && total < DAY ? total : undefined;
}
