// What the feeds' library can't say: plain words as plain words, every file of an entry, their kinds. Pure.
import type { FeedEntry, FeedFile } from './feed-entry.ts';

/** Text that no mark inside can end, or a mark we look for: a title may hold anything that looks like one. */
const TITLE_OR_END = /<!\[CDATA\[[^]*?\]\]>|<(title|summary) type="html">|<\/entry>/g;

/**
 * Titles and summaries are words, not markup (RFC 4287, 3.1.1), and every file is an enclosure.
 * @param entries in the order of the feed
 */
export function mendAtom(atom: string, entries: readonly FeedEntry[], origin: string): string {
  let index = 0;
  return atom.replaceAll(TITLE_OR_END, (mark, element: string | undefined) => {
    if (element !== undefined) return `<${element} type="text">`;
    if (mark !== '</entry>') return mark;
    const files = entries[index++]?.files ?? [];
    return `${files.map((file) => enclosure(file, origin)).join('')}</entry>`;
  });
}

/** What RSS readers take for HTML, written as HTML (RSS 2.0, "description"). */
export function asHtml(words: string): string {
  return words.replaceAll(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');
}

/** In JSON Feed the words are said to be words, and every file is named. @param entries in the order of the feed */
export function mendJson(json: string, entries: readonly FeedEntry[], origin: string): string {
  const feed = JSON.parse(json) as { items: Record<string, unknown>[] };
  const items = feed.items.map(({ content_html: _, ...item }, index) => {
    const { summary = '', files = [] } = entries[index] ?? {};
    const attachments = files.map(({ path, title, mediaType, size }) => ({
      ...{ url: origin + path, title },
      ...{ mime_type: mediaType, size_in_bytes: size },
    }));
    return { ...item, content_text: summary, ...(attachments.length > 0 && { attachments }) };
  });
  return JSON.stringify({ ...feed, items }, null, 4);
}

function enclosure({ path, title, mediaType, size }: FeedFile, origin: string): string {
  const parts = { href: origin + path, title, type: mediaType, length: String(size) };
  const written = Object.entries(parts).map(([name, value]) => ` ${name}="${quoted(value)}"`);
  return `    <link rel="enclosure"${written.join('')}/>\n    `;
}

function quoted(value: string): string {
  return value.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
