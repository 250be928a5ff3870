// The portal's feeds: plans and public acts, newest first, in three formats from one list.
import { Feed } from 'feed';
import type { Site } from './site.server.ts';

export interface FeedEntry {
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** ISO UTC */
  readonly publishedAt: string;
}

export type FeedFormat = 'rss' | 'atom' | 'json';

const TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** A feed of a part of the portal. */
export interface FeedPart {
  readonly title: string;
  /** Its page, and itself, as paths with their query. */
  readonly page: string;
  readonly feed: string;
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
    feedLinks: part
      ? { [format]: origin + part.feed }
      : {
          rss: `${origin}/rss.xml`,
          atom: `${origin}/atom.xml`,
          json: `${origin}/feed.json`,
        },
  });
  for (const entry of ordered) {
    feed.addItem({
      id: origin + entry.path,
      link: origin + entry.path,
      title: entry.title,
      description: entry.summary,
      date: new Date(entry.publishedAt),
    });
  }
  const text = { rss: () => feed.rss2(), atom: () => feed.atom1(), json: () => feed.json1() }[
    format
  ]();
  return new Response(text, { headers: { 'content-type': TYPES[format] } });
}
