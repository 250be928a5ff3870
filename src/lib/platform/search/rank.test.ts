// The order of what was found: what a reader means before what merely holds the words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankHits } from './rank.ts';
import { pairs, spellingsIn, syllables } from './words.ts';

const hit = (title: string, summary = '', publishedOn: string | null = null) => {
  return { title, summary, publishedOn };
};
const TODAY = '2023-06-30';

describe('the order of hits', () => {
  const weights = new Map([
    ['khai', 1],
    ['sinh', 1],
    ['khai sinh', 1.6],
  ]);
  const titles = (...hits: ReturnType<typeof hit>[]) =>
    rankHits(hits, weights, TODAY).map(({ title }) => title);

  it('puts neighbours before scattered words, titles before summaries', () => {
    const [beside, apart, below] = ['Đăng ký khai sinh', 'Khai giảng, sinh hoạt hè', 'Tin khác'];
    expect(titles(hit(below, 'Làm khai sinh'), hit(apart), hit(beside))).toEqual([
      ...[beside, apart, below],
    ]);
  });

  it('puts the title that says little else first, then the later one', () => {
    const [short, long] = ['Khai sinh', 'Khai sinh và những việc khác trong tuần'];
    expect(titles(hit(long), hit(short))).toEqual([short, long]);
    const [older, newer] = [hit(short, '', '2020-01-01'), hit(short, '', '2023-06-01')];
    expect(rankHits([older, newer], weights, TODAY)).toEqual([newer, older]);
  });

  it('puts what is spelled as it was typed before what only folds alike', () => {
    const [shelf, map] = ['Sổ đỏ', 'Sơ đồ'];
    const so = new Map([
      ['so', 1],
      ['do', 1],
      ['so do', 1.6],
    ]);
    const first = (typed: string) =>
      rankHits([hit(map, '', TODAY), hit(shelf)], so, TODAY, spellingsIn(typed))[0]?.title;
    expect([first('sổ đỏ'), first('sơ đồ'), first('so do')]).toEqual([shelf, map, map]);
    // A tone may stand over either of two vowels.
    const rest = new Map([['hoa', 1]]);
    const [wanted, other] = [hit('Hòa giải'), hit('Hoa quả', '', TODAY)];
    expect(rankHits([other, wanted], rest, TODAY, spellingsIn('hoà'))).toEqual([wanted, other]);
  });

  it('sees a term exactly where the folded text has it', () => {
    const word = fc.constantFrom('khai', 'Sinh', 'khải', 'đẻ', 'de', '9', 'SỔ', 'so\u0302\u0309');
    const between = fc.constantFrom(' ', ' – ', ', ', '/');
    const text = fc
      .array(fc.tuple(word, between), { minLength: 1, maxLength: 8 })
      .map((pieces) => pieces.flat().join(''));
    const terms = ['khai', 'sinh', 'de', 'so', '9', 'khai sinh', 'sinh khai', 'de so', 'so 9'];
    fc.assert(
      fc.property(text, fc.constantFrom(...terms), (title, term) => {
        const held = syllables(title);
        const isHeld = [...held, ...pairs(held)].includes(term);
        const order = rankHits([hit('khác', '', TODAY), hit(title)], new Map([[term, 1]]), TODAY);
        expect(order[0]?.title === title).toBe(isHeld);
      }),
    );
  });
});
