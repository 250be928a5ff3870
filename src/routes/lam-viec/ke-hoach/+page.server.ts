// The office's plans: those under review and those in force.
import { can } from '#lib/plans/index.ts';
import { listCompositions, listPlans } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [plans, compositions] = await locals.read(async (tx) => [
    await listPlans(tx),
    await listCompositions(tx),
  ]);
  return {
    // One that was issued goes on as a plan below.
    composing: compositions
      .filter(({ status }) => status !== 'issued')
      .map(({ id, year, title, status, open }) => ({ id, year, title, status, open })),
    drafts: plans.filter((plan) => plan.status === 'draft'),
    confirmed: plans.filter((plan) => plan.status === 'confirmed'),
    mayReceive: can(locals.actor, 'plan.receive', {}),
  };
};
