// The editor and what is kept know the same texts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSafeAddress, readRichText } from '#lib/platform/index.ts';
import { makeSchema } from '#lib/ui/editor/schema.ts';
import { wordsForPaper } from '#lib/reports/periodic/words.ts';
import { richTexts } from '#lib/platform/rich-text/rich-text.samples.ts';

const schema = makeSchema({ isSafeAddress, pictureUrl: (file) => file });

test('whatever is kept opens in the editor, and comes out of it the same', () => {
  fc.assert(
    fc.property(richTexts, (text) => {
      fc.pre(text.content.length > 0);
      const node = schema.nodeFromJSON(text);
      node.check();
      expect(readRichText(JSON.stringify(node.toJSON()))).toEqual({ ok: true, value: text });
    }),
    { numRuns: 150 },
  );
});

test('every kind of node and mark of the editor can be kept', () => {
  const filled = Object.values(schema.nodes)
    .filter(
      (kind) =>
        ![
          'doc',
          'text',
          'list_item',
          'table_row',
          'table_cell',
          'table_header',
          'hard_break',
        ].includes(kind.name),
    )
    .map((kind) => kind.createAndFill(kind.name === 'picture' ? { file: 'a'.repeat(64) } : null));
  const words = Object.values(schema.marks).map((mark) =>
    schema.nodes.paragraph.create(
      null,
      schema.text('x', [mark.create(mark.name === 'link' ? { href: '/a' } : null)]),
    ),
  );
  const doc = schema.nodes.doc.create(null, [...filled.filter((node) => node !== null), ...words]);
  doc.check();
  expect(readRichText(JSON.stringify(doc.toJSON()))).toMatchObject({ ok: true });
});

test('what a report keeps of any text opens in the editor of papers, and comes out the same', () => {
  const figures = [{ name: 'số hoạt động', words: '82 hoạt động', href: '/a' }];
  const forPaper = makeSchema({
    isSafeAddress,
    pictureUrl: (file) => file,
    forPaper: true,
    figures,
  });
  fc.assert(
    fc.property(richTexts, (text) => {
      const words = wordsForPaper(text);
      fc.pre(words.content.length > 0);
      const node = forPaper.nodeFromJSON(words);
      node.check();
      expect(readRichText(JSON.stringify(node.toJSON()))).toEqual({ ok: true, value: words });
    }),
    { numRuns: 150 },
  );
});
