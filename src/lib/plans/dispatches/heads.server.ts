// Those who answer for a unit or a village without an account: a position with a PIN. Who issues a PIN
// can't make the links that go with it, so nobody holds both.
import { accountOf } from '#lib/platform/index.ts';
import { randomInt } from 'node:crypto';
import { hashPassword, newId, type Tx } from '#lib/platform/index.server.ts';
import { addMonths, toPlainDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { AddHead, PIN_MONTHS } from './dispatch.ts';
import { dispatchError } from './errors.ts';

export interface Head {
  readonly id: string;
  readonly position: string;
  readonly placeId: string;
  readonly placeName: string;
  /** Last day of the PIN; null where there is none. */
  readonly pinUntil: string | null;
  readonly pinBy: string | null;
}

/** Those in office, by unit and village. @throws LoaError `access.*` */
export async function listHeads(tx: Tx): Promise<Head[]> {
  requireCan(tx.actor, 'dispatch.see', {});
  const rows = await tx.db
    .selectFrom('unit_head')
    .leftJoin('unit', (join) =>
      join
        .onRef('unit.commune_id', '=', 'unit_head.commune_id')
        .onRef('unit.id', '=', 'unit_head.unit_id'),
    )
    .leftJoin('village', (join) =>
      join
        .onRef('village.commune_id', '=', 'unit_head.commune_id')
        .onRef('village.id', '=', 'unit_head.village_id'),
    )
    .select([
      'unit_head.id',
      'unit_head.position',
      'unit_head.unit_id',
      'unit_head.village_id',
      'unit_head.pin_until',
      'unit_head.pin_by',
      'unit.name as unit_name',
      'village.name as village_name',
    ])
    .where('unit_head.ended_at', 'is', null)
    .orderBy('unit.position')
    .orderBy('village.slug')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    placeId: row.unit_id ?? row.village_id ?? '',
    placeName: row.unit_name ?? row.village_name ?? '',
    pinUntil: row.pin_until,
    pinBy: row.pin_by,
  }));
}

/** @throws LoaError `head.unknown-place`, `access.*` */
export async function addHead(tx: Tx, input: AddHead): Promise<string> {
  requireCan(tx.actor, 'head.manage', {});
  const { of, position } = AddHead.parse(input);
  const has = async (table: 'unit' | 'village') =>
    (await tx.db.selectFrom(table).select('id').where('id', '=', of).executeTakeFirst()) !==
    undefined;
  const isUnit = await has('unit');
  if (!isUnit && !(await has('village'))) throw dispatchError('head.unknown-place', {}, 'of');
  const id = newId();
  await tx.db
    .insertInto('unit_head')
    .values({
      commune_id: tx.communeId,
      id,
      unit_id: isUnit ? of : null,
      village_id: isUnit ? null : of,
      position,
      added_at: tx.now,
    })
    .execute();
  tx.record({ kind: 'head.added', subject: { type: 'head', id }, data: { of } });
  return id;
}

/** Somebody else holds the position: PIN and links of the former end. */
export async function endHead(tx: Tx, id: string): Promise<void> {
  requireCan(tx.actor, 'head.manage', {});
  await change(tx, id, { ended_at: tx.now, pin_hash: null, pin_at: null, pin_until: null });
  tx.record({ kind: 'head.ended', subject: { type: 'head', id } });
}

export interface NewPin {
  /** Six digits, shown once. */
  readonly pin: string;
  readonly hash: string;
}

/** Made before the transaction, since hashing takes its time. */
export async function makePin(): Promise<NewPin> {
  const pin = String(randomInt(1_000_000)).padStart(6, '0');
  return { pin, hash: await hashPassword(pin) };
}

/** Gives a head a new PIN in place of the former one. @throws LoaError `head.not-found`, `access.*` */
export async function issuePin(tx: Tx, id: string, hash: string): Promise<void> {
  requireCan(tx.actor, 'head.manage', {});
  await change(tx, id, {
    pin_hash: hash,
    pin_by: accountOf(tx.actor),
    pin_at: tx.now,
    pin_until: addMonths(toPlainDate(tx.today), PIN_MONTHS),
  });
  tx.record({ kind: 'head.pin-issued', subject: { type: 'head', id } });
}

async function change(
  tx: Tx,
  id: string,
  values: {
    ended_at?: string;
    pin_hash: string | null;
    pin_by?: string | null;
    pin_at: string | null;
    pin_until: string | null;
  },
): Promise<void> {
  const done = await tx.db
    .updateTable('unit_head')
    .set(values)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw dispatchError('head.not-found');
}
