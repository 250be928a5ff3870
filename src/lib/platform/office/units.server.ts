// The units that plans give duties to. Old names stay known: a unit that is reorganised gets a
// successor, so that what was recorded under the old one keeps its meaning.
import { slugify } from '#lib/vietnam/index.ts';
import { requireInPlatform } from '../accounts/permissions.ts';
import { changeTokensSoon } from '../accounts/sessions.server.ts';
import { takeTurns } from '../database/take-turns.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { newId } from '../ids.server.ts';
import { officeError } from './errors.ts';
import type { UnitLink } from './unit-line.ts';

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  /** Where it is reminded; '' where it has no address. */
  readonly email: string;
  /** YYYY-MM-DD; null while it has always been or still is. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly successorId: string | null;
  /** Accounts that work for it. */
  readonly members: number;
}

/** All units in the office's order, those that ended last. */
export async function listUnits(tx: Tx): Promise<Unit[]> {
  const rows = await tx.db
    .selectFrom('unit')
    .leftJoin('unit_member', (join) =>
      join
        .onRef('unit_member.commune_id', '=', 'unit.commune_id')
        .onRef('unit_member.unit_id', '=', 'unit.id'),
    )
    .select(['id', 'name', 'slug', 'email', 'valid_from', 'valid_to', 'successor_id'])
    .select((all) => all.fn.count<number>('account_id').as('members'))
    .groupBy(['unit.commune_id', 'unit.id'])
    .orderBy('position')
    .orderBy('name')
    .execute();
  const units = rows.map((row) => ({
    id: row.id,
    name: row.name,
    slug: row.slug,
    email: row.email,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successorId: row.successor_id,
    members: Number(row.members),
  }));
  return units.sort((a, b) => Number(a.validTo !== null) - Number(b.validTo !== null));
}

/** Which unit took whose place, for every unit of the office. */
export async function listUnitLinks(tx: Tx): Promise<UnitLink[]> {
  return tx.db
    .selectFrom('unit')
    .select(['id', 'successor_id as successorId'])
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** @throws LoaError `unit.name-taken` */
export async function addUnit(tx: Tx, name: string, validFrom?: string): Promise<string> {
  requireInPlatform(tx.actor, 'unit.manage', {});
  await refuseTakenName(tx, name);
  const id = await insertUnit(tx, { name, validFrom });
  tx.record({ kind: 'unit.created', subject: { type: 'unit', id } });
  return id;
}

/** Corrects how the name is written; the unit stays the same one, and so does its address. */
export async function renameUnit(tx: Tx, id: string, name: string): Promise<void> {
  requireInPlatform(tx.actor, 'unit.manage', {});
  const unit = await getCurrent(tx, id);
  if (unit.name === name) return;
  await refuseTakenName(tx, name, id);
  await tx.db.updateTable('unit').set({ name }).where('id', '=', id).execute();
  tx.record({ kind: 'unit.renamed', subject: { type: 'unit', id } });
}

/** Sets where the unit is reminded; '' takes the address away. The event doesn't repeat it. */
export async function setUnitEmail(tx: Tx, id: string, email: string): Promise<void> {
  requireInPlatform(tx.actor, 'unit.manage', {});
  const unit = await getCurrent(tx, id);
  if (unit.email === email) return;
  await tx.db.updateTable('unit').set({ email }).where('id', '=', id).execute();
  tx.record({ kind: 'unit.email-set', subject: { type: 'unit', id } });
}

/** From `from` on another unit takes the place of this one; its people move along. */
export async function succeedUnit(
  tx: Tx,
  id: string,
  next: { name: string; from: string },
): Promise<string> {
  requireInPlatform(tx.actor, 'unit.manage', {});
  const unit = await getCurrent(tx, id);
  await refuseTakenName(tx, next.name, id);
  const successorId = await insertUnit(tx, {
    name: next.name,
    validFrom: next.from,
    position: unit.position,
  });
  const validTo =
    unit.valid_from !== null && unit.valid_from > next.from ? unit.valid_from : next.from;
  await tx.db
    .updateTable('unit')
    .set({ valid_to: validTo, successor_id: successorId })
    .where('id', '=', id)
    .execute();
  await moveMembers(tx, id, successorId);
  tx.record({
    kind: 'unit.succeeded',
    subject: { type: 'unit', id },
    data: { successorId, from: next.from },
  });
  return successorId;
}

/** From `from` on another unit that already exists takes the place of this one: two became one. */
export async function mergeUnit(
  tx: Tx,
  id: string,
  into: { unitId: string; from: string },
): Promise<void> {
  requireInPlatform(tx.actor, 'unit.manage', {});
  const unit = await getCurrent(tx, id);
  if (into.unitId === id) throw officeError('unit.merged-into-itself', {}, 'unitId');
  await getCurrent(tx, into.unitId);
  const validTo =
    unit.valid_from !== null && unit.valid_from > into.from ? unit.valid_from : into.from;
  await tx.db
    .updateTable('unit')
    .set({ valid_to: validTo, successor_id: into.unitId })
    .where('id', '=', id)
    .execute();
  await moveMembers(tx, id, into.unitId);
  tx.record({
    kind: 'unit.succeeded',
    subject: { type: 'unit', id },
    data: { successorId: into.unitId, from: into.from },
  });
}

/** The unit no longer exists, without a successor. */
export async function endUnit(tx: Tx, id: string): Promise<void> {
  requireInPlatform(tx.actor, 'unit.manage', {});
  await getCurrent(tx, id);
  await tx.db.updateTable('unit').set({ valid_to: tx.today }).where('id', '=', id).execute();
  tx.record({ kind: 'unit.ended', subject: { type: 'unit', id } });
}

/** Moves a unit one place up or down in the order that lists and reports show. */
export async function moveUnit(tx: Tx, id: string, way: 'up' | 'down'): Promise<void> {
  requireInPlatform(tx.actor, 'unit.manage', {});
  const rows = await tx.db
    .selectFrom('unit')
    .select('id')
    .where('valid_to', 'is', null)
    .orderBy('position')
    .orderBy('name')
    .execute();
  const order = rows.map((row) => row.id);
  const index = order.indexOf(id);
  const other = way === 'up' ? index - 1 : index + 1;
  const neighbour = order[other];
  if (index < 0) throw officeError('unit.not-found');
  if (neighbour === undefined) return;
  order[other] = id;
  order[index] = neighbour;
  // Positions are written anew: units that came from elsewhere may share one.
  for (const [position, unitId] of order.entries()) {
    await tx.db.updateTable('unit').set({ position }).where('id', '=', unitId).execute();
  }
  tx.record({ kind: 'unit.reordered', subject: { type: 'unit', id } });
}

async function getCurrent(tx: Tx, id: string) {
  const unit = await tx.db
    .selectFrom('unit')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!unit) throw officeError('unit.not-found');
  if (unit.valid_to !== null) throw officeError('unit.ended', { name: unit.name });
  return unit;
}

