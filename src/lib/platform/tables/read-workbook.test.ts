// Workbooks read in their own process: what people see comes out, what can't be read is refused in words.
import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from './read-workbook.server.ts';
import { columnLetters } from './sheet-cells.ts';

async function bytesOf(fill: (workbook: Workbook) => void): Promise<Uint8Array> {
  const workbook = new Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('a workbook', () => {
  it('gives its cells as people read them, with the numbers of their rows', async () => {
    const bytes = await bytesOf((workbook) => {
      const sheet = workbook.addWorksheet('Danh mục');
      sheet.addRow(['Mã', 'Tên']);
      sheet.mergeCells('A2:B2');
      sheet.getCell('A2').value = 'I. Hộ tịch';
      sheet.addRow([1.00066, { richText: [{ text: 'Khai ' }, { text: 'sinh' }] }]);
      sheet.addRow([]);
      sheet.addRow([new Date('2023-06-05T00:00:00Z'), { error: '#REF!' }]);
      sheet.addRow(['ẩn', 'ẩn']);
      sheet.getRow(6).hidden = true;
      workbook.addWorksheet('Ẩn', { state: 'hidden' }).addRow(['không ai thấy']);
    });
    const [sheet, ...others] = await readWorkbook(bytes, 'a.xlsx');
    expect(others).toEqual([]);
    expect(sheet?.name).toBe('Danh mục');
    expect(
      sheet?.rows.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)]),
    ).toEqual([
      [1, 'Mã', 'Tên'],
      [2, 'I. Hộ tịch', ''],
      [3, '1.00066', 'Khai sinh'],
      [5, '05/06/2023', '#REF!'],
    ]);
    expect(sheet?.rows[2]?.cells[0]?.kind).toBe('number');
    expect(sheet?.rows[3]?.cells.map(({ kind }) => kind)).toEqual(['date', 'error']);
  });

  it('is refused where it is none, old or broken off', async () => {
    const whole = await bytesOf((workbook) => workbook.addWorksheet('A').addRow([1]));
    const code = (bytes: Uint8Array) => expect(readWorkbook(bytes, 'a.xlsx')).rejects;
    await code(new TextEncoder().encode('<html>')).toMatchObject({ code: 'table.damaged' });
    await code(new Uint8Array([0xd0, 0xcf, 0x11])).toMatchObject({ code: 'table.old-excel' });
    await code(whole.slice(0, whole.length / 2)).toMatchObject({ code: 'table.damaged' });
    await code(new Uint8Array(11 * 1024 * 1024)).toMatchObject({ code: 'table.too-large' });
  });
});

describe('letters of columns', () => {
  it('are counted as Excel does', () => {
    expect([0, 25, 26, 51, 52, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'AAA',
    ]);
  });
});
