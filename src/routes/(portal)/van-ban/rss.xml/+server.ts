// New documents as RSS; of one field of work where the address names it.
import { publicDocumentUrl } from '#lib/documents/index.ts';
import { listPublicDocuments } from '#lib/documents/index.server.ts';
import { feedResponse, siteOf } from '#lib/portal/index.server.ts';
import { nameOf } from '../../../document-parts/names.ts';
import { documentFilterOf } from '../filter.ts';
import type { RequestHandler } from './$types';

const NEWEST = 50;

export const GET: RequestHandler = async ({ locals, url }) => {
  const entries = await locals.read(async (tx) => {
    const page = { size: NEWEST, start: 0 };
    const { entries: found } = await listPublicDocuments(tx, tx.today, documentFilterOf(url), page);
    return found.map((document) => ({
      path: publicDocumentUrl(document.slug ?? ''),
      title: document.title || nameOf(document),
      summary: [nameOf(document), document.agency].filter(Boolean).join(', '),
      publishedAt: document.publishedAt ?? document.receivedAt,
    }));
  });
  return feedResponse('rss', siteOf(locals.commune), entries, url.origin);
};
