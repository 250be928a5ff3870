import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPage, addSearch, countableWords, startReadership } from './readership.ts';

describe('words that may be counted', () => {
  it.each([
    ['  Làm  giấy khai sinh ', 'làm giấy khai sinh'],
    ['CCCD', 'cccd'],
    ['nghị định 30', 'nghị định 30'],
    ['lịch tháng 6/2023', 'lịch tháng 6/2023'],
  ])('%s', (query, words) => {
    expect(countableWords(query)).toBe(words);
  });

  it.each([
    '',
    '?',
    '0912 345 678',
    'tra cứu 034 188 000 123',
    'hồ sơ H-2023-001-456789',
    'gửi thư cho an.nguyen@example.vn',
    'một câu rất dài kể lại cả một câu chuyện riêng của gia đình nhà mình',
  ])('not: %s', (query) => {
    expect(countableWords(query)).toBeUndefined();
  });

  it('never hold a long number', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 100_000, max: 999_999_999_999 }),
        fc.string(),
        (before, number, after) => {
          expect(countableWords(`${before} ${number} ${after}`)).toBeUndefined();
        },
      ),
    );
  });
});

describe('counting', () => {
  it('takes words for the same with and without accents, and keeps apart what found nothing', () => {
    const counts = startReadership();
    addSearch(counts, 'khai sinh', true);
    addSearch(counts, 'Khai  Sinh', true);
    addSearch(counts, 'sổ đỏ', false);
    addSearch(counts, 'so do', false);
    expect([...counts.searches.entries()]).toEqual([
      ['khai sinh', { words: 'khai sinh', times: 2, inVain: 0 }],
      ['so do', { words: 'sổ đỏ', times: 2, inVain: 2 }],
    ]);
  });

  it('stays bounded whatever is asked for', () => {
    const counts = startReadership();
    for (let at = 0; at < 5_000; at += 1) {
      addPage(counts, `/trang/${at}`);
      addSearch(
        counts,
        `chữ ${'abcdefghij'[at % 10]}${'abcdefghij'[Math.floor(at / 10) % 10]}x${'ab'.repeat(at % 20)}y`,
        false,
      );
    }
    addPage(counts, `/${'x'.repeat(1000)}`);
    expect(counts.pages.size).toBeLessThanOrEqual(500);
    expect(counts.searches.size).toBeLessThanOrEqual(500);
  });
});
