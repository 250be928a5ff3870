// The calendar a commune's deadlines are reckoned by: what Loa ships, over it what the installation
// keeps in its data folder, over that what the commune laid down itself (ruling 9).
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  type Calendar,
  type CalendarDay,
  isOpenAt,
  isWorkingDay,
  makeCalendar,
  overlayCalendar,
  parseClock,
  toPlainDate,
  vietnamTime,
  withoutDays,
} from '#lib/vietnam/index.ts';
import { loadShippedCalendar, readCalendarYears } from '#lib/vietnam/index.server.ts';
import { requireInPlatform } from '../accounts/permissions.ts';
import type { Tx } from '../database/tx.server.ts';
import { dataFolder } from '../postgres/instance.server.ts';
import type { CalendarDayForm, CalendarDayKind } from './calendar-forms.ts';
import { officeError } from './errors.ts';
import { readHours, type OfficeHoursInForce } from './office-hours.server.ts';

/** What a commune reckons by, as of a day. */
export interface OfficeCalendar {
  readonly calendar: Calendar;
  readonly hours: OfficeHoursInForce;
}

/** A day the commune itself laid down. */
export interface OwnDay {
  readonly date: string;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly for: string | null;
  readonly source: string;
  readonly status: 'official' | 'provisional';
}

let installed: Promise<Calendar> | undefined;

/**
 * The commune's calendar with the hours in force on a day (today where left out); weekdays without hours
 * are its weekly days off. Anyone may read it.
 */
export async function readOfficeCalendar(tx: Tx, on: string = tx.today): Promise<OfficeCalendar> {
  installed ??= loadInstalled();
  const [base, hours, days, years] = [
    await installed,
    await readHours(tx, on),
    await listOwnDays(tx),
    await listOwnYears(tx),
  ];
  const weeklyDaysOff = ([1, 2, 3, 4, 5, 6, 7] as const).filter(
    (day) => (hours.week[day - 1] ?? []).length === 0,
  );
  const settled = new Set(years.map(({ year }) => year));
  // A settled year is the commune's alone, so that no upgrade changes it again.
  const foreign = [...base.days.keys()].filter((date) => settled.has(Number(date.slice(0, 4))));
  const plain = days.filter(({ kind }) => kind === 'plain').map(({ date }) => toPlainDate(date));
  const calendar = overlayCalendar(
    withoutDays({ ...base, weeklyDaysOff: new Set(weeklyDaysOff) }, [...foreign, ...plain]),
    days.flatMap(asCalendarDay),
    [...settled],
  );
  return { calendar, hours };
}

/** Whether the office is at work at this instant of its clock. */
export async function isOfficeOpen(tx: Tx): Promise<boolean> {
  const { calendar, hours } = await readOfficeCalendar(tx);
  const minute = parseClock(vietnamTime(tx.now).slice(0, 5));
  return minute !== undefined && isOpenAt({ date: tx.today, minute }, calendar, hours);
}

/** The commune's own days, earliest first. */
export async function listOwnDays(tx: Tx): Promise<OwnDay[]> {
  const rows = await tx.db.selectFrom('calendar_day').selectAll().orderBy('date').execute();
  return rows.map((row) => ({
    date: row.date,
    kind: row.kind as CalendarDayKind,
    name: row.name,
    for: row.for_date,
    source: row.source,
    status: row.status as OwnDay['status'],
  }));
}

/** Years the commune has settled, each with the notice it rests on. */
export async function listOwnYears(tx: Tx): Promise<{ year: number; source: string }[]> {
  return tx.db.selectFrom('calendar_year').select(['year', 'source']).orderBy('year').execute();
}

