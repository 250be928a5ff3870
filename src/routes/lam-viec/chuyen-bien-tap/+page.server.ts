// The editorial secretary's queue, and what a unit handed over.
import { canInNewsroom } from '#lib/newsroom/index.ts';
import { listHandovers } from '#lib/newsroom/index.server.ts';
import { readGivers } from './givers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    handovers: await listHandovers(tx),
    mayHandle: canInNewsroom(tx.actor, 'handover.handle', {}),
    mayGive: (await readGivers(tx)).units.length > 0,
  }));
