// What the editor wrote, as an official document says it.
import { expect, test } from 'vitest';
import { parseMarkup, readRichText } from '#lib/platform/index.ts';
import { blocksOfText } from './rich-blocks.ts';

test('headings, emphasis, lists in lists and quotes keep their order', () => {
  const text = parseMarkup(
    '# Kết quả\n\n## Tuyên truyền\n\nĐạt **tốt**\n\n1. một\n  - con\n2. hai\n\n> trích',
  );
  expect(blocksOfText(text)).toEqual([
    { kind: 'heading', level: 'roman', text: 'Kết quả' },
    { kind: 'heading', level: 'clause', text: 'Tuyên truyền' },
    { kind: 'paragraph', text: [{ text: 'Đạt ' }, { text: 'tốt', bold: true }] },
    {
      kind: 'list',
      items: [
        { text: [{ text: 'một' }], depth: 0, number: 1 },
        { text: [{ text: 'con' }], depth: 1 },
        { text: [{ text: 'hai' }], depth: 0, number: 2 },
      ],
    },
    { kind: 'paragraph', text: [{ text: 'trích' }] },
  ]);
});

test('a table has a cell for every column, also where cells were merged', () => {
  const cell = (text: string, colspan = 1, rowspan = 1) => ({
    type: 'table_cell',
    attrs: { colspan, rowspan },
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  const row = (...content: unknown[]) => ({ type: 'table_row', content });
  const read = readRichText(
    JSON.stringify({
      type: 'doc',
      content: [
        { type: 'table', content: [row(cell('a', 1, 2), cell('b', 2)), row(cell('c'), cell('d'))] },
      ],
    }),
  );
  expect(read.ok && blocksOfText(read.value)).toMatchObject([
    {
      columns: [{ head: '' }, { head: '' }, { head: '' }],
      rows: [
        ['a', 'b', ''],
        ['', 'c', 'd'],
      ],
    },
  ]);
});

test('the row of heads names the columns; a picture needs its file', () => {
  const text = parseMarkup(
    `|= Việc | Hạn |\n| Khai sinh | 1 ngày |\n\n![Bảng](anh:${'a'.repeat(64)})`,
  );
  expect(blocksOfText(text)).toHaveLength(1);
  expect(blocksOfText(text, () => 'a.png')[1]).toMatchObject({ kind: 'figure', file: 'a.png' });
  expect(blocksOfText(text)[0]).toMatchObject({ columns: [{ head: 'Việc' }, { head: 'Hạn' }] });
});
