// What a feed tells of one thing that came out.

export interface FeedEntry {
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** ISO UTC */
  readonly publishedAt: string;
  /** Files that belong to it, the most telling first: RSS takes that alone. */
  readonly files?: readonly FeedFile[];
}

export interface FeedFile {
  readonly path: string;
  readonly title: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}
