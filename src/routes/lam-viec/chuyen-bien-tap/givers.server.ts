// The form of handing over for one person: the units they may hand over for, with what those are to do.
import { canInNewsroom } from '#lib/newsroom/index.ts';
import { getEntryForm } from '#lib/plans/index.server.ts';
import type { Tx } from '#lib/platform/index.server.ts';

/** Who may record what a unit did may not always hand over for it. */
export async function readGivers(tx: Tx) {
  const entry = await getEntryForm(tx);
  const units = entry.units.filter(({ id }) =>
    canInNewsroom(tx.actor, 'handover.give', { unitId: id }),
  );
  return { ...entry, units };
}
