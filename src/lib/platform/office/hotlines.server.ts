// Telephone numbers for the public, each with who answers and when somebody last made sure of it.
import { vietnamDate } from '#lib/vietnam/index.ts';
import { accountOf } from '../actor.ts';
import { requireInPlatform } from '../accounts/permissions.ts';
import type { Tx } from '../database/tx.server.ts';
import { newId } from '../ids.server.ts';
import { officeError } from './errors.ts';
import type { HotlineForm } from './forms.ts';

export interface Hotline extends HotlineForm {
  readonly id: string;
  /** Day it was last found right, YYYY-MM-DD. */
  readonly verifiedOn: string | null;
  /** Account of who found it right; null where that was before it was kept. */
  readonly verifiedBy: string | null;
}

/** The commune's hotlines in their order; anyone may read them. */
export async function listHotlines(tx: Tx): Promise<Hotline[]> {
  const rows = await tx.db
    .selectFrom('hotline')
    .selectAll()
    .orderBy('position')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    number: row.number,
    owner: row.owner,
    hours: row.hours,
    verifiedOn: row.verified_on,
    verifiedBy: row.verified_by,
  }));
}

/**
 * What a hotline was at the end of a day, whatever has become of it since.
 * @param day YYYY-MM-DD
 * @returns undefined for one that there never was, or that had gone by then
 */
export async function findHotlineOn(
  tx: Tx,
  id: string,
  day: string,
): Promise<HotlineForm | undefined> {
  const past = await tx.db
    .selectFrom('hotline_past')
    .select(['name', 'number', 'owner', 'hours', 'ended_at'])
    .where('hotline_id', '=', id)
    .orderBy('ended_at')
    .execute();
  const then = past.find((row) => vietnamDate(row.ended_at) > day);
  if (then) {
    const { ended_at: _endedAt, ...hotline } = then;
    return hotline;
  }
  return tx.db
    .selectFrom('hotline')
    .select(['name', 'number', 'owner', 'hours'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Numbers and mail address the office publishes on purpose: no personal data of anybody. */
export async function listOwnContacts(tx: Tx): Promise<string[]> {
  const hotlines = await tx.db.selectFrom('hotline').select('number').execute();
  const commune = await tx.db
    .selectFrom('commune')
    .select(['telephone', 'email'])
    .executeTakeFirstOrThrow();
  const all = [commune.telephone, commune.email, ...hotlines.map((hotline) => hotline.number)];
  return all.filter((one) => one !== '');
}

/** A new number counts as verified on the day it is entered. */
export async function addHotline(tx: Tx, hotline: HotlineForm): Promise<string> {
  requireInPlatform(tx.actor, 'hotline.manage', {});
  const id = newId();
  const last = await tx.db
    .selectFrom('hotline')
    .select((all) => all.fn.max('position').as('position'))
    .executeTakeFirst();
  await tx.db
    .insertInto('hotline')
    .values({
      commune_id: tx.communeId,
      id,
      ...hotline,
      ...verification(tx),
      position: (last?.position ?? -1) + 1,
    })
    .execute();
  tx.record({ kind: 'hotline.created', subject: { type: 'hotline', id } });
  return id;
}

/** Saving is also making sure of it. */
export async function updateHotline(tx: Tx, id: string, hotline: HotlineForm): Promise<void> {
  requireInPlatform(tx.actor, 'hotline.manage', {});
  await keepPast(tx, id);
  await change(tx, id, { ...hotline, ...verification(tx) });
  tx.record({ kind: 'hotline.updated', subject: { type: 'hotline', id } });
}

/** Somebody rang the number today and it is right. */
export async function verifyHotline(tx: Tx, id: string): Promise<void> {
  requireInPlatform(tx.actor, 'hotline.manage', {});
  await change(tx, id, verification(tx));
  tx.record({ kind: 'hotline.verified', subject: { type: 'hotline', id } });
}

export async function removeHotline(tx: Tx, id: string): Promise<void> {
  requireInPlatform(tx.actor, 'hotline.manage', {});
  await keepPast(tx, id);
  const done = await tx.db.deleteFrom('hotline').where('id', '=', id).executeTakeFirst();
  if (done.numDeletedRows === 0n) throw officeError('hotline.not-found');
  tx.record({ kind: 'hotline.removed', subject: { type: 'hotline', id } });
}

/** Writes down what a hotline is until now. */
async function keepPast(tx: Tx, id: string): Promise<void> {
  const now = await tx.db
    .selectFrom('hotline')
    .select(['name', 'number', 'owner', 'hours'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!now) return;
  await tx.db
    .insertInto('hotline_past')
    .values({ ...now, commune_id: tx.communeId, id: newId(), hotline_id: id, ended_at: tx.now })
    .execute();
}

function verification(tx: Tx) {
  return { verified_on: tx.today, verified_by: accountOf(tx.actor) };
}

async function change(
  tx: Tx,
  id: string,
  values: Partial<HotlineForm> & ReturnType<typeof verification>,
): Promise<void> {
  const done = await tx.db
    .updateTable('hotline')
    .set(values)
    .where('id', '=', id)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw officeError('hotline.not-found');
}
