// Thanks for a comment, with its number.
import { openConsultation } from '../consultation-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url, setHeaders }) =>
  locals.read(async (tx) => {
    setHeaders({ 'cache-control': 'no-store' });
    const { slug, title, closesOn } = await openConsultation(tx, params.slug);
    const number = /^[1-9]\d{0,6}$/.exec(url.searchParams.get('so') ?? '')?.[0];
    return { slug, title, closesOn, number };
  });
