// Long texts in parts: nothing lost, nothing too long, cut where one draws breath.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from './parts.ts';

test.each([
  ['between lines', 'Một hai.\nBa. Bốn', 12, ['Một hai.\n', 'Ba. Bốn']],
  ['between sentences', 'Một hai ba. Bốn năm', 15, ['Một hai ba. ', 'Bốn năm']],
  ['between words', 'một hai ba bốn', 9, ['một hai ', 'ba bốn']],
  ['anywhere, where there is no breath', 'aaaaaa', 4, ['aaaa', 'aa']],
  ['not at a breath that leaves next to nothing', 'a\nbbbb cccc', 8, ['a\nbbbb ', 'cccc']],
  ['not at all what is short', 'ngắn', 4, ['ngắn']],
])('cuts %s', (_where, text, most, parts) => {
  expect(partsOf(text, most)).toEqual(parts);
});

test('of nothing there is no part', () => expect(partsOf('', 5)).toEqual([]));

test('whatever stands there, the parts are the text and none is too long or half a letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, most) => {
      const parts = partsOf(text, most);
      expect(parts.join('')).toBe(text);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(most);
        expect(part.isWellFormed()).toBe(true);
      }
    }),
  );
});
