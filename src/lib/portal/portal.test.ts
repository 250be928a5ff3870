// Small parts of the portal: marked words, everyday words to pages, calendar, site map, coverage by month.
import { describe, expect, it } from 'vitest';
import type { PublicCoverage } from '#lib/plans/index.server.ts';
import { toMonthKey, toPlainDate } from '#lib/vietnam/index.ts';
import { calendarFile } from './calendar-file.ts';
import { topicViews } from './coverage-view.ts';
import { markWords } from './marked-words.ts';
import { robotsTxt, sitemapXml } from './sitemap.ts';
import { findWays } from './ways.ts';

describe('what was searched', () => {
  it('is marked in the text, typed with accents or without', () => {
    const marked = (query: string, unfinished?: string) =>
      markWords('Sổ hộ khẩu giấy', { words: new Set(query.match(/\S+/g)), unfinished })
        .map(({ text, marked: lit }) => (lit ? `[${text}]` : text))
        .join('');
    expect(marked('ho khau')).toBe('Sổ [hộ] [khẩu] giấy');
    // A word that merely begins like one isn't it, unless it is still being typed.
    expect(marked('so h gia')).toBe('[Sổ] hộ khẩu giấy');
    expect(marked('so', 'gia')).toBe('[Sổ] hộ khẩu [giấy]');
    expect(marked('xe')).toBe('Sổ hộ khẩu giấy');
    expect(marked('')).toBe('Sổ hộ khẩu giấy');
  });

  it('leads to pages by everyday words', () => {
    expect(findWays('so dien thoai').map((way) => way.href)).toContain('/duong-day-nong');
    expect(findWays('gio lam viec').map((way) => way.href)).toContain('/lien-he');
    expect(findWays('')).toEqual([]);
    expect(findWays('đường dây nó').map((way) => way.href)).toEqual(['/duong-day-nong']);
    // No page for a letter, nor for other words that are spelled alike without accents.
    expect(findWays('thôn t')).toEqual([]);
    expect(findWays("a'b")).toEqual([]);
    expect(findWays('sổ đỏ')).toEqual([]);
    expect(findWays('so do').map((way) => way.href)).toContain('/so-do-trang');
  });
});

it('folds calendar lines at 75 octets without cutting a letter', () => {
  const title = 'Nội dung tuyên truyền rất dài; có dấu phẩy, có dấu chấm phẩy '.repeat(4);
  const entry = { uid: 'a@loa', day: '2023-06-30', title, text: 'x', url: 'http://localhost/' };
  const file = calendarFile('Lịch', [entry], '2023-06-30T01:02:03.456Z');
  const lines = file.split('\r\n');
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const whole = file.replaceAll('\r\n ', '');
  expect(whole).toContain(`SUMMARY:${title.replace(/[;,]/g, '\\$&')}`);
  expect(whole).toContain('DTSTART;VALUE=DATE:20230630');
  expect(whole).toContain('DTSTAMP:20230630T010203Z');
});

it('escapes the site map, and asks robots to stay away from a demonstration', () => {
  const xml = sitemapXml('https://xa.example', [{ path: '/a?b&c', changed: '2023-06-30' }]);
  expect(xml).toContain('<loc>https://xa.example/a?b&#38;c</loc><lastmod>2023-06-30</lastmod>');
  expect(xml).not.toContain('hreflang');
  expect(robotsTxt('https://xa.example', true)).toBe('User-agent: *\nDisallow: /\n');
  expect(robotsTxt('https://xa.example', false)).toContain('Disallow: /lam-viec');
});

it('names a page that is there in English in both languages, each with the other', () => {
  const xml = sitemapXml('https://xa.example', [
    { path: '/thu-tuc/1.001193', changed: '2023-06-30' },
    { path: '/bieu-duong' },
  ]);
  const twins =
    '<xhtml:link rel="alternate" hreflang="vi" href="https://xa.example/thu-tuc/1.001193"/>' +
    '<xhtml:link rel="alternate" hreflang="en" href="https://xa.example/en/procedures/1.001193"/>';
  const day = '<lastmod>2023-06-30</lastmod>';
  expect(xml.split('\n').slice(2, -2)).toEqual([
    `<url><loc>https://xa.example/thu-tuc/1.001193</loc>${day}${twins}</url>`,
    `<url><loc>https://xa.example/en/procedures/1.001193</loc>${day}${twins}</url>`,
    '<url><loc>https://xa.example/bieu-duong</loc></url>',
  ]);
  expect(xml).toContain('xmlns:xhtml="http://www.w3.org/1999/xhtml"');
});

describe('a topic by month', () => {
  const month = toMonthKey('2023-03');
  const cell = (channel: string, more: Partial<PublicCoverage['cells'][number]>) => ({
    topic: 't1',
    channel,
    month,
    state: 'evidenced' as const,
    acts: 1,
    evidenced: 1,
    publicActs: [],
    ...more,
  });
  const views = (cells: PublicCoverage['cells']) =>
    topicViews({
      plan: { id: 'p', slug: 'ke-hoach', title: 'Kế hoạch' },
      period: { from: toPlainDate('2023-01-01'), to: toPlainDate('2023-12-31') },
      topics: [{ id: 't1', number: '1', label: 'Một', text: 'Một' }],
      channels: [],
      months: [month],
      today: '2023-06-30',
      cells,
      silence: [],
      byKind: [],
      byMonth: [],
      byTopic: [],
      total: undefined,
    })[0]?.months[0];

  it('is done when something was said, proven only when all of it is', () => {
    expect(views([cell('radio', {}), cell('portal', {})])?.state).toBe('evidenced');
    expect(views([cell('radio', {}), cell('portal', { evidenced: 0, state: 'done' })])?.state).toBe(
      'done',
    );
  });

  it('names what was scheduled and never came, also beside what was done', () => {
    const missing = { state: 'missing' as const, acts: 0, evidenced: 0 };
    expect(views([cell('radio', missing)])).toMatchObject({ state: 'missing', missing: ['radio'] });
    expect(views([cell('radio', missing), cell('portal', {})])).toMatchObject({
      state: 'evidenced',
      missing: ['radio'],
    });
    expect(views([])?.state).toBe('unset');
  });
});