async function refuseTakenName(tx: Tx, name: string, exceptId?: string): Promise<void> {
  // Two who name a unit at once: the second sees the first's.
  await takeTurns(tx);
  const rows = await tx.db
    .selectFrom('unit')
    .select('id')
    .where('name', '=', name)
    .where('valid_to', 'is', null)
    .execute();
  if (rows.some((row) => row.id !== exceptId)) {
    throw officeError('unit.name-taken', { name }, 'name');
  }
}

export interface NewUnit {
  readonly name: string;
  /** YYYY-MM-DD; left out for one that always was. */
  readonly validFrom?: string;
  /** Place in the office's order; the last when left out. */
  readonly position?: number;
}

/** Writes a unit with a free address, for use cases that have checked who asks and the name. */
export async function insertUnit(tx: Tx, unit: NewUnit): Promise<string> {
  await takeTurns(tx);
  const { name, validFrom = null, position } = unit;
  const id = newId();
  const taken = await tx.db.selectFrom('unit').select(['slug', 'position']).execute();
  const slugs = new Set(taken.map((row) => row.slug));
  const base = slugify(name) || 'don-vi';
  let slug = base;
  for (let number = 2; slugs.has(slug); number += 1) slug = `${base}-${number}`;
  const last = Math.max(-1, ...taken.map((row) => row.position));
  await tx.db
    .insertInto('unit')
    .values({
      commune_id: tx.communeId,
      id,
      name,
      slug,
      position: position ?? last + 1,
      valid_from: validFrom,
    })
    .execute();
  return id;
}

async function moveMembers(tx: Tx, fromId: string, toId: string): Promise<void> {
  const members = await tx.db
    .deleteFrom('unit_member')
    .where('unit_id', '=', fromId)
    .returning('account_id')
    .execute();
  if (members.length === 0) return;
  // Somebody may work for both already.
  const there = await tx.db
    .selectFrom('unit_member')
    .select('account_id')
    .where('unit_id', '=', toId)
    .execute();
  const known = new Set(there.map(({ account_id }) => account_id));
  const moving = members.filter(({ account_id }) => !known.has(account_id));
  const rows = moving.map(({ account_id }) => ({
    commune_id: tx.communeId,
    unit_id: toId,
    account_id,
  }));
  if (rows.length > 0) await tx.db.insertInto('unit_member').values(rows).execute();
  for (const { account_id } of members) await changeTokensSoon(tx, account_id);
}
