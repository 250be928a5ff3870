// Public documents, the latest issued first, one page at a time, as in force today.
import { listPublicDocuments } from '#lib/documents/index.server.ts';
import { ApiDocument, listOf } from '#lib/portal/index.ts';
import { answer, nextLink, pageOf } from '../answer.server.ts';
import { documentForApi } from './document-for-api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
  answer(
    listOf(ApiDocument),
    async () => {
      const { total, entries } = await locals.read((tx) =>
        listPublicDocuments(tx, tx.today, {}, pageOf(url)),
      );
      return { total, items: entries.map((entry) => documentForApi(entry, url.origin)) };
    },
    ({ total }) => nextLink(url, total),
  );

export { preflight as OPTIONS, refuseSending as fallback } from '../answer.server.ts';
