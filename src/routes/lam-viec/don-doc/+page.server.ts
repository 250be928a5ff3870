// Urging and inspection: what units were reminded of, and what they answered.
import { can } from '#lib/plans/index.ts';
import { listUrgings } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    urgings: await listUrgings(tx),
    mayRecord: can(locals.actor, 'urging.record', {}),
  }));
