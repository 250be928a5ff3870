// Since when no other site answers this machine: links go unchecked meanwhile, and after some days the office is
// told so. No link is called dead for it.
import type { Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { isLongSilence } from './outside.ts';

/** An instant; undefined while others answer. */
export async function findSilence(tx: Tx): Promise<string | undefined> {
  const row = await tx.db.selectFrom('link_silence').select('since').executeTakeFirst();
  return row?.since;
}

/** Begins at the first silent try; those after it change nothing. */
export async function keepSilence(tx: Tx): Promise<void> {
  await tx.db
    .insertInto('link_silence')
    .values({ commune_id: tx.communeId, since: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function endSilence(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('link_silence').execute();
}

/**
 * Since when links to other sites couldn't be checked, once that has gone on long enough to be told.
 * @returns an instant
 * @throws LoaError `access.*`
 */
export async function findUncheckedSince(tx: Tx): Promise<string | undefined> {
  requireCan(tx.actor, 'article.see', {});
  const since = await findSilence(tx);
  return since !== undefined && isLongSilence(since, tx.now) ? since : undefined;
}
