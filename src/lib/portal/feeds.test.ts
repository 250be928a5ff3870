// Feeds with files under their entries, in three formats.
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { FeedEntry } from './feed-entry.ts';
import type { FeedFormat } from './feed-files.ts';
import { feedResponse } from './feeds.server.ts';
import type { Site } from './site.server.ts';

const site = {
  title: 'Xã thử',
  plainName: 'xã thử',
  committee: 'Ủy ban nhân dân xã thử',
  demoDay: null,
  former: null,
} as unknown as Site;
const file = { title: 'Mẫu đơn', mediaType: 'application/pdf', size: 1_234 };
const entries: FeedEntry[] = [
  { path: '/tin/cu', title: 'Cũ', summary: '', publishedAt: '2023-06-01T00:00:00.000Z' },
  {
    ...{ path: '/tin/moi', title: 'Mới', summary: 'Có mẫu đơn' },
    publishedAt: '2023-06-30T00:00:00.000Z',
    files: [
      { ...file, path: '/tep/aa' },
      { ...file, path: '/tep/bb', title: 'Hướng dẫn' },
    ],
  },
];
const textOf = (format: FeedFormat) =>
  feedResponse(format, site, entries, 'https://xa.example').text();

test('RSS carries the first file of an entry with its true type and weight', async () => {
  const text = await textOf('rss');
  const enclosure = /<enclosure [^>]*>/.exec(text)?.[0] ?? '';
  expect(text.match(/<enclosure/g)).toHaveLength(1);
  expect(enclosure).toContain('url="https://xa.example/tep/aa"');
  expect(enclosure).toContain('type="application/pdf"');
  expect(enclosure).toContain('length="1234"');
});

test('Atom links to each as an enclosure of its kind', async () => {
  const links = linksOf(await textOf('atom'));
  expect(links.map(({ href, title, type, length }) => [href, title, type, length])).toEqual([
    ['https://xa.example/tep/aa', 'Mẫu đơn', 'application/pdf', '1234'],
    ['https://xa.example/tep/bb', 'Hướng dẫn', 'application/pdf', '1234'],
  ]);
});

test('Atom says who answers for what it holds, and every format when an entry came out', async () => {
  const atom = await textOf('atom');
  const author = atom.indexOf('<author>');
  expect(author).toBeGreaterThan(0);
  expect(author).toBeLessThan(atom.indexOf('<entry>'));
  expect(atom).toContain('<name>Ủy ban nhân dân xã thử</name>');
  expect(atom.match(/<published>/g)).toHaveLength(entries.length);
  const { items } = JSON.parse(await textOf('json')) as { items: Record<string, unknown>[] };
  expect(items.map((item) => item['date_published'])).toEqual([
    '2023-06-30T00:00:00.000Z',
    '2023-06-01T00:00:00.000Z',
  ]);
});

test('JSON Feed names every file of its entry and none of another', async () => {
  const { items } = JSON.parse(await textOf('json')) as { items: Record<string, unknown>[] };
  expect(items.map(({ title }) => title)).toEqual(['Mới', 'Cũ']);
  expect(items[0]?.['attachments']).toEqual([
    {
      ...{ url: 'https://xa.example/tep/aa', title: 'Mẫu đơn' },
      ...{ mime_type: 'application/pdf', size_in_bytes: 1_234 },
    },
    expect.objectContaining({ url: 'https://xa.example/tep/bb' }),
  ]);
  expect(items[1]).not.toHaveProperty('attachments');
});

describe.each([
  ['signs of markup', `Điện & nước <b>"rẻ"</b> &amp; 'an toàn'`],
  ['a title that looks like the feed', '</entry><title type="html">]]></title><script>&"\''],
  ['two thousand letters', 'Ữ'.repeat(2_000)],
])('%s', (_what, title) => {
  const words: FeedEntry = {
    ...{ path: '/tin/dai', title, summary: `Tóm tắt: ${title}` },
    publishedAt: '2023-07-01T00:00:00.000Z',
    files: [{ ...file, path: '/tep/aa', title }],
  };
  const feedOf = (format: FeedFormat) =>
    feedResponse(format, site, [words, ...entries], 'https://xa.example').text();

  test('come whole through Atom, as words and not as markup', async () => {
    const { read, kinds } = readXml(await feedOf('atom'), 'entry');
    expect(read['title']?.[0]).toBe(title);
    expect(read['summary']?.[0]).toBe(words.summary);
    expect([...new Set(kinds)]).toEqual(['text']);
    expect(linksOf(await feedOf('atom'))[0]?.['title']).toBe(title);
  });

  test('come whole through RSS, the description as the HTML that readers take it for', async () => {
    const { read } = readXml(await feedOf('rss'), 'item');
    expect(read['title']?.[0]).toBe(title);
    const description = read['description']?.[0] ?? '';
    expect(description).not.toMatch(/[<>]/);
    const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
    expect(description.replaceAll(/&\w+;/g, (sign) => signs[sign] ?? sign)).toBe(words.summary);
  });

  test('come whole through JSON Feed', async () => {
    const { items } = JSON.parse(await feedOf('json')) as { items: unknown[] };
    expect(items[0]).toMatchObject({ title, content_text: words.summary });
    expect(items[0]).not.toHaveProperty('content_html');
  });
});

/** What an XML parser reads in the entries; it throws on what is no XML. */
function readXml(xml: string, entry: 'entry' | 'item') {
  const read: Record<string, string[]> = {};
  const kinds: string[] = [];
  const open: string[] = [];
  let words = '';
  const parser = new SaxesParser();
  const take = (text: string) => {
    words += text;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('opentag', ({ name, attributes }) => {
    if (open.at(-1) === entry && 'type' in attributes && name !== 'link') {
      kinds.push(String(attributes['type']));
    }
    open.push(name);
    words = '';
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (open.at(-1) === entry) (read[name] ??= []).push(words);
  });
  parser.write(xml).close();
  return { read, kinds };
}

function linksOf(atom: string): Record<string, string>[] {
  const links: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'link' && attributes['rel'] === 'enclosure') links.push({ ...attributes });
  });
  parser.write(atom).close();
  return links;
}

test('that of a former commune says so, and what became of it', async () => {
  const former = { ...site, former: 'Xã hợp vào phường bên cạnh.' };
  for (const format of ['rss', 'atom', 'json'] as const) {
    const text = await feedResponse(format, former, entries, 'https://xa.example').text();
    expect(text, format).toContain('Xã thử (trang lưu trữ)');
    expect(await textOf(format), format).not.toContain('lưu trữ');
    if (format !== 'atom') expect(text, format).toContain('Xã hợp vào phường bên cạnh.');
  }
});
