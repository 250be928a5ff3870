// An article as open data names it.
import {
  findSection,
  PUBLIC_FILES,
  publicArticleUrl,
  type ShownAttachment,
} from '#lib/newsroom/index.ts';
import type { ApiArticle, ApiAudio, ApiFile } from '#lib/portal/index.ts';

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

/** The files under an article, without what only its editors are told of them. */
export function filesForApi(attachments: readonly ShownAttachment[], origin: string): ApiFile[] {
  return attachments.map(({ file, title, mediaType, size }) => ({
    title,
    mediaType,
    size,
    sha256: file,
    url: `${origin}${PUBLIC_FILES}/${file}`,
  }));
}

interface Sound {
  readonly voice: ApiAudio['voice'];
  readonly file: { readonly sha256: string; readonly mediaType: string; readonly size: number };
}

export function audioForApi({ voice, file }: Sound, origin: string): ApiAudio {
  const { sha256, mediaType, size } = file;
  return { voice, mediaType, size, sha256, url: `${origin}${PUBLIC_FILES}/${sha256}` };
}
