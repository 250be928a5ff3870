// New documents, all or of one field of work, to be told of what comes.
import { listPublicDocuments } from '#lib/documents/index.server.ts';
import type { FeedFormat } from '#lib/portal/index.ts';
import { feedResponse, siteOf } from '#lib/portal/index.server.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { documentEntry, NEWEST } from '../feed-entries.server.ts';
import { documentFilterOf, fieldQuery } from './filter.ts';

export async function answerDocumentFeed(
  { locals, url }: RequestEvent,
  format: FeedFormat,
): Promise<Response> {
  const filter = documentFilterOf(url);
  const { entries } = await locals.read((tx) => listPublicDocuments(tx, tx.today, filter, NEWEST));
  const query = fieldQuery(filter.field);
  const part = {
    title: filter.field ? `Văn bản: ${filter.field}` : 'Văn bản',
    page: `/van-ban${query}`,
    folder: '/van-ban',
    query,
  };
  const site = siteOf(locals.commune);
  return feedResponse(format, site, entries.map(documentEntry), url.origin, part);
}
