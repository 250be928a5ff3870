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
  const news = await locals.read((tx) => listConsultationNews(tx, NEWEST.size));
  const folder = '/lay-y-kien';
  const part = { title: 'Lấy ý kiến người dân', page: folder, folder };
  const entries = news.map(consultationEntry);
  return feedResponse(format, siteOf(locals.commune), entries, url.origin, part);
}
