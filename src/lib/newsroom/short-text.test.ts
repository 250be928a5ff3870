// An article in a sentence or two, and what a message of it takes on the wire.
import { describe, expect, it } from 'vitest';
import { parseMarkup } from '#lib/platform/index.ts';
import type { Article } from './article.ts';
import { shortText, smsSize } from './short-text.ts';

const URL = 'https://xa.example/tin/phun-thuoc-muoi';
const article = (title: string, summary = ''): Article => ({
  ...{ title, summary, section: 'doi-song', topics: [], unitId: null },
  body: parseMarkup('Chữ.'),
});

describe('the short text', () => {
  it('is the title, the first sentence of the summary and the address', () => {
    const given = article('Phun thuốc muỗi', 'Từ thứ Hai, mở hết cửa. Trẻ nhỏ ra ngoài.');
    expect(shortText(given, 'xã Đồng Mây', URL)).toEqual({
      text: `Xã Đồng Mây: Phun thuốc muỗi. Từ thứ Hai, mở hết cửa. ${URL}`,
      plain: `Xa Dong May: Phun thuoc muoi. Tu thu Hai, mo het cua. ${URL}`,
    });
    expect(shortText(article('Ai được đón?'), 'Xã', URL).text).toBe(`Xã: Ai được đón? ${URL}`);
  });

  it('leaves the summary out where it has no room, and cuts the title at a word, never the address', () => {
    const long = shortText(article('Phun thuốc', `${'rất dài '.repeat(60)}.`), 'xã A', URL);
    expect(long.text).toBe(`Xã A: Phun thuốc. ${URL}`);
    const { text, plain } = shortText(article('thuốc muỗi '.repeat(18).trim()), 'xã A', URL);
    const whole = `${URL}?${'x'.repeat(180)}`;
    expect(text.endsWith(` ${URL}`)).toBe(true);
    expect(shortText(article('thuốc muỗi '.repeat(18)), 'xã A', whole).text).toMatch(
      /^Xã A: .*(?:thuốc|muỗi)\.\.\. https:/,
    );
    expect(smsSize(text).parts).toBeLessThanOrEqual(4);
    expect(smsSize(plain).parts).toBeLessThanOrEqual(2);
  });
});

describe('a message takes', () => {
  it.each([
    ['160 of the telephone’s own letters', 'a'.repeat(160), { set: 'gsm', parts: 1 }],
    ['two where it is one longer', 'a'.repeat(161), { set: 'gsm', parts: 2 }],
    ['two up to twice 153', 'a'.repeat(306), { set: 'gsm', parts: 2 }],
    ['three beyond', 'a'.repeat(307), { set: 'gsm', parts: 3 }],
    ['two places for a bracket', `${'a'.repeat(159)}[`, { set: 'gsm', parts: 2, letters: 160 }],
    ['70 with a single accent', `${'a'.repeat(69)}ộ`, { set: 'unicode', parts: 1 }],
    ['two beyond', `${'a'.repeat(70)}ộ`, { set: 'unicode', parts: 2 }],
    ['two places for a picture', `${'ộ'.repeat(69)}📢`, { set: 'unicode', parts: 2, letters: 70 }],
  ])('%s', (_what, text, size) => {
    expect(smsSize(text)).toMatchObject(size);
  });
});
