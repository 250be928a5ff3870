// A sheet's number is typed in by hand.
import { redirect } from '@sveltejs/kit';
import { speechOf } from '#lib/ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
  const given = url.searchParams.get('so') ?? '';
  if (given !== '') {
    redirect(303, speechOf(url.pathname).to(`/to/${encodeURIComponent(given.slice(0, 40))}`));
  }
};
