// What every screen at the counter shows: whose office it is and which number to call.
import { listHotlines, siteOf } from '#lib/portal/index.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex' });
  const hotlines = await locals.read((tx) => listHotlines(tx));
  return { site: siteOf(locals.commune), hotline: hotlines.find(({ href }) => href) ?? null };
};
