// Commendations and shortcomings the office made public.
import { listPublicCommendations } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({ entries: await listPublicCommendations(tx) }));
