// The portal's feeds: plans and public acts, newest first, in three formats from one list.
import { Feed } from 'feed';
import type { FeedEntry } from './feed-entry.ts';
import { feedLinks, type FeedFormat } from './feed-files.ts';
import { asHtml, mendAtom, mendJson } from './feed-mending.ts';
import type { Site } from './site.server.ts';

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
  const title = part ? `${part.title} – ${site.title}` : site.title;
  const feed = new Feed({
    title: site.former === null ? title : `${title} (trang lưu trữ)`,
    description: aboutFeed(site),
    id: origin + (part?.page ?? '/'),
    link: origin + (part?.page ?? '/'),
    language: 'vi',
    generator: 'Loa',
    favicon: `${origin}/favicon.svg`,
    // Atom wants somebody to answer for every entry.
    ...(format === 'atom' && { author: { name: site.committee } }),
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
      description: format === 'rss' ? asHtml(entry.summary) : entry.summary,
      date: new Date(entry.publishedAt),
      published: new Date(entry.publishedAt),
      ...(format === 'rss' && enclosureOf(entry, origin)),
    });
  }
  const text = {
    rss: () => feed.rss2(),
    atom: () => mendAtom(feed.atom1(), ordered, origin),
    json: () => mendJson(feed.json1(), ordered, origin),
  }[format]();
  return new Response(text, { headers: { 'content-type': TYPES[format] } });
}

function aboutFeed({ former, plainName }: Site): string {
  const about = `Kế hoạch, tin, bài và hoạt động của ${plainName}`;
  if (former === null) return about;
  return [`${about}.`, 'Trang lưu trữ, không cập nhật nữa.', former].filter(Boolean).join(' ');
}

function enclosureOf({ files: [first] = [] }: FeedEntry, origin: string) {
  if (!first) return {};
  const { path, mediaType, size } = first;
  return { enclosure: { url: origin + path, type: mediaType, length: size } };
}
