// Texts that tests are fed with: whatever the schema allows, in the shape the editor gives it.
import fc from 'fast-check';
import type {
  Inline,
  List,
  ListItem,
  Paragraph,
  RichBlock,
  RichMark,
  RichText,
} from './rich-text.ts';

const MARKS = ['strong', 'em', 'sup', 'sub'] as const;
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '&lt;b&gt;',
  '**__',
  '# mục',
  '- gạch',
  '1. một',
  '| ô |',
  '> ! [x](javascript:alert(1))',
  'Ủy ban nhân dân xã',
  '\\',
];
/** Words without line breaks or blanks at their ends, which are no matter of content. */
const words = fc
  .oneof(fc.constantFrom(...hostile), fc.string({ minLength: 1, maxLength: 12 }))
  .map((text) =>
    text
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '');

export const addresses = fc.constantFrom(
  'https://xa.example/a?b=1&c="2"',
  '/tin/bai-viet',
  'mailto:ubnd@xa.example',
  'tel:02203123456',
  '/a(b)c',
);

const marks = fc
  .record({ simple: fc.subarray([...MARKS]), link: fc.option(addresses, { nil: undefined }) })
  .map(({ simple, link }): RichMark[] => [
    ...(link === undefined ? [] : [{ type: 'link' as const, attrs: { href: link } }]),
    ...simple.map((type) => ({ type })),
  ]);

const inlines: fc.Arbitrary<Inline[]> = fc
  .array(fc.record({ text: words, marks, breaks: fc.boolean() }), { minLength: 1, maxLength: 4 })
  .map((runs) => {
    const out: Inline[] = [];
    for (const { text, marks: given, breaks } of runs) {
      const last = out.at(-1);
      // Two runs with the same marks are one, as the editor joins them.
      if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(given)) {
        out.push({ type: 'hard_break' });
      } else if (breaks && last) out.push({ type: 'hard_break' });
      out.push(given.length > 0 ? { type: 'text', text, marks: given } : { type: 'text', text });
    }
    return out;
  });

const paragraph: fc.Arbitrary<Paragraph> = inlines.map((content) => ({
  type: 'paragraph',
  content,
}));
const oneLine = inlines.map((content) => content.filter(({ type }) => type === 'text').slice(0, 1));

const list = (depth: number): fc.Arbitrary<List> =>
  fc
    .record({
      ordered: fc.boolean(),
      order: fc.integer({ min: 1, max: 900 }),
      items: fc.array(
        fc
          .record({
            first: paragraph,
            below: depth > 0 ? fc.option(list(depth - 1)) : fc.constant(null),
          })
          .map(({ first, below }): ListItem => ({
            type: 'list_item',
            content: below ? [first, below] : [first],
          })),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(({ ordered, order, items }) =>
      ordered
        ? { type: 'ordered_list', attrs: { order }, content: items }
        : { type: 'bullet_list', content: items },
    );

const block: fc.Arbitrary<RichBlock> = fc.oneof(
  paragraph,
  fc
    .record({ level: fc.constantFrom(2 as const, 3 as const, 4 as const), content: oneLine })
    .map(({ level, content }): RichBlock => ({ type: 'heading', attrs: { level }, content })),
  fc
    .record({
      alt: words,
      credit: fc.oneof(fc.constant(''), words),
      digit: fc.constantFrom('a', '7'),
    })
    .map(({ alt, credit, digit }): RichBlock => ({
      type: 'picture',
      attrs: { file: digit.repeat(64), alt, credit },
    })),
  list(2),
  paragraph.map((each): RichBlock => ({ type: 'blockquote', content: [each] })),
  list(1).map((each): RichBlock => ({ type: 'box', content: [each] })),
  fc.array(fc.tuple(oneLine, oneLine), { minLength: 1, maxLength: 3 }).map((rows): RichBlock => ({
    type: 'table',
    content: rows.map((cells, index) => ({
      type: 'table_row',
      content: cells.map((content) => ({
        type: index === 0 ? 'table_header' : 'table_cell',
        attrs: { colspan: 1, rowspan: 1, colwidth: null },
        content: [{ type: 'paragraph', content }],
      })),
    })),
  })),
);

/** Two lists of one kind, two tables, quotes or boxes never follow each other: they would be one. */
export const richTexts: fc.Arbitrary<RichText> = fc
  .array(block, { maxLength: 6 })
  .map((content): RichText => ({
    type: 'doc',
    content: content.filter((node, index) => {
      const before = content[index - 1];
      return node.type === 'paragraph' || node.type !== before?.type;
    }),
  }));
