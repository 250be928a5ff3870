// Articles as lists of the portal show them: newest first, each with its first picture.
import { PUBLIC_FILES } from '#lib/newsroom/index.ts';
import { listPublicArticles, showThumbnails } from '#lib/newsroom/index.server.ts';
import type { Tx } from '#lib/platform/index.server.ts';

export async function listShownArticles(
  tx: Tx,
  filter: Parameters<typeof listPublicArticles>[1],
  page: { readonly size: number; readonly start: number },
) {
  const articles = await listPublicArticles(tx, filter, page);
  const pictures = await showThumbnails(
    tx,
    articles.map(({ id }) => id),
    (file) => `${PUBLIC_FILES}/${file}`,
  );
  // Only what a list shows: the rest is the desk's, and would be written down for nobody.
  return articles.map(({ id, slug, title, summary, section, publicAt }) => ({
    ...{ id, slug, title, summary, section, publicAt },
    picture: pictures[id],
  }));
}

/** The same for the first page of the portal, which has to stay light: only one of them brings its picture. */
export async function listLightArticles(...asked: Parameters<typeof listShownArticles>) {
  const articles = await listShownArticles(...asked);
  const lead = articles.find(({ picture }) => picture);
  return articles.map((article) =>
    article === lead ? article : { ...article, picture: undefined },
  );
}
