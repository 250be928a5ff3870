// One article with all its words; a withdrawn one says why.
import { articleGone } from '#lib/newsroom/index.ts';
import { findAudio, findPublicArticle, showPictures } from '#lib/newsroom/index.server.ts';
import { platformError, richTextToHtml, richTextToPlain } from '#lib/platform/index.ts';
import { ApiWholeArticle } from '#lib/portal/index.ts';
import { answer } from '../../answer.server.ts';
import { articleForApi, audioForApi, filesForApi } from '../article-for-api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  answer(ApiWholeArticle, () =>
    locals.read(async (tx) => {
      const found = await findPublicArticle(tx, params.article);
      if (!found) throw platformError('record.not-found', { what: 'bài này' });
      const { edition, article, unitName, topics, attachments } = found;
      const { withdrawnHow, withdrawnReason, replacedBy } = edition;
      if (withdrawnHow === 'error') throw articleGone(withdrawnReason ?? '');
      if (withdrawnHow === 'replaced' && replacedBy) {
        throw platformError('record.moved', { to: new URL(replacedBy, url.origin).href });
      }
      const pictures = await showPictures(tx, article.body, (file) => `${url.origin}/tep/${file}`);
      // Files and sounds are given out while the article is live, as on its page.
      const isLive = edition.status === 'published';
      const audio = isLive ? await findAudio(tx, edition.id) : undefined;
      return {
        ...articleForApi(edition, url.origin),
        unit: unitName,
        topics: topics.map(({ number, label }) => ({ number, label })),
        changeNote: edition.number > 1 ? edition.changeNote : '',
        withdrawnReason,
        html: richTextToHtml(article.body, { pictureUrl: (file) => pictures[file]?.url ?? '' }),
        text: richTextToPlain(article.body),
        files: isLive ? filesForApi(attachments, url.origin) : [],
        audio: audio ? audioForApi(audio, url.origin) : null,
      };
    }),
  );

export { preflight as OPTIONS, refuseSending as fallback } from '../../answer.server.ts';
