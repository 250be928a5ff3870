// An article before it is public, for whoever was given the link.
import { openPreview, showPictures } from '#lib/newsroom/index.server.ts';
import { formatInstant, toInstant } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { article, number, expiresAt, pictures } = await locals.read(async (tx) => {
    const opened = await openPreview(tx, params.link);
    const urlOf = (file: string) => `/xac-nhan/xem-truoc/${params.link}/anh/${file}`;
    return { ...opened, pictures: await showPictures(tx, opened.article.body, urlOf) };
  });
  return {
    article,
    number,
    pictures,
    until: formatInstant(toInstant(expiresAt)),
    tagline: 'Xem trước',
  };
};
