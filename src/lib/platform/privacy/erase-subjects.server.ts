// Destroying keys of subjects for good. Their ids are written down beside the database first, so that a backup
// taken earlier doesn't bring the keys back with it; in steps, since a file is no part of a transaction.
import { inCommune, type Options } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { noteDestroyed, noteSpared, readDestroyed } from './destroyed-keys.server.ts';

/** What a room that sealed something says of its end. */
interface Erasure {
  /**
   * Ids of living keys that have served. Asked twice, the second time in the transaction that destroys them:
   * where `tx.writes`, what the answer hangs on has to be locked.
   */
  readonly due: (tx: Tx) => Promise<readonly string[]>;
  /** Tells the record which keys went, in the same transaction. */
  readonly tell: (tx: Tx, ids: readonly string[]) => Promise<void>;
}

/**
 * Destroys the keys that have served: asks which, writes them down for good, then asks again and destroys
 * those of them that are still due. A crash on the way leaves keys that the next round destroys.
 * @returns how many were destroyed
 */
export async function eraseSubjects(
  communeId: string,
  { due, tell }: Erasure,
  options: Pick<Options, 'actor' | 'now'>,
): Promise<number> {
  const found = await inCommune(communeId, async (tx) => ({ ids: await due(tx), at: tx.now }), {
    ...options,
  });
  if (found.ids.length === 0) return 0;
  await noteDestroyed(communeId, found.ids, found.at);
  const { gone, spared } = await inCommune(
    communeId,
    async (tx) => {
      const still = new Set(await due(tx));
      const ids = found.ids.filter((id) => still.has(id));
      if (ids.length > 0) {
        await destroy(tx, ids);
        await tell(tx, ids);
      }
      // Not those that another machine destroyed in between.
      const rest = found.ids.filter((id) => !still.has(id));
      return { gone: ids.length, spared: await living(tx, rest) };
    },
    { ...options, write: true },
  );
  if (spared.length > 0) await noteSpared(communeId, spared, found.at);
  return gone;
}

async function destroy(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('subject_key')
    .set({ sealed_key: null, destroyed_at: tx.now })
    .where('id', 'in', [...ids])
    .where('sealed_key', 'is not', null)
    .execute();
}

async function living(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .selectFrom('subject_key')
    .select('id')
    .where('id', 'in', [...ids])
    .where('sealed_key', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** After a restore: destroys again what had been destroyed here. Returns how many came back and went. */
export async function destroyAgain(tx: Pick<Tx, 'db' | 'communeId'>): Promise<number> {
  let again = 0;
  for (const [id, at] of await readDestroyed(tx.communeId)) {
    const done = await tx.db
      .updateTable('subject_key')
      .set({ sealed_key: null, destroyed_at: at })
      .where('id', '=', id)
      .where('sealed_key', 'is not', null)
      .executeTakeFirst();
    again += Number(done.numUpdatedRows);
  }
  return again;
}
