// Excel sheets read back: types, filters, a head that stands still, and text that stays text.
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTable, tableFileOf } from './answer-table.server.ts';
import type { TableData } from './table.ts';
import { toXlsx } from './workbook.server.ts';

const table: TableData = {
  title: 'Hoạt động: quý I/2023 – bảng rất dài tên',
  source: 'Theo ghi nhận đến hết ngày 30/06/2023',
  columns: [
    { head: 'Tên', kind: 'text' },
    { head: 'Mã', kind: 'code' },
    { head: 'Số', kind: 'number' },
    { head: 'Tỷ lệ', kind: 'percent' },
    { head: 'Ngày', kind: 'date' },
  ],
  rows: [
    ['Phát thanh\nsáng', '007', 1200.5, 0.9999, '2023-01-05'],
    ['=HYPERLINK("http://x")', '+84', null, null, null],
  ],
};

async function open(given: TableData): Promise<Worksheet> {
  const workbook = new Workbook();
  await workbook.xlsx.load((await toXlsx(given)).slice());
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('a table as a workbook', () => {
  it('keeps figures, shares and days what they are, and leading zeros of codes', async () => {
    const row = (await open(table)).getRow(5);
    expect(row.getCell(2).value).toBe('007');
    expect(row.getCell(3).value).toBe(1200.5);
    expect(row.getCell(4)).toMatchObject({ value: 0.9999, numFmt: '0.00%' });
    expect(row.getCell(5)).toMatchObject({ numFmt: 'dd/mm/yyyy' });
    expect((row.getCell(5).value as Date).toISOString()).toBe('2023-01-05T00:00:00.000Z');
  });

  it('leaves what is unknown empty, and runs no text as a formula', async () => {
    const row = (await open(table)).getRow(6);
    expect(row.getCell(1).value).toBe('=HYPERLINK("http://x")');
    expect(row.getCell(1).formula).toBeUndefined();
    expect([3, 4, 5].map((at) => row.getCell(at).value)).toEqual([null, null, null]);
  });

  it('has its title, its source, a filtered head that stands still, and a lawful sheet name', async () => {
    const sheet = await open(table);
    expect(sheet.getCell('A1').value).toBe(table.title);
    expect(sheet.getCell('A2').value).toBe(table.source);
    expect(sheet.getRow(4).getCell(1).value).toBe('Tên');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
    expect(sheet.autoFilter).toBe('A4:E6');
    expect(sheet.name).toHaveLength(31);
    expect(sheet.name).not.toMatch(/[\\/?*[\]:']/);
  });

  it('gives every text back, whatever is in it', async () => {
    // XML can't hold control characters or halves of pairs; the rest must come back.
    const words = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter((text) => text.trim() === text);
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 8 }), async (texts) => {
        const column = { head: 'a', kind: 'text' as const };
        const sheet = await open({
          title: 'x',
          columns: [column],
          rows: texts.map((one) => [one]),
        });
        expect(texts.map((_, at) => sheet.getRow(5 + at).getCell(1).value)).toEqual(texts);
      }),
      { numRuns: 25 },
    );
  });

  it('opens without rows', async () => {
    const sheet = await open({ ...table, rows: [] });
    expect(sheet.rowCount).toBe(4);
  });
});

describe('several tables as one workbook', () => {
  it('have a sheet each, in their order, none of them named like another', async () => {
    const long = 'Phụ lục về kết quả tuyên truyền theo kênh thông tin';
    const titles = ['Bảng', 'bảng', long, long, '???'];
    const workbook = new Workbook();
    const made = await toXlsx(titles.map((title) => ({ ...table, title })));
    await workbook.xlsx.load(made.slice());
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names).toEqual([
      'Bảng',
      'bảng (2)',
      'Phụ lục về kết quả tuyên truyề…',
      'Phụ lục về kết quả tuyên t… (2)',
      'Bảng (3)',
    ]);
    expect(names.every((name) => name.length <= 31)).toBe(true);
    expect(workbook.worksheets.map((sheet) => sheet.getCell('A1').value)).toEqual(titles);
  });
});

describe('a table as an answer', () => {
  it('tells name and format by the address, and nothing else', () => {
    expect(tableFileOf('hoat-dong.xlsx')).toEqual({ name: 'hoat-dong', format: 'xlsx' });
    expect(tableFileOf('hoat-dong.csv')).toEqual({ name: 'hoat-dong', format: 'csv' });
    for (const other of ['hoat-dong', 'a.xls', '../a.csv', 'A.csv', '.csv']) {
      expect(tableFileOf(other)).toBeUndefined();
    }
  });

  it('is saved under its name', async () => {
    const answer = await answerTable(table, { name: 'so', format: 'xlsx' });
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="so.xlsx"');
    expect(new Uint8Array(await answer.arrayBuffer()).slice(0, 2)).toEqual(
      new Uint8Array([0x50, 0x4b]),
    );
  });
});
