// An article before it is public, for whoever was given the link.
import { openPreview } from '#lib/newsroom/index.server.ts';
import { formatInstant, toInstant } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { article, number, expiresAt } = await locals.read((tx) => openPreview(tx, params.link));
  return { article, number, until: formatInstant(toInstant(expiresAt)), tagline: 'Xem trước' };
};
