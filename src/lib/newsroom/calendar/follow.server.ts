// Addresses under which calendar programs follow the calendar of publication.
import {
  endFollowedCalendar,
  findFollowed,
  getFollowedCalendar,
  listFollowedCalendars,
  makeFollowedCalendar,
  type FollowedCalendar,
  type Tx,
} from '#lib/platform/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { addDays, toPlainDate } from '#lib/vietnam/index.ts';
import { articleError } from '../errors.ts';
import type { PublicationCalendarData } from '../events.ts';
import { can, requireCan } from '../permissions.ts';
import type { CalendarEntry } from './calendar.ts';
import { readCalendarOpened } from './opened.server.ts';

/** What a program is given on either side of today. */
const DAYS_BACK = 92;
const DAYS_AHEAD = 366;

/** Addresses in use, one's own first; others' only for who may end them. @throws LoaError `access.*` */
export async function listPublicationCalendars(tx: Tx): Promise<FollowedCalendar[]> {
  requireCan(tx.actor, 'publication.follow', {});
  const mayEndOthers = can(tx.actor, 'publication.end-others', {});
  return (await listFollowedCalendars(tx, null)).filter(({ isOwn }) => isOwn || mayEndOthers);
}

/** Makes an address for the person; the one in use, where there is one. @throws LoaError `access.*` */
export async function makePublicationCalendar(tx: Tx): Promise<string> {
  requireCan(tx.actor, 'publication.follow', {});
  const { name, made } = await makeFollowedCalendar(tx, null);
  if (made !== undefined) record(tx, 'publication-calendar.made', made);
  return name;
}

/** Ends an address for good; a new one is another. @throws LoaError `access.*`, `record.not-found` */
export async function endPublicationCalendar(tx: Tx, id: string): Promise<void> {
  requireCan(tx.actor, 'publication.follow', {});
  const { unitId, isOwn } = await getFollowedCalendar(tx, id);
  if (unitId !== null) throw platformError('record.not-found', { what: 'đường dẫn lịch này' });
  if (!isOwn) requireCan(tx.actor, 'publication.end-others', {});
  if (await endFollowedCalendar(tx, id)) record(tx, 'publication-calendar.ended', id);
}

/** What an address gives to whoever holds it. @throws LoaError `publication-calendar.gone` */
export async function readPublicationCalendar(tx: Tx, name: string): Promise<CalendarEntry[]> {
  const followed = await findFollowed(tx, 'publication-calendars', name);
  // The address says no more than who made it may still see.
  if (!followed || !can(followed.maker, 'publication.follow', {})) {
    throw articleError('publication-calendar.gone');
  }
  const today = toPlainDate(tx.today);
  return readCalendarOpened(tx, {
    from: addDays(today, -DAYS_BACK),
    to: addDays(today, DAYS_AHEAD),
  });
}

function record(
  tx: Tx,
  kind: 'publication-calendar.made' | 'publication-calendar.ended',
  calendar: string,
): void {
  const data = { calendar } satisfies PublicationCalendarData;
  tx.record({ kind, subject: { type: 'commune', id: tx.communeId }, data });
}
