// An article under its address, which lives for ever: live, replaced, withdrawn or gone.
import { redirect } from '@sveltejs/kit';
import { outlineOf, platformError } from '#lib/platform/index.ts';
import { findPublicArticle } from '#lib/newsroom/index.server.ts';
import { articleGone } from '#lib/newsroom/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const found = await locals.read((tx) => findPublicArticle(tx, params.slug));
  if (!found) throw platformError('record.not-found', { what: 'bài này' });
  const { edition, article, unitName, topics } = found;
  if (edition.withdrawnHow === 'error') throw articleGone(edition.withdrawnReason ?? '');
  if (edition.withdrawnHow === 'replaced' && edition.replacedBy) redirect(301, edition.replacedBy);
  return {
    article,
    unitName,
    topics,
    outline: outlineOf(article.body),
    publicAt: edition.publicAt ?? '',
    changedAt: edition.number > 1 ? edition.publishedAt : null,
    changeNote: edition.changeNote,
    withdrawnReason: edition.withdrawnReason,
    address: url.origin + url.pathname,
  };
};
