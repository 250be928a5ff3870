// What the feeds list: published plans and the newest public acts, articles and documents, of the whole portal
// or of a part of it.
import { day, nameOf } from '../document-parts/names.ts';
import { consultationUrl, publicDocumentUrl } from '#lib/documents/index.ts';
import type { listConsultationNews, listPublicDocuments } from '#lib/documents/index.server.ts';
import { PUBLIC_FILES, publicArticleUrl } from '#lib/newsroom/index.ts';
import { listAttachmentsOf, listAudioOf, listPublicArticles } from '#lib/newsroom/index.server.ts';
import { publicActUrl, publicPlanUrl } from '#lib/plans/index.ts';
import { listPublicActs, listPublishedPlans } from '#lib/plans/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { findFeedFormat, type FeedEntry, type FeedFormat } from '#lib/portal/index.ts';
import { feedResponse, siteOf } from '#lib/portal/index.server.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** So many of each kind. */
export const NEWEST = { size: 50, start: 0 };

/** The feed of the whole portal. */
export async function answerFeed(event: RequestEvent, format: FeedFormat): Promise<Response> {
  const { locals, url } = event;
  const { entries, site } = await locals.read(async (tx) => {
    const plans = await listPublishedPlans(tx);
    const { acts } = await listPublicActs(tx, {}, NEWEST);
    const articles = await listPublicArticles(tx, {}, NEWEST);
    const all: FeedEntry[] = [
      ...(await articleEntries(tx, articles)),
      ...plans.map(({ slug, title, publishedAt }) => ({
        path: publicPlanUrl(slug),
        title: `Kế hoạch: ${title}`,
        summary: title,
        publishedAt,
      })),
      ...acts.map(actEntry),
    ];
    return { entries: all, site: siteOf(locals.commune, tx) };
  });
  return feedResponse(format, site, entries, url.origin);
}

/** The format that the name of a feed's file asks for. @throws LoaError `record.not-found` */
export function getFeedFormat(file: string): FeedFormat {
  const format = findFeedFormat(file);
  if (!format) throw platformError('record.not-found', { what: 'nguồn tin này' });
  return format;
}

/** Articles with their reading and the files they carry. */
export async function articleEntries(
  tx: Tx,
  articles: Awaited<ReturnType<typeof listPublicArticles>>,
): Promise<FeedEntry[]> {
  const ids = articles.map(({ id }) => id);
  const audio = await listAudioOf(tx, ids);
  const attached = await listAttachmentsOf(tx, ids);
  return articles.map(({ id, slug, title, summary, publicAt }) => {
    const reading = audio.get(id);
    const files = (attached.get(id) ?? []).map((file) => ({ ...file, sha256: file.file }));
    return {
      ...{ path: publicArticleUrl(slug ?? ''), title, summary, publishedAt: publicAt ?? '' },
      files: [...(reading ? [{ ...reading, title: 'Nghe bài này' }] : []), ...files].map(
        ({ sha256, title: name, mediaType, size }) => {
          return { path: `${PUBLIC_FILES}/${sha256}`, title: name, mediaType, size };
        },
      ),
    };
  });
}

export function actEntry(
  act: Awaited<ReturnType<typeof listPublicActs>>['acts'][number],
): FeedEntry {
  const { slug, title, summary, recordedAt } = act;
  return { path: publicActUrl(slug), title, summary, publishedAt: recordedAt };
}

export function documentEntry(
  document: Awaited<ReturnType<typeof listPublicDocuments>>['entries'][number],
): FeedEntry {
  return {
    path: publicDocumentUrl(document.slug ?? ''),
    title: document.title || nameOf(document),
    summary: [nameOf(document), document.agency].filter(Boolean).join(', '),
    publishedAt: document.publishedAt ?? document.receivedAt,
  };
}

export function consultationEntry(
  news: Awaited<ReturnType<typeof listConsultationNews>>[number],
): FeedEntry {
  const { slug, title, lead, closesOn, isResult, at: publishedAt } = news;
  const path = consultationUrl(slug);
  // Two things of one page: each keeps an address of its own, which readers tell entries apart by.
  return isResult
    ? { path: `${path}#ket-qua`, title: `Kết quả lấy ý kiến: ${title}`, summary: lead, publishedAt }
    : {
        path,
        title: `Lấy ý kiến: ${title}`,
        summary: `${lead} Góp ý đến hết ngày ${day(closesOn)}.`,
        publishedAt,
      };
}