/** Lays a day over the calendar, in place of what was known of it. */
export async function setCalendarDay(tx: Tx, day: CalendarDayForm): Promise<void> {
  requireInPlatform(tx.actor, 'calendar.edit', {});
  const { calendar } = await readOfficeCalendar(tx, day.date);
  requireSense(day, calendar);
  const { date, for: forDate, ...rest } = day;
  const values = { ...rest, for_date: forDate };
  await tx.db
    .insertInto('calendar_day')
    .values({ commune_id: tx.communeId, date, ...values })
    .onConflict((conflict) => conflict.columns(['commune_id', 'date']).doUpdateSet(values))
    .execute();
  recordDay(tx, 'calendar.day-set', { date, day: day.kind, status: day.status });
}

/** Takes the commune's own day back: what the installation knows of the date holds again. */
export async function dropCalendarDay(tx: Tx, date: string): Promise<void> {
  requireInPlatform(tx.actor, 'calendar.edit', {});
  const done = await tx.db.deleteFrom('calendar_day').where('date', '=', date).executeTakeFirst();
  if (done.numDeletedRows === 0n) throw officeError('calendar.day-not-found');
  recordDay(tx, 'calendar.day-dropped', { date });
}

/**
 * Settles a year once its notice is out: all days known of it become the commune's own, official by this
 * source. Days that were only expected and didn't come are taken off before or after.
 */
export async function settleCalendarYear(tx: Tx, year: number, source: string): Promise<void> {
  requireInPlatform(tx.actor, 'calendar.edit', {});
  const { calendar } = await readOfficeCalendar(tx, `${year}-01-01`);
  const known = [...calendar.days.values()].filter(({ date }) => date.startsWith(`${year}-`));
  if (known.length === 0) throw officeError('calendar.year-empty', { year }, 'year');
  for (const day of known) {
    const values = {
      kind: day.kind,
      name: day.name,
      for_date: day.for ?? null,
      source: day.status === 'official' ? day.source : source,
      status: 'official',
    };
    await tx.db
      .insertInto('calendar_day')
      .values({ commune_id: tx.communeId, date: day.date, ...values })
      .onConflict((conflict) => conflict.columns(['commune_id', 'date']).doUpdateSet(values))
      .execute();
  }
  await tx.db
    .insertInto('calendar_year')
    .values({ commune_id: tx.communeId, year, source })
    .onConflict((conflict) => conflict.columns(['commune_id', 'year']).doUpdateSet({ source }))
    .execute();
  tx.record({
    kind: 'calendar.year-settled',
    subject: { type: 'calendar', id: tx.communeId },
    data: { year, days: known.length },
  });
}

function requireSense(day: CalendarDayForm, calendar: Calendar): void {
  const date = toPlainDate(day.date);
  const works = isWorkingDay(date, { ...calendar, days: new Map() });
  if (day.kind === 'swap_work' && works) throw officeError('calendar.works-anyway', {}, 'date');
  if ((day.kind === 'comp_day' || day.kind === 'swap_off') && !works) {
    throw officeError('calendar.off-anyway', {}, 'date');
  }
}

function asCalendarDay(day: OwnDay): CalendarDay[] {
  const { kind, for: pair, ...rest } = day;
  if (kind === 'plain') return [];
  const date = toPlainDate(day.date);
  return [{ ...rest, date, kind, ...(pair === null ? {} : { for: toPlainDate(pair) }) }];
}

function recordDay(tx: Tx, kind: string, data: Record<string, string>): void {
  tx.record({ kind, subject: { type: 'calendar', id: tx.communeId }, data });
}

/** Years in `calendar/` of the data folder stand in for the shipped ones; read once a process. */
async function loadInstalled(): Promise<Calendar> {
  const shipped = await loadShippedCalendar();
  const folder = path.join(dataFolder(), 'calendar');
  if (!existsSync(folder)) return shipped;
  const own = await readCalendarYears(folder);
  const replaced = new Set(own.map(({ year }) => year));
  const foreign = [...shipped.days.keys()].filter((date) => replaced.has(Number(date.slice(0, 4))));
  return overlayCalendar(
    withoutDays(shipped, foreign),
    [...makeCalendar(own).days.values()],
    [...replaced],
  );
}
