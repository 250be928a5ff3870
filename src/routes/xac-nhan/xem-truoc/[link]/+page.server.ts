// An article before it is public, for whoever was given the link.
import { attachmentLinks } from '#lib/newsroom/index.ts';
import { openPreview, showAttachments, showPictures } from '#lib/newsroom/index.server.ts';
import { formatInstant, toInstant } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { article, number, expiresAt, pictures, files } = await locals.read(async (tx) => {
    const opened = await openPreview(tx, params.link);
    const here = `/xac-nhan/xem-truoc/${params.link}`;
    const { body, attachments } = opened.article;
    return {
      ...opened,
      pictures: await showPictures(tx, body, (file) => `${here}/anh/${file}`),
      files: attachmentLinks(await showAttachments(tx, attachments), `${here}/tep`),
    };
  });
  return {
    article,
    number,
    pictures,
    files,
    until: formatInstant(toInstant(expiresAt)),
    tagline: 'Xem trước',
  };
};
