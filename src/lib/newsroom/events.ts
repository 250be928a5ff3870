// The room's catalogue of events. The steps of an edition (`edition.submitted` …) are the platform's.

/** `article.published`: what an act of publicity is made of; subject is the item. */
export interface ArticlePublishedData {
  readonly edition: string;
  readonly number: number;
  readonly minor: boolean;
  /** Topics of plans that it serves. */
  readonly topics: readonly string[];
  readonly unit: string | null;
  readonly channel: 'portal';
  readonly slug: string;
  /** Personal data was found and confirmed to be public. */
  readonly confirmed: boolean;
}

/** A picture of the library; subject is the picture. */
export interface MediaData {
  readonly version: number;
}

/** `page.published`: a page of the office; subject is the item. */
export interface PagePublishedData {
  readonly edition: string;
  readonly number: number;
  readonly minor: boolean;
  readonly section: string;
  readonly slug: string;
  /** Personal data was found and confirmed to be public. */
  readonly confirmed: boolean;
}

export interface NewsroomEvents {
  'page.published': PagePublishedData;
  'page.reviewed': { readonly edition: string };
  'media.added': MediaData;
  'media.changed': MediaData;
  'media.retired': MediaData;
  'media.brought-back': MediaData;
  'article.published': ArticlePublishedData;
}
