// The units of the office as the public reads them: those that work today.
import type { Tx } from '#lib/platform/index.server.ts';

/** Their names, in the office's order. */
export async function listUnitsToday(tx: Tx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('unit')
    .select('name')
    .where(({ eb, or }) => or([eb('valid_to', 'is', null), eb('valid_to', '>=', tx.today)]))
    .where(({ eb, or }) => or([eb('valid_from', 'is', null), eb('valid_from', '<=', tx.today)]))
    .orderBy('position')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}
