// Which columns of a kept table hold figures.
import { describe, expect, test } from 'vitest';
import type { RichNode } from './rich-nodes.ts';
import { figureColumns, isShortCell } from './rich-tables.ts';

const cell = (text: string, type = 'table_cell', attrs = {}): RichNode => ({
  type,
  attrs,
  content: [{ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }],
});
const row = (...cells: RichNode[]): RichNode => ({ type: 'table_row', content: cells });
const head = (...texts: string[]) => row(...texts.map((text) => cell(text, 'table_header')));
const line = (...texts: string[]) => row(...texts.map((text) => cell(text)));

describe('columns of figures', () => {
  test('are those with figures alone, whatever heads them', () => {
    const rows = [
      head('Nội dung', 'Dự toán (triệu đồng)', 'Tỷ lệ', 'Ngày'),
      line('Tổng thu', '8.420', '100%', '05/01/2023'),
      line('Chi đầu tư', '−2.150,5', '–', '06/01/2023'),
      line('Dự phòng', '', '2 %', '07/01/2023'),
    ];
    expect([...figureColumns(rows)]).toEqual([1, 2]);
  });

  test('are none where nothing was filled in, and where cells are joined', () => {
    expect(figureColumns([head('A', 'B'), line('', '')]).size).toBe(0);
    expect(figureColumns([]).size).toBe(0);
    const joined = [row(cell('Cả năm', 'table_cell', { colspan: 2 })), line('1', '2')];
    expect(figureColumns(joined).size).toBe(0);
  });

  test('are not those with a word among them', () => {
    expect(figureColumns([line('12'), line('12 bản')]).size).toBe(0);
  });

  test('take a live figure for one', () => {
    const live: RichNode = {
      type: 'table_cell',
      content: [{ type: 'paragraph', content: [{ type: 'figure' }] }],
    };
    expect([...figureColumns([row(live)])]).toEqual([0]);
  });
});

test('a cell of few letters stays on one line', () => {
  expect(isShortCell(cell('Thôn 1'))).toBe(true);
  expect(isShortCell(cell('Tối thứ Hai, thứ Sáu'))).toBe(false);
});
