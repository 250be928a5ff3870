// What is found for a question, newest first, to be told of what comes.
import { searchAddress, searchQuestionOf } from '#lib/portal/index.ts';
import { feedResponse, siteOf } from '#lib/portal/index.server.ts';
import { searchPublic } from '#lib/platform/index.server.ts';
import type { RequestHandler } from './$types';

const NEWEST = 50;

export const GET: RequestHandler = async ({ locals, url }) => {
  const question = { ...searchQuestionOf(url), newest: true };
  const { query, kind, year, topic, newest } = question;
  const found = await locals.read((tx) =>
    searchPublic(tx, query, { kind, year, topic, newest, size: NEWEST, start: 0 }),
  );
  const entries = found.hits.map(({ url: path, title, summary, publishedOn }) => ({
    path,
    title,
    summary,
    publishedAt: `${publishedOn ?? '2000-01-01'}T00:00:00Z`,
  }));
  const answer = feedResponse('rss', siteOf(locals.commune), entries, url.origin, {
    title: `Tìm “${query}”`,
    page: searchAddress(question),
    feed: searchAddress({ ...question, newest: false }, 1, '/tim-kiem/rss.xml'),
  });
  // What people search for stays out of caches.
  answer.headers.set('cache-control', 'no-store');
  return answer;
};
