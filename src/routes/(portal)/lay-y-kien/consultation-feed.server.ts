// Drafts opened for comment and results that were published, to be told of what comes.
import { listConsultationNews } from '#lib/documents/index.server.ts';
import type { FeedFormat } from '#lib/portal/index.ts';
import { feedResponse, siteOf } from '#lib/portal/index.server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { consultationEntry, NEWEST } from '../feed-entries.server.ts';

export async function answerConsultationFeed(
  { locals, url }: RequestEvent,
  format: FeedFormat,
): Promise<Response> {
  const { news, site } = await locals.read(async (tx) => ({
    news: await listConsultationNews(tx, NEWEST.size),
    site: siteOf(locals.commune, tx),
  }));
  const folder = '/lay-y-kien';
  const part = { title: 'Lấy ý kiến người dân', page: folder, folder };
  const entries = news.map(consultationEntry);
  return feedResponse(format, site, entries, url.origin, part);
}
