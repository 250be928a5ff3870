// What every sign-in page shows of the office.
import { capitalize } from '#lib/vietnam/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
  communeName: capitalize(locals.commune.name),
});
