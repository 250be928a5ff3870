// Who answers for a village, as everybody may know it: positions, nothing of the people or their PINs.
import type { Tx } from '#lib/platform/index.server.ts';

/** Positions in office, in the order they were added. */
export async function listVillageHeads(tx: Tx, villageId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('unit_head')
    .select('position')
    .where('village_id', '=', villageId)
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return [...new Set(rows.map(({ position }) => position))];
}
