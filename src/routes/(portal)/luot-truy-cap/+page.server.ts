// Access figures in words, with how they are counted.
import { readAccessFigures } from '#lib/portal/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  return { figures: await locals.read(readAccessFigures) };
};
