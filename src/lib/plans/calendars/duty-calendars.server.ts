// Secret addresses under which calendar programs follow a unit's duties. The secret is made from the row's
// id by the installation's key, so the database alone opens nothing; ending the row ends the address.
import {
  idInSecretName,
  listUnitLinks,
  newId,
  secretName,
  type Tx,
} from '#lib/platform/index.server.ts';
import { platformError, predecessorsOf, successorsOf } from '#lib/platform/index.ts';
import type { Instant } from '#lib/vietnam/index.ts';
import { listDutiesOf } from '../occurrences/read-occurrences.server.ts';
import { requireCan } from '../permissions.ts';
import { calendarError } from './errors.ts';
import { calendarEntries, type CalendarEntry } from './unit-calendar.ts';

export interface DutyCalendar {
  readonly id: string;
  /** What stands in its address. */
  readonly name: string;
  readonly isOwn: boolean;
  /** Position of who made it. */
  readonly by: string;
  readonly madeAt: Instant;
}

export interface CalendarPage {
  readonly unit: { readonly id: string; readonly name: string; readonly slug: string };
  /** Addresses in use, one's own first. Only one's own can be read; others' can be ended. */
  readonly calendars: readonly DutyCalendar[];
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
  const rows = await tx.db
    .selectFrom('duty_calendar')
    .innerJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'duty_calendar.commune_id')
        .onRef('account.id', '=', 'duty_calendar.made_by'),
    )
    .select(['duty_calendar.id', 'made_by', 'made_at', 'account.name as by'])
    .where('unit_id', '=', unit.id)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .execute();
  const own = actorId(tx);
  const calendars = rows.map(({ id, made_by, made_at, by }) => ({
    id,
    name: made_by === own ? secretName('duty-calendars', tx.communeId, id) : '',
    isOwn: made_by === own,
    by,
    madeAt: made_at,
  }));
  return { unit, calendars: calendars.sort((a, b) => Number(b.isOwn) - Number(a.isOwn)) };
}

/** Makes an address for the person and unit; the one in use, where there is one. */
export async function makeDutyCalendar(tx: Tx, unitId: string): Promise<string> {
  requireCan(tx.actor, 'calendar.follow', await subject(tx, unitId));
  const id = newId();
  const made = await tx.db
    .insertInto('duty_calendar')
    .values({
      commune_id: tx.communeId,
      id,
      unit_id: unitId,
      made_by: actorId(tx),
      made_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) {
    tx.record({
      kind: 'calendar.made',
      subject: { type: 'unit', id: unitId },
      data: { calendar: id },
    });
    return secretName('duty-calendars', tx.communeId, id);
  }
  const { id: inUse } = await tx.db
    .selectFrom('duty_calendar')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('made_by', '=', actorId(tx))
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return secretName('duty-calendars', tx.communeId, inUse);
}

/** Ends an address for good; the program that follows it gets no more. */
export async function endDutyCalendar(tx: Tx, id: string): Promise<void> {
  const found = await tx.db
    .selectFrom('duty_calendar')
    .select('unit_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw platformError('record.not-found', { what: 'đường dẫn lịch này' });
  requireCan(tx.actor, 'calendar.follow', await subject(tx, found.unit_id));
  const ended = await tx.db
    .updateTable('duty_calendar')
    .set({ ended_at: tx.now, ended_by: actorId(tx) })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!ended) return;
  tx.record({
    kind: 'calendar.ended',
    subject: { type: 'unit', id: found.unit_id },
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
  const id = idInSecretName('duty-calendars', tx.communeId, name);
  if (id === undefined) throw calendarError('calendar.gone');
  const found = await tx.db
    .selectFrom('duty_calendar')
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.commune_id', '=', 'duty_calendar.commune_id')
        .onRef('unit.id', '=', 'duty_calendar.unit_id'),
    )
    .innerJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'duty_calendar.commune_id')
        .onRef('account.id', '=', 'duty_calendar.made_by'),
    )
    .select(['unit.id', 'unit.name'])
    .where('duty_calendar.id', '=', id)
    .where('duty_calendar.ended_at', 'is', null)
    // Whoever may no longer sign in follows nothing any more.
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!found) throw calendarError('calendar.gone');
  const line = [found.id, ...predecessorsOf(await listUnitLinks(tx), found.id)];
  return { unitName: found.name, entries: calendarEntries(await listDutiesOf(tx, line), origin) };
}

async function subject(tx: Tx, unitId: string) {
  return { unitId, successorIds: successorsOf(await listUnitLinks(tx), unitId) };
}

function actorId(tx: Tx): string {
  if (tx.actor.kind !== 'person') throw platformError('access.sign-in');
  return tx.actor.accountId;
}
