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

/** `handover.given`: a unit handed something to the editorial secretary; subject is the hand-over. */
export interface HandoverGivenData {
  readonly unit: string;
  readonly duty: string | null;
  readonly topics: readonly string[];
  readonly files: number;
  /** SHA-256 of title and words. */
  readonly digest: string;
}

/** `attachment.added`: a file was sent in to stand under an article; subject is the attachment. */
export type AttachmentData = Record<string, never>;

/** `article.voiced`: an edition has a sound now; subject is the item. */
export interface ArticleVoicedData {
  readonly edition: string;
  readonly voice: 'machine' | 'person';
  readonly sha256: string;
}

/** `publication-calendar.made`, `.ended`: a secret address of the calendar of publication; subject is the commune. */
export interface PublicationCalendarData {
  readonly calendar: string;
}

export interface NewsroomEvents {
  'publication-calendar.made': PublicationCalendarData;
  'publication-calendar.ended': PublicationCalendarData;
  'article.voiced': ArticleVoicedData;
  'handover.given': HandoverGivenData;
  'handover.taken': Record<string, never>;
  'handover.asked': Record<string, never>;
  'handover.answered': Record<string, never>;
  'handover.declined': Record<string, never>;
  /** The article's item. */
  'handover.drafted': { readonly item: string };
  'page.published': PagePublishedData;
  'page.reviewed': { readonly edition: string };
  'media.added': MediaData;
  'media.changed': MediaData;
  'media.retired': MediaData;
  'media.brought-back': MediaData;
  'article.published': ArticlePublishedData;
  'attachment.added': AttachmentData;
  /** It stood under nothing for thirty days. */
  'attachment.swept': AttachmentData;
}
