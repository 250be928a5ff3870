// The editorial secretary's queue, and what a unit handed over.
import { canInNewsroom } from '#lib/newsroom/index.ts';
import { listHandovers } from '#lib/newsroom/index.server.ts';
import { getEntryForm } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    handovers: await listHandovers(tx),
    mayHandle: canInNewsroom(tx.actor, 'handover.handle', {}),
    mayGive: (await getEntryForm(tx)).units.length > 0,
  }));
