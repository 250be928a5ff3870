// An article as open data names it.
import { findSection, publicArticleUrl } from '#lib/newsroom/index.ts';
import type { ApiArticle } from '#lib/portal/index.ts';

interface Shown {
  readonly slug: string | null;
  readonly title: string;
  readonly summary: string;
  readonly section: string;
  readonly number: number;
  readonly publicAt: string | null;
  readonly publishedAt: string | null;
}

/** @param origin the site's own address, without a slash at its end */
export function articleForApi(article: Shown, origin: string): ApiArticle {
  const slug = article.slug ?? '';
  return {
    slug,
    title: article.title,
    summary: article.summary,
    section: findSection(article.section)?.name ?? '',
    publishedAt: article.publicAt ?? '',
    changedAt: article.number > 1 ? article.publishedAt : null,
    url: origin + publicArticleUrl(slug),
  };
}
