// The editorial secretary's queue, and what a unit handed over.
import { canInNewsroom } from '#lib/newsroom/index.ts';
import { listHandovers } from '#lib/newsroom/index.server.ts';
import { hasRole } from '#lib/platform/index.ts';
import { getEntryForm } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const mayHandle = canInNewsroom(tx.actor, 'handover.handle', {});
    // Who follows the units sees every unit's, others their own.
    const seesAll = mayHandle || hasRole(tx.actor, 'coordinator', 'administrator');
    const all = await listHandovers(tx);
    return {
      handovers: seesAll ? all : all.filter(({ mine }) => mine),
      mayHandle,
      mayGive: (await getEntryForm(tx)).units.length > 0,
    };
  });
