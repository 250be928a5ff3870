// Everything there is to open, on one page.
import { listPublishedPlans } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  plans: await locals.read(listPublishedPlans),
});
