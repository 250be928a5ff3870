// What is found for a question, newest first, to be told of what comes.
import { searchAddress, searchQuestionOf } from '#lib/portal/index.ts';
import { feedResponse, siteOf } from '#lib/portal/index.server.ts';
import { searchPublic } from '#lib/platform/index.server.ts';
import { getFeedFormat, NEWEST } from '../../feed-entries.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const format = getFeedFormat(params.feed);
  const question = { ...searchQuestionOf(url), newest: true };
  const { query, kind, year, topic, newest } = question;
  const { hits, site } = await locals.read(async (tx) => ({
    ...(await searchPublic(tx, query, { kind, year, topic, newest, ...NEWEST })),
    site: siteOf(locals.commune, tx),
  }));
  const entries = hits.map(({ url: path, title, summary, publishedOn }) => ({
    path,
    title,
    summary,
    publishedAt: `${publishedOn ?? '2000-01-01'}T00:00:00Z`,
  }));
  const answer = feedResponse(format, site, entries, url.origin, {
    title: `Tìm “${query}”`,
    page: searchAddress(question),
    folder: '/tim-kiem',
    query: searchAddress({ ...question, newest: false }, 1, ''),
  });
  // What people search for stays out of caches.
  answer.headers.set('cache-control', 'no-store');
  return answer;
};
