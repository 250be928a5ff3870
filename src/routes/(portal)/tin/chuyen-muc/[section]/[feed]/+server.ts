// News of one section, to be told of what comes.
import { findSection } from '#lib/newsroom/index.ts';
import { listPublicArticles } from '#lib/newsroom/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { feedResponse, siteOf } from '#lib/portal/index.server.ts';
import { articleEntries, getFeedFormat, NEWEST } from '../../../../feed-entries.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const format = getFeedFormat(params.feed);
  const section = findSection(params.section);
  if (!section) throw platformError('record.not-found', { what: 'chuyên mục này' });
  const { entries, site } = await locals.read(async (tx) => ({
    entries: await articleEntries(
      tx,
      await listPublicArticles(tx, { section: section.id }, NEWEST),
    ),
    site: siteOf(locals.commune, tx),
  }));
  const folder = `/tin/chuyen-muc/${section.id}`;
  const part = { title: section.name, page: folder, folder };
  return feedResponse(format, site, entries, url.origin, part);
};
