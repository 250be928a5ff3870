// News that everybody may read, newest first, one page at a time.
import { countPublicArticles, listPublicArticles } from '#lib/newsroom/index.server.ts';
import { ApiArticle, listOf } from '#lib/portal/index.ts';
import { answer, nextLink, pageOf } from '../answer.server.ts';
import { articleForApi } from './article-for-api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
  answer(
    listOf(ApiArticle),
    () =>
      locals.read(async (tx) => {
        const articles = await listPublicArticles(tx, {}, pageOf(url));
        return {
          total: await countPublicArticles(tx, {}),
          items: articles.map((article) => articleForApi(article, url.origin)),
        };
      }),
    ({ total }) => nextLink(url, total),
  );

export { preflight as OPTIONS, refuseSending as fallback } from '../answer.server.ts';
