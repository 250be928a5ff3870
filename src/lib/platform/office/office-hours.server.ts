// The hours an office is open, as dated facts: the commune's own rows, before them those of the
// installation's data folder, before them what Loa ships.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type OfficeHours, parseClock, parseSessions, type Session } from '#lib/vietnam/index.ts';
import { type DatedHours, loadShippedHours, readOfficeHours } from '#lib/vietnam/index.server.ts';
import { requireInPlatform } from '../accounts/permissions.ts';
import type { Tx } from '../database/tx.server.ts';
import { dataFolder } from '../postgres/instance.server.ts';
import type { OfficeHoursForm } from './calendar-forms.ts';
import { officeError } from './errors.ts';

/** Hours with the day they hold from, what they rest on, and whether the commune set them itself. */
export interface OfficeHoursInForce extends OfficeHours {
  readonly validFrom: string;
  readonly source: string;
  readonly isOwn: boolean;
}

let installed: Promise<DatedHours[]> | undefined;

/** The hours in force on a day. */
export async function readHours(tx: Tx, on: string): Promise<OfficeHoursInForce> {
  const own = await listOwnHours(tx);
  const holding = own.findLast(({ validFrom }) => validFrom <= on);
  if (holding) return holding;
  installed ??= loadInstalled();
  const all = await installed;
  const found = all.findLast(({ validFrom }) => validFrom <= on) ?? all[0];
  if (!found) throw new Error('no office hours are known');
  return { ...found, isOwn: false };
}

/** The commune's own tables of hours, earliest first. */
export async function listOwnHours(tx: Tx): Promise<OfficeHoursInForce[]> {
  const rows = await tx.db.selectFrom('office_hours').selectAll().orderBy('valid_from').execute();
  return rows.map((row) => ({
    validFrom: row.valid_from,
    week: row.week.split('\n').map(storedSessions),
    cutOff: row.cut_off === null ? null : (parseClock(row.cut_off) ?? null),
    source: row.source,
    isOwn: true,
  }));
}

/** Sets the hours from a day on; a table that began on the same day is replaced. */
export async function setOfficeHours(tx: Tx, hours: OfficeHoursForm): Promise<void> {
  requireInPlatform(tx.actor, 'calendar.edit', {});
  const values = { week: hours.week.join('\n'), cut_off: hours.cutOff, source: hours.source };
  await tx.db
    .insertInto('office_hours')
    .values({ commune_id: tx.communeId, valid_from: hours.validFrom, ...values })
    .onConflict((conflict) => conflict.columns(['commune_id', 'valid_from']).doUpdateSet(values))
    .execute();
  tx.record({
    kind: 'office-hours.set',
    subject: { type: 'calendar', id: tx.communeId },
    data: { from: hours.validFrom, week: hours.week, cutOff: hours.cutOff },
  });
}

/** Takes a table of hours back; the one before it holds on. */
export async function dropOfficeHours(tx: Tx, validFrom: string): Promise<void> {
  requireInPlatform(tx.actor, 'calendar.edit', {});
  const done = await tx.db
    .deleteFrom('office_hours')
    .where('valid_from', '=', validFrom)
    .executeTakeFirst();
  if (done.numDeletedRows === 0n) throw officeError('calendar.hours-not-found');
  tx.record({
    kind: 'office-hours.dropped',
    subject: { type: 'calendar', id: tx.communeId },
    data: { from: validFrom },
  });
}

function storedSessions(line: string): readonly Session[] {
  const sessions = parseSessions(line);
  if (!sessions) throw new Error(`stored office hours can't be read: "${line}"`);
  return sessions;
}

/** `office-hours.yaml` of the data folder stands in for the shipped one; read once a process. */
async function loadInstalled(): Promise<DatedHours[]> {
  const file = path.join(dataFolder(), 'office-hours.yaml');
  return existsSync(file) ? readOfficeHours(file) : loadShippedHours();
}
