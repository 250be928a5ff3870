// The office's plans: those under review and those in force.
import { can } from '#lib/plans/index.ts';
import { listPlans } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const plans = await locals.read((tx) => listPlans(tx));
  return {
    drafts: plans.filter((plan) => plan.status === 'draft'),
    confirmed: plans.filter((plan) => plan.status === 'confirmed'),
    mayReceive: can(locals.actor, 'plan.receive', {}),
  };
};
