// Where the feeds of a part of the portal stand: three formats side by side in its own folder.

export type FeedFormat = 'rss' | 'atom' | 'json';

interface FeedFile {
  readonly format: FeedFormat;
  readonly file: string;
  readonly name: string;
  readonly type: string;
}

const FEED_FILES: readonly FeedFile[] = [
  { format: 'rss', file: 'rss.xml', name: 'RSS', type: 'application/rss+xml' },
  { format: 'atom', file: 'atom.xml', name: 'Atom', type: 'application/atom+xml' },
  { format: 'json', file: 'feed.json', name: 'JSON', type: 'application/feed+json' },
];

export interface FeedLink {
  readonly format: FeedFormat;
  readonly href: string;
  readonly name: string;
  readonly type: string;
}

/**
 * Addresses of the feeds of one part.
 * @param folder its path without a slash at the end; empty for the whole portal
 * @param query `?…` that narrows it, or nothing
 */
export function feedLinks(folder: string, query = ''): FeedLink[] {
  return FEED_FILES.map(({ format, file, name, type }) => {
    return { format, href: `${folder}/${file}${query}`, name, type };
  });
}

/** The format a file's name asks for. */
export function findFeedFormat(file: string): FeedFormat | undefined {
  return FEED_FILES.find((one) => one.file === file)?.format;
}
