import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv, type TableData } from './table.ts';

const table: TableData = {
  title: 'Hoạt động',
  columns: [
    { head: 'Tên', kind: 'text' },
    { head: 'Số', kind: 'number' },
    { head: 'Ngày', kind: 'date' },
  ],
  rows: [
    ['Phát thanh; "sáng"\nchiều', 12, '2023-01-05'],
    ['Chưa báo', null, null],
    ['=HYPERLINK("http://x")', -3.5, '2023-02-01'],
  ],
};

describe('a table as CSV', () => {
  it('opens with the mark of UTF-8 and ends its lines as Excel does', () => {
    const csv = toCsv(table);
    expect(csv.startsWith('\uFEFFTên;Số;Ngày\r\n')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('keeps what has semicolons, quotes and lines, and leaves unknown figures empty', () => {
    const rows = parse(toCsv(table), { bom: true, delimiter: ';' }) as string[][];
    expect(rows[1]).toEqual(['Phát thanh; "sáng"\nchiều', '12', '05/01/2023']);
    expect(rows[2]).toEqual(['Chưa báo', '', '']);
  });

  it('never lets a text run as a formula, and leaves numbers numbers', () => {
    const rows = parse(toCsv(table), { bom: true, delimiter: ';' }) as string[][];
    expect(rows[3]).toEqual([`'=HYPERLINK("http://x")`, '-3,5', '01/02/2023']);
  });

  it('gives every text back, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (texts) => {
        const csv = toCsv({
          title: '',
          columns: [{ head: 'a', kind: 'text' }],
          rows: texts.map((text) => [text]),
        });
        const read = parse(csv, {
          bom: true,
          delimiter: ';',
          relax_column_count: true,
        }) as string[][];
        const cells = read.slice(1).map(([cell]) => cell ?? '');
        expect(cells).toEqual(
          texts.map((text) => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text)),
        );
      }),
    );
  });
});
