// The villages and residential groups of the commune. Old names stay known: one that is merged gets a
// successor, so that its address and what was recorded of it keep their meaning.
import { slugify } from '#lib/vietnam/index.ts';
import { requireInPlatform } from '../accounts/permissions.ts';
import { takeTurns } from '../database/take-turns.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { newId } from '../ids.server.ts';
import { officeError } from './errors.ts';

export interface Village {
  readonly id: string;
  readonly name: string;
  /** Part of its address; stays when the name is corrected. */
  readonly slug: string;
  /** The last day, YYYY-MM-DD; null while it goes on. */
  readonly validTo: string | null;
  readonly successor: { readonly name: string; readonly slug: string } | null;
}

/** All villages, those that ended last; in the order people count them: Thôn 2 before Thôn 10. */
export async function listVillages(tx: Tx): Promise<Village[]> {
  const rows = await tx.db
    .selectFrom('village')
    .leftJoin('village as next', (join) =>
      join
        .onRef('next.commune_id', '=', 'village.commune_id')
        .onRef('next.id', '=', 'village.successor_id'),
    )
    .select(['village.id', 'village.name', 'village.slug', 'village.valid_to as validTo'])
    .select(['next.name as nextName', 'next.slug as nextSlug'])
    .execute();
  return rows
    .map(({ nextName, nextSlug, ...village }) => ({
      ...village,
      successor: nextName && nextSlug ? { name: nextName, slug: nextSlug } : null,
    }))
    .toSorted(
      (one, other) =>
        Number(one.validTo !== null) - Number(other.validTo !== null) ||
        one.name.localeCompare(other.name, 'vi', { numeric: true }),
    );
}

/** @throws LoaError `village.name-taken` */
export async function addVillage(tx: Tx, name: string): Promise<string> {
  requireInPlatform(tx.actor, 'village.manage', {});
  await refuseTakenName(tx, name);
  const id = newId();
  const slug = await freeSlug(tx, name, id);
  await tx.db.insertInto('village').values({ commune_id: tx.communeId, id, name, slug }).execute();
  tx.record({ kind: 'village.created', subject: { type: 'village', id } });
  return id;
}

/** Corrects how the name is written; its address stays. @throws LoaError `village.*` */
export async function renameVillage(tx: Tx, id: string, name: string): Promise<void> {
  requireInPlatform(tx.actor, 'village.manage', {});
  const village = await getCurrent(tx, id);
  if (village.name === name) return;
  await refuseTakenName(tx, name, id);
  await tx.db.updateTable('village').set({ name }).where('id', '=', id).execute();
  tx.record({ kind: 'village.renamed', subject: { type: 'village', id } });
}

/**
 * The village ends today; another that goes on took its place, or none.
 * @throws LoaError `village.*`
 */
export async function endVillage(tx: Tx, id: string, successorId: string | null): Promise<void> {
  requireInPlatform(tx.actor, 'village.manage', {});
  await takeTurns(tx);
  await getCurrent(tx, id);
  if (successorId === id) throw officeError('village.merged-into-itself', {}, 'successorId');
  if (successorId !== null) await getCurrent(tx, successorId);
  await tx.db
    .updateTable('village')
    .set({ valid_to: tx.today, successor_id: successorId })
    .where('id', '=', id)
    .execute();
  tx.record({
    kind: 'village.ended',
    subject: { type: 'village', id },
    data: { successor: successorId },
  });
}

async function getCurrent(tx: Tx, id: string) {
  const village = await tx.db
    .selectFrom('village')
    .select(['name', 'valid_to'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!village) throw officeError('village.not-found');
  if (village.valid_to !== null) throw officeError('village.ended', { name: village.name });
  return village;
}

async function refuseTakenName(tx: Tx, name: string, exceptId?: string): Promise<void> {
  // Two who name a village at once: the second sees the first's.
  await takeTurns(tx);
  const rows = await tx.db
    .selectFrom('village')
    .select('id')
    .where('name', '=', name)
    .where('valid_to', 'is', null)
    .execute();
  if (rows.some((row) => row.id !== exceptId)) {
    throw officeError('village.name-taken', { name }, 'name');
  }
}

/** An address once given leads to the same village for ever. */
async function freeSlug(tx: Tx, name: string, id: string): Promise<string> {
  const wished = slugify(name, 60) || 'thon';
  const taken = await tx.db
    .selectFrom('village')
    .select('id')
    .where('slug', '=', wished)
    .executeTakeFirst();
  return taken ? `${wished}-${id.slice(-6)}` : wished;
}
