// Two editions side by side, the older one first.
import { compareArticles } from '#lib/newsroom/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const compared = await compareArticles(tx, url.searchParams.get('voi') ?? '', params.id);
    if (compared.before.number <= compared.after.number) return { compared };
    return { compared: await compareArticles(tx, params.id, compared.before.id) };
  });
