// Feeds with files under their entries, in three formats.
import { expect, test } from 'vitest';
import type { FeedFormat } from './feed-files.ts';
import { feedResponse, type FeedEntry } from './feeds.server.ts';
import type { Site } from './site.server.ts';

const site = { title: 'Xã thử', plainName: 'xã thử', demoDay: null } as unknown as Site;
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

test('Atom links to it as an enclosure', async () => {
  const link = /<link [^>]*rel="enclosure"[^>]*>/.exec(await textOf('atom'))?.[0] ?? '';
  expect(link).toContain('href="https://xa.example/tep/aa"');
  expect(link).toContain('type="application/pdf"');
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

test.each(['rss', 'atom', 'json'] as const)(
  '%s has a title of any length and letters whole',
  async (format) => {
    const title = `${'Ữ'.repeat(2000)} ]]></title><script>&"'`;
    const publishedAt = '2023-06-30T00:00:00.000Z';
    const entry = { path: '/tin/dai', title, summary: '', publishedAt };
    const text = await feedResponse(format, site, [entry], 'https://xa.example').text();
    if (format === 'json') {
      expect((JSON.parse(text) as { items: unknown[] }).items).toEqual([
        expect.objectContaining({ title }),
      ]);
      return;
    }
    const said =
      /<(?:item|entry)>\s*<title[^>]*>([^]*?)<\/title>\s*<(?:link|id)>/.exec(text)?.[1] ?? '';
    // Pieces that no letter of the title can end early.
    const pieces = [...said.matchAll(/<!\[CDATA\[([^]*?)\]\]>/g)].map(([, piece]) => piece);
    const read = pieces.join('');
    expect(read).toBe(title);
  },
);
