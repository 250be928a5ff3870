// The portal's feeds: plans and public acts, newest first, in three formats from one list.
import { Feed } from 'feed';
import { feedLinks, type FeedFormat } from './feed-files.ts';
import type { Site } from './site.server.ts';

export interface FeedEntry {
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** ISO UTC */
  readonly publishedAt: string;
  /** Files that belong to it. RSS takes the first of them. */
  readonly files?: readonly FeedFile[];
}

export interface FeedFile {
  readonly path: string;
  readonly title: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

const TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** A part of the portal that can be followed by itself. */
export interface FeedPart {
  readonly title: string;
  /** Its page, as a path with its query. */
  readonly page: string;
  /** Where its feeds stand. */
  readonly folder: string;
  /** What narrows them, `?…` or nothing. */
  readonly query?: string;
}

/** The feed as an answer, of the whole portal or of a part. `origin` is the site's own address, without a slash at its end. */
export function feedResponse(
  format: FeedFormat,
  site: Site,
  entries: readonly FeedEntry[],
  origin: string,
  part?: FeedPart,
): Response {
  const ordered = entries.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  const newest = ordered[0]?.publishedAt;
  const feed = new Feed({
    title: part ? `${part.title} – ${site.title}` : site.title,
    description: `Kế hoạch, tin, bài và hoạt động của ${site.plainName}`,
    id: origin + (part?.page ?? '/'),
    link: origin + (part?.page ?? '/'),
    language: 'vi',
    generator: 'Loa',
    favicon: `${origin}/favicon.svg`,
    copyright: site.demoDay ? 'Dữ liệu minh họa' : site.title,
    // A feed without entries has never been updated; it still must name a time.
    updated: new Date(newest ?? '2000-01-01T00:00:00Z'),
    feedLinks: Object.fromEntries(
      feedLinks(part?.folder ?? '', part?.query).map((link) => [link.format, origin + link.href]),
    ),
  });
  for (const entry of ordered) {
    feed.addItem({
      id: origin + entry.path,
      link: origin + entry.path,
      title: entry.title,
      description: entry.summary,
      date: new Date(entry.publishedAt),
      ...enclosureOf(entry, origin),
    });
  }
  const text = {
    rss: () => feed.rss2(),
    atom: () => withTypes(feed.atom1(), ordered),
    json: () => withAttachments(feed.json1(), ordered, origin),
  }[format]();
  return new Response(text, { headers: { 'content-type': TYPES[format] } });
}

function enclosureOf({ files: [first] = [] }: FeedEntry, origin: string) {
  if (!first) return {};
  const { path, mediaType, size } = first;
  return { enclosure: { url: origin + path, type: mediaType, length: size } };
}

/** The library takes every file of Atom for a picture whose kind its address ends with. */
function withTypes(atom: string, entries: readonly FeedEntry[]): string {
  return entries.reduce((text, { files: [first] = [] }) => {
    if (!first) return text;
    return text.replace(`type="image/${first.path}"`, `type="${first.mediaType}"`);
  }, atom);
}

/** JSON Feed names every file; the library knows none. */
function withAttachments(json: string, entries: readonly FeedEntry[], origin: string): string {
  const feed = JSON.parse(json) as { items: Record<string, unknown>[] };
  feed.items.forEach((item, index) => {
    const files = entries[index]?.files ?? [];
    if (files.length === 0) return;
    item['attachments'] = files.map(({ path, title, mediaType, size }) => ({
      ...{ url: origin + path, title },
      ...{ mime_type: mediaType, size_in_bytes: size },
    }));
  });
  return JSON.stringify(feed, null, 4);
}
