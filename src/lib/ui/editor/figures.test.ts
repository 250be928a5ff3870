// Figures between what is kept and what is edited.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameFigures, placeFigures } from './figures.ts';

const isFigure = (name: string): boolean => ['số hoạt động', 'lượt người'].includes(name);
const line = (...content: object[]) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: content.map((one) => ({ type: 'text', ...one })) }],
});

test('a name in the middle of a bold run becomes a bold figure between its words', () => {
  const marks = [{ type: 'strong' }];
  const kept = line({ text: 'đã làm {số hoạt động}; còn {chuyện khác}', marks });
  expect(placeFigures(kept, isFigure).content?.[0]?.content).toEqual([
    { type: 'text', text: 'đã làm ', marks },
    { type: 'figure', attrs: { name: 'số hoạt động' }, marks },
    { type: 'text', text: '; còn {chuyện khác}', marks },
  ]);
});

test('whatever is kept comes out of the editor the same', () => {
  const words = fc.constantFrom(
    '{số hoạt động}',
    '{lượt người}',
    '{',
    '}',
    'a ',
    '{{số hoạt động}}',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (pieces) => {
      const kept = line({ text: pieces.join('') });
      expect(nameFigures(placeFigures(kept, isFigure))).toEqual(kept);
    }),
  );
});
