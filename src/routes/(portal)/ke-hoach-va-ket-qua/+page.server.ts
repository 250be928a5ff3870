// Plans and results: with one published plan, straight to it; with several, the choice.
import { redirect } from '@sveltejs/kit';
import { listPublishedPlans } from '#lib/plans/index.server.ts';
import { planResultUrl } from '#lib/portal/index.ts';
import { speechOf } from '#lib/ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const plans = await locals.read(listPublishedPlans);
  const [only, ...others] = plans;
  if (only && others.length === 0) {
    redirect(307, speechOf(url.pathname).to(planResultUrl(only.slug)));
  }
  return { plans };
};
