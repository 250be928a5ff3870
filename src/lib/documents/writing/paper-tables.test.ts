// What stands on paper, as sheets: every table once, numbers and days as such, nothing never 0.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '#lib/vietnam/index.ts';
import type { Block, WrittenDocument } from './official-document.ts';
import { paperTables } from './paper-tables.ts';

const paper = (given: Partial<WrittenDocument>): WrittenDocument => ({
  type: 'BC',
  issuer: 'Ủy ban nhân dân xã An Bình',
  place: 'An Bình',
  date: null,
  about: 'Kết quả quý II',
  blocks: [],
  recipients: ['Lưu: VT'],
  signatory: { title: 'CHỦ TỊCH' },
  ...given,
});
const table: Block = {
  kind: 'table',
  caption: 'Kết quả theo kênh',
  columns: [
    { head: 'TT', kind: 'ordinal' },
    { head: 'Kênh', kind: 'text' },
    { head: 'Trong kỳ', kind: 'number' },
    { head: '% kế hoạch', kind: 'percent' },
    { head: 'Ngày', kind: 'date' },
  ],
  rows: [
    ['1', 'Cổng thông tin', '1.250', '12,3%', '05/01/2023'],
    ['2', 'Phát thanh', '40*', 'không phát sinh', ''],
    ['3', 'không phát sinh', '–', '100,0%', 'cả kỳ'],
  ],
};

describe('the tables of a paper', () => {
  it('hold numbers, shares and days as such; what there is none of is empty', () => {
    const [sheet] = paperTables(paper({ blocks: [table] }));
    expect(sheet?.columns.map(({ kind }) => kind)).toEqual([
      'number',
      'text',
      'number',
      'percent',
      'date',
    ]);
    expect(sheet?.rows).toEqual([
      [1, 'Cổng thông tin', 1250, 0.123, '2023-01-05'],
      [2, 'Phát thanh', 40, null, null],
      [3, 'không phát sinh', null, 1, 'cả kỳ'],
    ]);
  });

  it('say what paper they are of, how they were counted, and which numbers a person wrote', () => {
    const issued = paper({ code: '15/BC-UBND', date: '2023-07-03', demonstration: true });
    const [sheet] = paperTables({
      ...issued,
      appendices: [{ title: 'Theo kênh', blocks: [table] }],
    });
    expect(sheet?.title).toBe('Phụ lục. Theo kênh');
    expect(sheet?.source).toBe(
      'Dữ liệu minh họa. Kết quả quý II, số 15/BC-UBND ngày 03/07/2023. Kết quả theo kênh. Số do người lập ghi thay (*) ở dòng 2',
    );
    expect(paperTables(paper({ blocks: [table], draft: true }))[0]?.source).toContain('dự thảo');
  });

  it('come from the body, from every appendix and from charts, in their order', () => {
    const chart: Block = {
      kind: 'chart',
      labelHead: 'Tháng',
      chart: {
        kind: 'bars',
        id: 'theo-thang',
        title: 'Số hoạt động',
        unit: 'hoạt động',
        labels: ['4', '5'],
        series: [{ name: 'Họp', values: [3, null] }],
      },
    };
    const made = paperTables(
      paper({
        blocks: [
          { kind: 'paragraph', text: 'Lời' },
          { ...table, caption: undefined },
        ],
        appendices: [
          { title: 'Biểu đồ', blocks: [chart] },
          { title: 'Danh mục', blocks: [{ ...table, total: ['', 'Cộng', '1.290', '', ''] }] },
        ],
      }),
    );
    expect(made.map(({ title }) => title)).toEqual([
      'Kết quả quý II',
      'Phụ lục I. Số hoạt động',
      'Phụ lục II. Danh mục',
    ]);
    expect(made[1]).toMatchObject({
      rows: [
        ['4', 3],
        ['5', null],
      ],
    });
    expect(made[2]?.rows.at(-1)).toEqual([null, 'Cộng', 1290, null, null]);
    expect(paperTables(paper({}))).toEqual([]);
  });

  it('give back every number a paper can print', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.boolean(), (number, marked) => {
        const cell = `${formatNumber(number)}${marked ? '*' : ''}`;
        const columns = [{ head: 'Số', kind: 'number' as const }];
        const blocks: Block[] = [{ kind: 'table', columns, rows: [[cell]] }];
        expect(paperTables(paper({ blocks }))[0]?.rows).toEqual([[number]]);
      }),
    );
  });
});
