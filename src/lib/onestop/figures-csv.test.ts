// Reading figures from CSV: as spreadsheets write them, with every fault named by line and column.
import { describe, expect, it } from 'vitest';
import { toMonthKey } from '#lib/vietnam/index.ts';
import { FigureDeclaration } from './figure-declaration.ts';
import { parseFiguresCsv } from './figures-csv.ts';
import { figuresCsv } from './figures-table.ts';
import { foldFigures } from './figures.ts';

const HEAD = 'thang,truoc_han,dung_han,tre_han,nguon';

describe('reading a CSV of figures', () => {
  it('takes commas or semicolons, quoted sources, any order, both ways to write a month', () => {
    const comma = parseFiguresCsv(`${HEAD}\n2023-01,121,47,0,"Sổ, quyển 1"\n`);
    expect(comma.faults).toEqual([]);
    expect(comma.rows).toEqual([
      {
        line: 2,
        month: '2023-01',
        early: 121,
        onTime: 47,
        late: 0,
        source: 'Sổ, quyển 1',
        reason: null,
      },
    ]);
    const excel = parseFiguresCsv(
      '\uFEFFNguồn;Tháng;Trễ hạn;Đúng hạn;Trước hạn\r\nSổ;02/2023;1;56;1.158\r\n',
    );
    expect(excel.faults).toEqual([]);
    expect(excel.rows[0]).toMatchObject({ month: '2023-02', early: 1158, onTime: 56, late: 1 });
  });

  it('takes early and on time known only together', () => {
    const { rows } = parseFiguresCsv('thang,truoc_va_dung_han,tre_han,nguon\n2023-03,247,2,Sổ\n');
    expect(rows[0]).toMatchObject({ early: null, onTime: 247, late: 2 });
  });

  it('passes over columns it does not know, and says which', () => {
    const { ignored, faults } = parseFiguresCsv(`${HEAD},ghi chú\n2023-01,1,2,3,Sổ,x\n`);
    expect(ignored).toEqual(['ghi chú']);
    expect(faults).toEqual([]);
  });

  it('names line and column of every fault and gives no row for it', () => {
    const text = `${HEAD}\n2023-13,1,2,0,Sổ\n2023-02,mười,2,,Sổ\n2023-03,1,2,0,\n2023-04,-1,2.5,0,Sổ\n`;
    const { rows, faults } = parseFiguresCsv(text);
    expect(rows).toEqual([]);
    expect(faults.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 thang',
      '3 truoc_han',
      '3 tre_han',
      '4 nguon',
      '5 truoc_han',
      '5 dung_han',
    ]);
    expect(faults[1]?.message).toContain('“mười”');
  });

  it('refuses the same month twice', () => {
    const { faults } = parseFiguresCsv(`${HEAD}\n2023-01,1,2,0,Sổ\n01/2023,1,2,0,Sổ\n`);
    expect(faults).toEqual([
      { line: 3, column: 'thang', message: expect.stringContaining('đã có ở dòng 2') },
    ]);
  });

  it.each([
    ['', 'không có dòng nào'],
    [HEAD, 'chưa có dòng số liệu'],
    ['a,b\n1,2', 'Thiếu cột thang'],
    [`${HEAD}\n2023-01,1,2,0,"Sổ`, 'ngoặc kép'],
  ])('says what is wrong with %j', (text, words) => {
    const { rows, faults } = parseFiguresCsv(text);
    expect(rows).toEqual([]);
    expect(faults[0]?.message).toContain(words);
  });

  it('refuses a file too long to be figures, instead of reading a part of it', () => {
    const rows = Array.from({ length: 1300 }, (_, index) => {
      const month = String((index % 12) + 1).padStart(2, '0');
      return `${2000 + Math.floor(index / 12)}-${month},1,1,0,Sổ`;
    });
    const { rows: read, faults } = parseFiguresCsv([HEAD, ...rows].join('\n'));
    expect(read).toEqual([]);
    expect(faults[0]?.message).toContain('1200 dòng');
  });

  it('lets through only what a declaration takes', () => {
    const long = 'x'.repeat(501);
    const { rows, faults } = parseFiguresCsv(
      `${HEAD},ly_do\n1999-12,1,1,0,Sổ,\n2023-01,1,1,0,Sổ,${long}\n2023-02,1,1,0,Sổ,ghi sót\n`,
    );
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [2, 'thang'],
      [3, 'ly_do'],
    ]);
    for (const row of rows) expect(FigureDeclaration.safeParse(row).success).toBe(true);
  });

  it('reads back what the portal gives out, parts and sums alike', () => {
    const version = { version: 1, late: 1, source: 'Sổ, quyển 1', reason: null };
    const declaredAt = '2023-03-01T00:00:00.000Z';
    const box = foldFigures(
      [
        { ...version, month: toMonthKey('2023-01'), early: 121, onTime: 47, declaredAt },
        { ...version, month: toMonthKey('2023-02'), early: null, onTime: 300, declaredAt },
      ],
      { asOf: null },
    );
    const { rows, faults } = parseFiguresCsv(figuresCsv(box));
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([
      { month: '2023-01', early: 121, onTime: 47, late: 1, source: 'Sổ, quyển 1' },
      { month: '2023-02', early: null, onTime: 300, late: 1 },
    ]);
  });

  it('takes no month to come when told which one is running', () => {
    const text = `${HEAD}\n2023-06,1,1,0,Sổ\n2029-01,1,1,0,Sổ\n`;
    expect(parseFiguresCsv(text).faults).toEqual([]);
    expect(parseFiguresCsv(text, toMonthKey('2023-06')).faults).toMatchObject([
      { line: 3, column: 'thang' },
    ]);
  });

  it('notices a sum that is not that of its parts', () => {
    const head = 'thang,truoc_han,dung_han,truoc_va_dung_han,tre_han,nguon';
    const { faults } = parseFiguresCsv(`${head}\n2023-01,1,2,4,0,Sổ\n`);
    expect(faults).toMatchObject([{ line: 2, column: 'truoc_va_dung_han' }]);
  });
});
