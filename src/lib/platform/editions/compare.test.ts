// Two editions side by side.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts, type ComparedRow } from './compare.ts';

const side = (rows: readonly ComparedRow[], which: 'before' | 'after') =>
  rows
    .filter((row) => row[which].length > 0)
    .map((row) => row[which].map(({ text }) => text).join(''));
const texts = fc
  .array(fc.constantFrom('một', 'hai ba', 'bốn năm sáu', 'bảy', 'hai bốn'), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

test('each side is whole, and nothing is marked where nothing changed', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const rows = compareTexts(before, after);
      expect(side(rows, 'before').join('\n')).toBe(before);
      expect(side(rows, 'after').join('\n')).toBe(after);
      if (before === after) expect(rows.every(({ kind }) => kind === 'same')).toBe(true);
    }),
  );
});

test('names the word that changed in a paragraph that stayed', () => {
  expect(compareTexts('Nộp hồ sơ thứ hai', 'Nộp hồ sơ thứ sáu')).toEqual([
    {
      kind: 'changed',
      before: [
        { text: 'Nộp hồ sơ thứ ', changed: false },
        { text: 'hai', changed: true },
      ],
      after: [
        { text: 'Nộp hồ sơ thứ ', changed: false },
        { text: 'sáu', changed: true },
      ],
    },
  ]);
});

test('two long texts without a common line are compared without a table of all pairs', () => {
  const text = (word: string) => Array.from({ length: 3_000 }, (_, n) => `${word} ${n}`).join('\n');
  expect(compareTexts(text('a'), text('b'))).toHaveLength(3_000);
});
