// What a second reader would say: each check where it should speak and where it should be silent.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseMarkup } from '#lib/platform/index.ts';
import type { Article } from './article.ts';
import { checkArticle, type CheckFacts } from './checks.ts';
import { readFixedTerms } from './fixed-terms.server.ts';
import { findForeignLetters, findWrongTerms } from './fixed-terms.ts';

const facts: CheckFacts = {
  ownContacts: [],
  goneUnits: [],
  knownNames: [],
  attachments: [],
  terms: readFixedTerms(),
  deadLinks: [],
  today: '2026-07-01',
};

function said(markup: string, given: Partial<Article> = {}, more: Partial<CheckFacts> = {}) {
  const article: Article = {
    ...{ title: 'Lịch tiếp dân tháng bảy', summary: 'Hai buổi mỗi tuần.', section: 'thong-bao' },
    ...{ body: parseMarkup(markup), topics: [], unitId: null },
    ...given,
  };
  return checkArticle(article, { ...facts, ...more })
    .map(({ text }) => text)
    .join('\n');
}

test('an article that is well written hears nothing', () => {
  expect(said('# Ở đâu\n\nTại [trụ sở xã](/lien-he).\n\n## Bao giờ\n\nSáng thứ Hai.')).toBe('');
});

describe('fixed terms', () => {
  const TODAY = '2026-07-01';
  const of = (text: string, today = TODAY) =>
    findWrongTerms(text, readFixedTerms(), today).map(({ found, term }) => `${found} → ${term}`);

  test.each([
    ['Uỷ ban nhân dân xã họp.', 'Uỷ ban nhân dân → Ủy ban nhân dân'],
    [
      'Nộp qua Cổng dịch vụ công quốc gia.',
      'Cổng dịch vụ công quốc gia → Cổng Dịch vụ công quốc gia',
    ],
    ['Đem theo căn cước công dân.', 'căn cước công dân → căn cước'],
    ['Theo hướng dẫn của Bộ Kế hoạch và Đầu tư.', 'Bộ Kế hoạch và Đầu tư → Bộ Tài chính'],
    ['Bản sao có chử ký của công chức.', 'chử ký → chữ ký'],
  ])('%s', (text, expected) => {
    expect(of(text)).toEqual([expected]);
  });

  test.each([
    'Ủy ban nhân dân xã và Hội đồng nhân dân xã họp.',
    'Theo Thông tư 02/2021/TT-BKHĐT của Bộ Kế hoạch và Đầu tư, mẫu đơn vẫn dùng.',
    'Năm 2023, Bộ Thông tin và Truyền thông tổ chức cuộc thi ấy.',
    'Mang thẻ căn cước khi đến làm thủ tục hộ tịch.',
    'Luật Đất đai và Luật Cư trú có hiệu lực.',
    'Người dân khiếu nại theo luật; khiếu nại lần đầu gửi tới xã.',
  ])('nothing is said of: %s', (text) => {
    expect(of(text)).toEqual([]);
  });

  test('a name is right until the day it changed', () => {
    expect(of('Đem theo căn cước công dân.', '2023-06-30')).toEqual([]);
  });

  test('the longest wrong form is named once, not its parts too', () => {
    expect(of('Luật căn cước công dân.')).toHaveLength(2);
    expect(of('Số chứng minh nhân dân.')).toEqual(['chứng minh nhân dân → căn cước']);
  });

  test('no right form of the list is a wrong one of it, on any day', () => {
    const terms = readFixedTerms();
    for (const { term } of terms) expect(of(`Đây là ${term}.`), term).toEqual([]);
  });

  test('nothing is found in words made of other letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'bcdfg hklm') }), (text) => {
        expect(of(text)).toEqual([]);
      }),
    );
  });

  test('what the sample commune wrote, in its own year, raises no false alarm', () => {
    const folder = join(import.meta.dirname, '../../../data/demo');
    const words = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(words)
          : [];
    const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
    const texts = files.flatMap((file) => words(parse(readFileSync(join(folder, file), 'utf8'))));
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.flatMap((text) => of(text, '2023-06-30'))).toEqual([]);
  });

  test('a letter that only looks like Đ is shown', () => {
    expect(findForeignLetters('Ðăng ký tạm trú; đăng ký kinh doanh')).toEqual(['Ðăng']);
    expect(said('Đến \u00D0ường Lê Lợi.')).toContain('“\u00D0ường”');
  });
});

describe('links', () => {
  test.each(['[tại đây](/tin)', '[/tin](/tin)', '[https://a.example/x](https://a.example/x)'])(
    '%s doesn’t say where it leads',
    (markup) => expect(said(`Xem ${markup}.`)).toContain('tên trang'),
  );

  test('one that leads nowhere is named with why and the day it was tried', () => {
    const dead = {
      href: 'https://a.example/x',
      words: 'mẫu đơn',
      why: 'không mở được: trang không còn (mã 404)',
    };
    const text = said(
      'Xem mẫu đơn.',
      {},
      { deadLinks: [{ ...dead, triedAt: '2026-06-30T20:00:00Z' }] },
    );
    expect(text).toBe(
      'Liên kết “mẫu đơn” (https://a.example/x) không mở được: trang không còn (mã 404), thử ngày 01/07/2026.',
    );
  });
});

test('a unit that ended is named with its successor; one whose name only begins alike isn’t', () => {
  const goneUnits = [{ name: 'Thôn Nội', successor: 'Thôn Nội Trung' }];
  const known = { goneUnits, knownNames: ['Thôn Nội', 'Thôn Nội Trung'] };
  expect(said('Nhà văn hóa Thôn Nội mở cửa.', {}, known)).toContain('“Thôn Nội Trung”');
  expect(said('Nhà văn hóa Thôn Nội Trung mở cửa.', {}, known)).toBe('');
  expect(said('Họp ở Thôn Nội Trung, rồi ở Thôn Nội.', {}, known)).toContain('“Thôn Nội”');
});

test.each([
  ['a heading that jumps', '# Một\n\n### Ba', 'nhảy cấp'],
  ['a link over http', '[Trang cũ](http://a.example/)', 'http không an toàn'],
  ['nothing at all', '', 'Bài chưa có nội dung'],
])('%s is named', (_what, markup, expected) => {
  expect(said(markup)).toContain(expected);
});

test('a title in capitals, or too long for a telephone, is named', () => {
  expect(said('Chữ.', { title: 'LỊCH TIẾP DÂN' })).toContain('chữ hoa');
  expect(said('Chữ.', { title: 'Lịch '.repeat(30) })).toContain('trên điện thoại');
});
