// An article under its address, which lives for ever: live, replaced, withdrawn or gone.
import { redirect } from '@sveltejs/kit';
import { outlineOf, platformError, sizeInWords } from '#lib/platform/index.ts';
import { findAudio, findPublicArticle, showPictures } from '#lib/newsroom/index.server.ts';
import { articleGone, attachmentLinks, PUBLIC_FILES } from '#lib/newsroom/index.ts';
import { readBesideArticle } from '#lib/portal/index.server.ts';
import { speechOf } from '#lib/ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { found, beside, audio, pictures } = await locals.read(async (tx) => {
    const shown = await findPublicArticle(tx, params.slug);
    if (!shown) throw platformError('record.not-found', { what: 'bài này' });
    return {
      found: shown,
      beside: await readBesideArticle(tx, shown),
      audio: await findAudio(tx, shown.edition.id),
      pictures: await showPictures(tx, shown.article.body, (file) => `/tep/${file}`),
    };
  });
  const { edition, article, unitName, topics, attachments } = found;
  if (edition.withdrawnHow === 'error') throw articleGone(edition.withdrawnReason ?? '');
  if (edition.withdrawnHow === 'replaced' && edition.replacedBy) {
    redirect(301, speechOf(url.pathname).to(edition.replacedBy));
  }
  return {
    article,
    unitName,
    topics,
    beside,
    pictures,
    audio:
      audio && edition.status === 'published'
        ? {
            href: `${PUBLIC_FILES}/${audio.file.sha256}`,
            isMachine: audio.voice === 'machine',
            size: sizeInWords(audio.file.size),
          }
        : null,
    // Like pictures, files are given out while the article is live.
    files: edition.status === 'published' ? attachmentLinks(attachments) : [],
    outline: outlineOf(article.body),
    publicAt: edition.publicAt ?? '',
    changedAt: edition.number > 1 ? edition.publishedAt : null,
    changeNote: edition.changeNote,
    withdrawnReason: edition.withdrawnReason,
    address: url.origin + url.pathname,
  };
};
