// Addresses under which calendar programs follow a unit's duties.
import {
  endFollowedCalendar,
  findFollowed,
  getFollowedCalendar,
  listFollowedCalendars,
  listUnitLinks,
  makeFollowedCalendar,
  type FollowedCalendar,
  type Tx,
} from '#lib/platform/index.server.ts';
import { platformError, predecessorsOf, successorsOf } from '#lib/platform/index.ts';
import { listDutiesOf } from '../occurrences/read-occurrences.server.ts';
import { can, requireCan } from '../permissions.ts';
import { calendarError } from './errors.ts';
import { calendarEntries, type CalendarEntry } from './unit-calendar.ts';

export interface CalendarPage {
  readonly unit: { readonly id: string; readonly name: string; readonly slug: string };
  /** Addresses in use, one's own first. Only one's own can be read; others' can be ended. */
  readonly calendars: readonly FollowedCalendar[];
}

/** @throws LoaError `access.*`, `record.not-found` */
export async function getCalendarPage(tx: Tx, slug: string): Promise<CalendarPage> {
  const unit = await tx.db
    .selectFrom('unit')
    .select(['id', 'name', 'slug'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!unit) throw platformError('record.not-found', { what: 'đơn vị này' });
  requireCan(tx.actor, 'calendar.follow', await subject(tx, unit.id));
  return { unit, calendars: await listFollowedCalendars(tx, unit.id) };
}

/** Makes an address for the person and unit; the one in use, where there is one. */
export async function makeDutyCalendar(tx: Tx, unitId: string): Promise<string> {
  requireCan(tx.actor, 'calendar.follow', await subject(tx, unitId));
  const { name, made } = await makeFollowedCalendar(tx, unitId);
  if (made !== undefined) {
    tx.record({
      kind: 'calendar.made',
      subject: { type: 'unit', id: unitId },
      data: { calendar: made },
    });
  }
  return name;
}

/** Ends an address for good; the program that follows it gets no more. @throws LoaError `access.*` */
export async function endDutyCalendar(tx: Tx, id: string): Promise<void> {
  const { unitId } = await getFollowedCalendar(tx, id);
  if (unitId === null) throw platformError('record.not-found', { what: 'đường dẫn lịch này' });
  requireCan(tx.actor, 'calendar.follow', await subject(tx, unitId));
  if (!(await endFollowedCalendar(tx, id))) return;
  tx.record({
    kind: 'calendar.ended',
    subject: { type: 'unit', id: unitId },
    data: { calendar: id },
  });
}

/**
 * What an address gives to whoever holds it; only duties and their days, no person.
 * @throws LoaError `calendar.gone`
 */
export async function readDutyCalendar(
  tx: Tx,
  name: string,
  origin: string,
): Promise<{ readonly unitName: string; readonly entries: readonly CalendarEntry[] }> {
  const followed = await findFollowed(tx, 'duty-calendars', name);
  if (!followed?.unitId) throw calendarError('calendar.gone');
  if (!can(followed.maker, 'calendar.follow', await subject(tx, followed.unitId))) {
    throw calendarError('calendar.gone');
  }
  const { name: unitName } = await tx.db
    .selectFrom('unit')
    .select('name')
    .where('id', '=', followed.unitId)
    .executeTakeFirstOrThrow();
  const line = [followed.unitId, ...predecessorsOf(await listUnitLinks(tx), followed.unitId)];
  return { unitName, entries: calendarEntries(await listDutiesOf(tx, line), origin) };
}

async function subject(tx: Tx, unitId: string) {
  return { unitId, successorIds: successorsOf(await listUnitLinks(tx), unitId) };
}
