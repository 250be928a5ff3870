// Points in time and what the clock on a Vietnamese office wall shows then.
//
// The rule: all of Vietnam is at UTC+7 all year, without summer time, since 1975. So a fixed offset is
// exact for every instant Loa records, in a browser and a server alike, whatever zone the machine has.
// Instants before 13 June 1975 (other offsets held, in parts of the country) are out of scope.

import { type PlainDate, findPlainDate, fromDayNumber, toDayNumber } from './plain-date.ts';

/** A point in time, ISO 8601 in UTC: `2023-05-17T01:11:32.000Z`. */
export type Instant = string;

/** Vietnam's offset from UTC as ISO 8601 writes it. */
export const VIETNAM_OFFSET = '+07:00';

/** Vietnam's offset from UTC in milliseconds. */
export const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;

const DAY_MS = 24 * 60 * 60 * 1000;
const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2})(?::?(\d{2}))?)$/u;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u;

/** The instant so many milliseconds after 1970-01-01T00:00Z. */
export function instantFromMillis(millis: number): Instant {
  const whole = Math.floor(millis);
  const day = Math.floor(whole / DAY_MS);
  return `${fromDayNumber(day)}T${clock(whole - day * DAY_MS, true)}Z`;
}

/**
 * Milliseconds from 1970-01-01T00:00Z to an instant. Takes any RFC 3339 text with an offset, also
 * PostgreSQL's `2023-05-17 01:11:32+00`. Throws a RangeError on a text without an offset: whose clock
 * would that be?
 */
export function instantToMillis(instant: Instant): number {
  const match = RFC_3339.exec(instant);
  if (!match) {
    throw new RangeError(`Not an instant with its offset from UTC: "${instant}"`);
  }
  const date = findPlainDate(Number(match[1]), Number(match[2]), Number(match[3]));
  const time = timeOfDay(Number(match[4]), Number(match[5]), Number(match[6]));
  if (date === undefined || time === undefined) {
    throw new RangeError(`No such day or time: "${instant}"`);
  }
  const fraction = match[7] === undefined ? 0 : Number(match[7].padEnd(3, '0').slice(0, 3));
  const offset = (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)) * 60_000;
  const sign = match[8] === '-' ? -1 : 1;
  return toDayNumber(date) * DAY_MS + time + fraction - sign * offset;
}

/** Takes an RFC 3339 text with any offset as an {@link Instant}; throws a RangeError otherwise. */
export function toInstant(text: string): Instant {
  return instantFromMillis(instantToMillis(text));
}

/** The day it is in Vietnam at an instant. */
export function vietnamDate(instant: Instant): PlainDate {
  return fromDayNumber(Math.floor((instantToMillis(instant) + VIETNAM_OFFSET_MS) / DAY_MS));
}

/** What the clock in Vietnam shows at an instant: `08:11:32`. */
export function vietnamTime(instant: Instant): string {
  const local = instantToMillis(instant) + VIETNAM_OFFSET_MS;
  return clock(local - Math.floor(local / DAY_MS) * DAY_MS, false);
}

/** An instant as portals show it, in Vietnamese time: `17/05/2023 08:11:32`. */
export function formatInstant(instant: Instant): string {
  const date = vietnamDate(instant);
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)} ${vietnamTime(instant)}`;
}

/**
 * The instant at which it is this day and time in Vietnam.
 *
 * @param time `H:mm` or `HH:mm:ss`; midnight when left out. Throws a RangeError on anything else.
 */
export function vietnamInstant(date: PlainDate, time = '00:00:00'): Instant {
  const match = TIME.exec(time);
  const millis = match
    ? timeOfDay(Number(match[1]), Number(match[2]), Number(match[3] ?? 0))
    : undefined;
  if (millis === undefined) {
    throw new RangeError(`Not a time of day: "${time}"`);
  }
  return instantFromMillis(toDayNumber(date) * DAY_MS + millis - VIETNAM_OFFSET_MS);
}

/** The instant so many milliseconds later (earlier when negative). */
export function addMillis(instant: Instant, millis: number): Instant {
  return instantFromMillis(instantToMillis(instant) + millis);
}

function timeOfDay(hours: number, minutes: number, seconds: number): number | undefined {
  if (hours > 23 || minutes > 59 || seconds > 59) {
    return undefined;
  }
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function clock(millis: number, withMillis: boolean): string {
  const seconds = Math.floor(millis / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const text = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return withMillis ? `${text}.${String(millis % 1000).padStart(3, '0')}` : text;
}
