// A page of the office under its address, which lives for ever: live, replaced, withdrawn or gone; and what
// Loa draws of the office even where nobody wrote a word.
import { redirect } from '@sveltejs/kit';
import { articleGone, attachmentLinks, publicPageUrl } from '#lib/newsroom/index.ts';
import {
  findPublicArticle,
  listOfficePages,
  readSiteSections,
  showPictures,
} from '#lib/newsroom/index.server.ts';
import { outlineOf, platformError } from '#lib/platform/index.ts';
import { speechOf } from '#lib/ui/index.ts';
import { listUnitsToday } from '../units-today.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { found, ...shown } = await locals.read(async (tx) => {
    const page = await findPublicArticle(tx, params.slug, 'page');
    const { sections } = readSiteSections();
    const section = sections.find(({ id }) => id === (page?.article.section ?? params.slug));
    const units =
      section?.drawn === 'units' && params.slug === section.id ? await listUnitsToday(tx) : [];
    if (!page && units.length === 0) throw platformError('record.not-found', { what: 'trang này' });
    const pages = (await listOfficePages(tx)).filter((one) => one.section === section?.id);
    return {
      found: page,
      section,
      beside: pages
        .filter(({ slug }) => slug !== params.slug)
        .map(({ slug, title }) => ({ href: publicPageUrl(slug ?? ''), title })),
      lookedOn: pages.find(({ slug }) => slug === params.slug)?.lookedOn ?? null,
      pictures: page ? await showPictures(tx, page.article.body, (file) => `/tep/${file}`) : {},
      units,
    };
  });
  const section = shown.section && { id: shown.section.id, name: shown.section.name };
  if (!found) {
    return { ...shown, section, title: section?.name ?? '', summary: '', page: null };
  }
  const { edition, article, unitName, attachments } = found;
  if (edition.withdrawnHow === 'error') throw articleGone(edition.withdrawnReason ?? '');
  if (edition.withdrawnHow === 'replaced' && edition.replacedBy) {
    redirect(301, speechOf(url.pathname).to(edition.replacedBy));
  }
  return {
    ...shown,
    section,
    title: article.title,
    summary: article.summary,
    page: {
      body: article.body,
      outline: outlineOf(article.body),
      files: edition.status === 'published' ? attachmentLinks(attachments) : [],
      unitName,
      publishedAt: edition.publishedAt ?? '',
      changeNote: edition.number > 1 ? edition.changeNote : '',
      withdrawnReason: edition.withdrawnReason,
    },
  };
};
