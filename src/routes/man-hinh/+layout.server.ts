// What every screen at the counter shows: whose office it is, what became of a former one, and which number to call.
import { listHotlines, siteOf } from '#lib/portal/index.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex' });
  return locals.read(async (tx) => ({
    site: siteOf(locals.commune, tx),
    hotline: (await listHotlines(tx)).find(({ href }) => href) ?? null,
  }));
};
