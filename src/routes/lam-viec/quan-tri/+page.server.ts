// Administration opens at the first page the person may see.
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { tabs } = await parent();
  redirect(303, tabs[0]?.href ?? '/lam-viec');
};
