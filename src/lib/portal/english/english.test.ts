// Questions in English become those an office here would ask.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inVietnamese, wordsOf, type EnglishWords } from './question.ts';
import { asVietnamese, readWords } from './words.server.ts';

const few: EnglishWords = {
  means: new Map([
    ['birth certificate', 'đăng ký khai sinh'],
    ['birth', 'khai sinh'],
    ['land', 'đất đai'],
  ]),
  empty: new Set(['how', 'to', 'get', 'a']),
};

describe('a question in English', () => {
  it.each([
    ['birth certificate', 'đăng ký khai sinh'],
    ['How to get a Birth-Certificate?', 'đăng ký khai sinh'],
    ['birth', 'khai sinh'],
    ['land 2023 thôn 3', 'đất đai 2023 thôn 3'],
    ['land, land!', 'đất đai'],
  ])('%s: %s', (english, vietnamese) => {
    expect(inVietnamese(english, few)).toBe(vietnamese);
  });

  it.each(['khai sinh', 'how to', '', '???', 'Đất đai'])('%s is asked as it stands', (words) => {
    expect(inVietnamese(words, few)).toBeUndefined();
  });

  it('of any letters never fails, and is known only where a phrase is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const said = inVietnamese(words, { means: new Map(), empty: few.empty });
        expect(said).toBeUndefined();
        expect(inVietnamese(`${words} land`, few)).toContain('đất đai');
      }),
    );
  });
});

describe('the words that are shipped', () => {
  it.each([
    ['birth certificate', 'đăng ký khai sinh'],
    ['marriage registration', 'đăng ký kết hôn'],
    ['How do I marry a foreigner?', 'kết hôn có yếu tố nước ngoài'],
    ['land', 'đất đai'],
    ['red book for my land', 'giấy chứng nhận quyền sử dụng đất đất đai'],
    ['temporary residence', 'đăng ký tạm trú'],
    ['certified copy', 'chứng thực bản sao từ bản chính'],
  ])('%s: %s', (english, vietnamese) => {
    expect(asVietnamese(english)).toBe(vietnamese);
  });

  it('are English on one side and Vietnamese on the other, and no empty word is a phrase', () => {
    const { means, empty } = readWords();
    for (const [phrase, meaning] of means) {
      expect(phrase).toMatch(/^[a-z0-9 ]+$/);
      expect(phrase.split(' ').length).toBeLessThanOrEqual(6);
      expect(meaning).toMatch(/^[\p{Ll} ]+$/u);
      expect(empty.has(phrase)).toBe(false);
    }
  });

  it('are for the most part words of procedures’ titles', () => {
    const register = new URL('../../../../tests/procedures/register.tsv', import.meta.url);
    const titles = readFileSync(register, 'utf8')
      .split('\n')
      .map((line) => wordsOf(line).join(' '));
    const terms = [...new Set(readWords().means.values())];
    const known = terms.filter((term) =>
      titles.some((title) => ` ${title} `.includes(` ${term} `)),
    );
    expect(known.length).toBeGreaterThan(terms.length / 2);
  });
});
