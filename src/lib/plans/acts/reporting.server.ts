// Whose report something is: the unit it was done or given under, and the units that took its place.
import { listUnitLinks, type Tx } from '#lib/platform/index.server.ts';
import { successorsOf } from '#lib/platform/index.ts';
import type { PlansSubject } from '../permissions.ts';

/** The unit with its successors, as `requireCan` asks for it. */
export async function reportingSubject(
  tx: Tx,
  unitId: string,
): Promise<PlansSubject & { readonly unitId: string }> {
  return { unitId, successorIds: successorsOf(await listUnitLinks(tx), unitId) };
}
