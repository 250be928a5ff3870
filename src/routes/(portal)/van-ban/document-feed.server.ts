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
  const { entries, site } = await locals.read(async (tx) => ({
    ...(await listPublicDocuments(tx, tx.today, filter, NEWEST)),
    site: siteOf(locals.commune, tx),
  }));
  const query = fieldQuery(filter.field);
  const part = {
    title: filter.field ? `Văn bản: ${filter.field}` : 'Văn bản',
    page: `/van-ban${query}`,
    folder: '/van-ban',
    query,
  };
  return feedResponse(format, site, entries.map(documentEntry), url.origin, part);
}
