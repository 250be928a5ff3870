// Links that lead nowhere in what everybody reads now, by article and page, and since when others can't be asked.
import { findUncheckedSince, listDeadLinks } from '#lib/newsroom/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const links = await listDeadLinks(tx);
    const items = new Map(links.map(({ editionId, title, kind }) => [editionId, { title, kind }]));
    return {
      uncheckedSince: (await findUncheckedSince(tx)) ?? null,
      count: links.length,
      items: [...items].map(([id, { title, kind }]) => ({
        id,
        title,
        isPage: kind === 'page',
        links: links
          .filter(({ editionId }) => editionId === id)
          .map(({ words, href, why, triedAt }) => ({ words, href, why, triedAt })),
      })),
    };
  });
