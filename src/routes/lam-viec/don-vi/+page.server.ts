// The units of the office: duties, what was done, what is unproven.
import { listUnitProgress } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  units: await locals.read(listUnitProgress),
});
