// Tables of procedures as offices keep them: heads of their own wording, lists one below another, codes
// typed as figures; what can't be used is named by its cell.
import { describe, expect, it } from 'vitest';
import type { SheetCell, SheetCells } from '#lib/platform/index.ts';
import { bareRecord } from '../record/record.ts';
import { previewImport } from './preview.ts';
import { readTable } from './read-table.ts';

type Given = string | SheetCell;

function sheet(name: string, ...rows: Given[][]): SheetCells {
  return {
    name,
    rows: rows.map((cells, at) => ({
      number: at + 1,
      cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell, kind: 'text' } : cell)),
    })),
  };
}

const HEAD = [
  'STT',
  'Tên thủ tục hành chính',
  'Mã TTHC',
  'Thời hạn giải quyết',
  'Phí, lệ phí (nếu có)',
];

describe('a table of procedures', () => {
  it('is read by its heads, list by list, with the decision above', () => {
    const read = readTable([
      sheet(
        'Phụ lục',
        ['(Kèm theo Quyết định số 99/QĐ-UBND ngày 05/6/2023 của Ủy ban nhân dân tỉnh)'],
        ['A. DANH MỤC THỦ TỤC HÀNH CHÍNH SỬA ĐỔI, BỔ SUNG'],
        HEAD,
        ['(1)', '(2)', '(3)', '(4)', '(5)'],
        ['I', 'LĨNH VỰC HỘ TỊCH', '', '', ''],
        ['1', 'Đăng ký khai sinh', '1.001193.H22', '01 ngày làm việc', 'Không'],
        ['B. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ'],
        ['STT', 'Tên thủ tục', 'Mã'],
        ['1', 'Xác nhận cũ', '3.000112'],
      ),
    ]);
    expect(read.faults).toEqual([]);
    expect(read.decision).toMatchObject({ code: '99/QĐ-UBND', date: '2023-06-05' });
    expect(read.items.map(({ act, record }) => [act, record.code, record.suffix])).toEqual([
      ['list', '1.001193', 'H22'],
      ['abolish', '3.000112', null],
    ]);
    expect(read.items[0]?.record).toMatchObject({
      field: 'HỘ TỊCH',
      filings: [{ term: '01 ngày làm việc', fee: 'Không' }],
    });
    expect(read.items[0]?.place).toBe('Trang “Phụ lục”, ô B6');
  });

  it('names what it can not use by sheet and cell, and reads the rest', () => {
    const read = readTable([
      sheet(
        'Bảng 1',
        [...HEAD, 'Người ký'],
        ['1', 'Không mã', '', '', ''],
        ['2', 'Mã sai', '1.12', '', ''],
        ['3', '', '1.000001', '', ''],
        ['4', 'Lỗi ô', '1.000002', { text: '#REF!', kind: 'error' }, ''],
        ['5', 'Được', { text: '1.00066', kind: 'number' }, '', ''],
      ),
    ]);
    expect(read.faults.map(({ place }) => place)).toEqual([
      'Trang “Bảng 1”, ô F1',
      'Trang “Bảng 1”, ô C2',
      'Trang “Bảng 1”, ô C3',
      'Trang “Bảng 1”, ô B4',
      'Trang “Bảng 1”, ô D5',
    ]);
    expect(read.items.map(({ record }) => record.code)).toEqual(['1.000660']);
    expect(read.items[0]?.remarks.join(' ')).toContain('số 0 ở cuối');
  });

  it('says when there is no head, and when there is no table at all', () => {
    expect(readTable([sheet('A', ['Khai sinh', '1.001193'])]).faults[0]?.message).toContain(
      'hàng tiêu đề',
    );
    expect(readTable([sheet('A', ['Kính gửi'])]).faults[0]?.place).toBe('cả bảng tính');
  });

  it('takes two rows of heads for one', () => {
    const read = readTable([
      sheet(
        'A',
        ['TT', 'Mã số', 'Tên TTHC', 'Mức thu', ''],
        ['', '', '', 'Phí', 'Lệ phí'],
        ['1', '1.000001', 'Một', '5.000 đồng', '8.000 đồng'],
      ),
    ]);
    expect(read.items[0]?.record.filings).toEqual([{ fee: '5.000 đồng\n8.000 đồng' }]);
  });
});

describe('what a table changes', () => {
  const before = {
    ...bareRecord({ code: '1.000001', suffix: 'H22', title: 'Cấp bản sao' }),
    decision: 'Quyết định số 1/QĐ-BTP',
    audience: 'Công dân Việt Nam; Người nước ngoài',
    steps: 'Bước 1: nộp.',
    filings: [
      { form: 'Trực tiếp', term: '5 Ngày làm việc', fee: 'Phí : 8.000 Đồng' },
      { form: 'Trực tuyến', term: '5 Ngày làm việc', fee: 'Phí : 0 Đồng' },
    ],
  };
  const known = new Map([['1.000001', { record: before, isAbolished: false, hasLater: false }]]);
  const preview = (term: string, fee: string) => {
    const row = [
      '1',
      'Cấp bản sao',
      '1.000001',
      term,
      fee,
      'Công dân Việt Nam, Người nước ngoài',
      '9/QĐ-UBND',
    ];
    const heads = [...HEAD, 'Đối tượng', 'Quyết định công bố'];
    return previewImport(readTable([sheet('A', heads, row)]), known)[0];
  };

  it('is nothing where its cells say what pages say', () => {
    expect(preview('5 ngày làm việc', '')?.outcome).toBe('untouched');
    expect(preview('05 Ngày làm việc', 'Phí: 8.000 đồng; Không mất phí')?.outcome).toBe(
      'untouched',
    );
  });

  it('is what its cells say otherwise, in every way of filing; the rest stays', () => {
    const changed = preview('3 ngày làm việc', '');
    expect(changed?.outcome).toBe('changed');
    expect(changed?.record?.filings.map(({ term }) => term)).toEqual([
      '3 ngày làm việc',
      '3 ngày làm việc',
    ]);
    expect(changed?.record).toMatchObject({ steps: before.steps, decision: before.decision });
  });

  it('is no charge for all where ways of filing are charged differently', () => {
    const kept = preview('', '9.000 đồng');
    expect(kept?.outcome).toBe('untouched');
    expect(kept?.remarks.join(' ')).toContain('9.000 đồng');
  });
});
