// Published plans.
import { ApiPlan, listOf } from '#lib/portal/index.ts';
import { publicPlanUrl } from '#lib/plans/index.ts';
import { listPublishedPlans } from '#lib/plans/index.server.ts';
import { answer } from '../answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
  answer(listOf(ApiPlan), async () => {
    const plans = await locals.read(listPublishedPlans);
    const items = plans.map((plan) => ({ ...plan, url: url.origin + publicPlanUrl(plan.slug) }));
    return { total: items.length, items };
  });

export { preflight as OPTIONS, refuseSending as fallback } from '../answer.server.ts';
