// What comes in badly: malformed and double codes, broken files, fees and terms in words; and decisions
// as they are pasted.
import { describe, expect, it } from 'vitest';
import { toExport } from '../record/export-format.ts';
import { readImport } from './read-import.ts';

const item = (code: string, title = 'Cấp bản sao', filing: Record<string, string> = {}) => ({
  metadata: { mã_thủ_tục: code, tên_thủ_tục: title },
  content: {},
  tables: { hinh_thuc_nop: [{ hinh_thuc: 'Trực tiếp', ...filing }] },
});

describe('an export', () => {
  it('says which items have no proper code or name, and reads the others', () => {
    const read = readImport(
      JSON.stringify([
        item('1.000001'),
        item('1.00001'),
        item(''),
        { metadata: { mã_thủ_tục: '1.000002' } },
        7,
      ]),
    );
    expect(read.items.map(({ record }) => record.code)).toEqual(['1.000001']);
    expect(read.faults.map(({ place }) => place)).toEqual(['mục 2', 'mục 3', 'mục 4', 'mục 5']);
    expect(read.faults[0]?.message).toContain('1.00001');
  });

  it('uses neither of two records that disagree under one code, and one of two equal ones', () => {
    const read = readImport(
      JSON.stringify([
        item('1.000001', 'Một'),
        item('1.000001', 'Hai'),
        item('1.000002'),
        item('1.000002'),
      ]),
    );
    expect(read.items.map(({ record }) => record.code)).toEqual(['1.000002']);
    expect(read.items[0]?.remarks.join(' ')).toContain('giống hệt');
    expect(read.faults).toMatchObject([{ place: 'mục 1, mục 2' }]);
  });

  it('gives nothing of a file that breaks off, and says where', () => {
    const whole = JSON.stringify([item('1.000001'), item('1.000002')], null, 1);
    const read = readImport(whole.slice(0, -40));
    expect(read.items).toEqual([]);
    expect(read.faults[0]?.place).toMatch(/^dòng \d+$/);
  });

  it('reads a record whose parts are missing or of another kind, and says what lacks', () => {
    const metadata = { mã_thủ_tục: '1.000001', tên_thủ_tục: 'Cấp bản sao' };
    const broken: unknown[] = [
      { metadata },
      { metadata, content: null, tables: null },
      { metadata, content: [], tables: 'không có' },
      { metadata, tables: { hinh_thuc_nop: [null], thanh_phan_ho_so: { 0: {} } } },
    ];
    for (const one of broken) {
      const { items, faults } = readImport(JSON.stringify(one));
      expect(faults).toEqual([]);
      expect(items[0]?.record).toMatchObject({ code: '1.000001', filings: [], papers: [] });
      expect(items[0]?.remarks).toEqual([
        'Thiếu trình tự, cách thức, thời hạn, thành phần hồ sơ, đối tượng, cơ quan thực hiện.',
      ]);
      // Nothing of the source is lost for it.
      const [read] = items;
      expect(read && toExport(read.record, read.origin)).toEqual(one);
    }
    expect(readImport(JSON.stringify([null, [], 'x', { metadata: 3 }])).faults).toHaveLength(4);
  });

  it('keeps terms and fees that are words as written, and says so', () => {
    const filing = { thoi_han_giai_quyet: '1 Khác', phi_le_phi: 'theo quy định của HĐND tỉnh' };
    const [read] = readImport(JSON.stringify(item('1.000001', 'Cấp', filing))).items;
    expect(read?.record.filings[0]).toMatchObject({
      term: '1 Khác',
      fee: 'theo quy định của HĐND tỉnh',
    });
    expect(read?.remarks.join(' ')).toMatch(/1 Khác.*theo quy định của HĐND tỉnh/);
  });
});

describe('a pasted decision', () => {
  const text = [
    'ỦY BAN NHÂN DÂN TỈNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 99/QĐ-UBND\tTỉnh, ngày 05 tháng 6 năm 2023',
    'QUYẾT ĐỊNH',
    'Về việc công bố danh mục thủ tục hành chính',
    '',
    'I. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH',
    'STT\tTên thủ tục\tMã\tLĩnh vực',
    '1\tHỗ trợ tiền điện\t3.000111.H22\tBảo trợ xã hội',
    '2\tHỗ trợ học bơi\t\tVăn hóa',
    'II. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ',
    'STT\tTên thủ tục\tMã\tLĩnh vực',
    '1\tXác nhận cũ\t3.000112\tBảo trợ xã hội',
  ].join('\n');

  it('tells announced from abolished, and rows without a code', () => {
    const read = readImport(text);
    expect(read).toMatchObject({
      kind: 'decision',
      decision: { code: '99/QĐ-UBND', date: '2023-06-05' },
    });
    expect(
      read.items.map(({ act, record }) => [act, record.code, record.suffix, record.title]),
    ).toEqual([
      ['announce', '3.000111', 'H22', 'Hỗ trợ tiền điện'],
      ['abolish', '3.000112', null, 'Xác nhận cũ'],
    ]);
    expect(read.faults).toMatchObject([{ place: 'dòng 9' }]);
  });

  it('keeps every cell of a row under its head, and the laws it names as bases', () => {
    const [read] = readImport(
      [
        'DANH MỤC THỦ TỤC HÀNH CHÍNH BAN HÀNH',
        ...[
          '|',
          'STT',
          '|',
          'Tên TTHC',
          '|',
          'Mã TTHC[1]',
          '|',
          'Lĩnh vực',
          '|',
          'VBQPPL quy định',
        ],
        ...['|', 'Ghi chú', '|', '|', '1', '|', 'Hỗ trợ giếng nước', '|', '3.000113', '|', '|'],
        ...['- Nghị quyết số 4/2022/NQ-', 'HĐND về nước sạch', '- Luật Tài nguyên nước', '|'],
        ...['Vùng cao', '|', '|', '2', '|', 'Hỗ trợ bể chứa', '|', '|', 'Nước sạch', '|', '|', '|'],
      ].join('\n'),
    ).items;
    expect(read?.origin).toEqual({
      danh_mục: {
        STT: '1',
        'Tên TTHC': 'Hỗ trợ giếng nước',
        'Mã TTHC': '3.000113',
        'VBQPPL quy định': '- Nghị quyết số 4/2022/NQ- HĐND về nước sạch - Luật Tài nguyên nước',
        'Ghi chú': 'Vùng cao',
      },
    });
    expect(read?.record).not.toHaveProperty('field');
    expect(read?.record.bases).toEqual([
      { code: '4/2022/NQ-HĐND', title: 'Nghị quyết số 4/2022/NQ- HĐND về nước sạch' },
      { title: 'Luật Tài nguyên nước' },
    ]);
  });

  it('reads headings that name their code', () => {
    const read = readImport(
      '1. THỦ TỤC THI TAY NGHỀ – Mã số: 1.012933.H06 (Quyết định trước)\n- Thời hạn: 5 ngày',
    );
    expect(
      read.items.map(({ record }) => [record.code, record.title, record.filings[0]?.term]),
    ).toEqual([['1.012933', 'THỦ TỤC THI TAY NGHỀ', '5 ngày']]);
  });

  it('says when there is no code at all', () => {
    expect(readImport('Kính gửi các thôn').faults[0]?.message).toContain('N.NNNNNN');
  });
});
