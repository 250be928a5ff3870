// Nothing of a source is lost, whatever it holds: read and written again it is the same. Real
// records go through a whole office in tests/unit/procedure-samples.test.ts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromExport, toExport } from './export-format.ts';
import { ProcedureRecord, recordText } from './record.ts';

describe('any export', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 2 }),
  );
  /** A part, mostly; sometimes null or something else in its place. */
  const orOther = (part: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 5, arbitrary: part }, { weight: 1, arbitrary: value });
  const row = (...names: string[]) =>
    fc.array(fc.dictionary(fc.constantFrom(...names, 'ghi_chu_la', 'khac'), value), {
      maxLength: 3,
    });
  const item = fc.record(
    {
      thu_tuc_id: fc.string(),
      source_file: fc.string(),
      them: value,
      content: orOther(
        fc.dictionary(
          fc.constantFrom('trình_tự_thực_hiện', 'mô_tả', 'kết_quả_thực_hiện', 'lạ'),
          value,
        ),
      ),
      tables: orOther(
        fc.record(
          {
            hinh_thuc_nop: row('hinh_thuc', 'phi_le_phi', 'mo_ta'),
            thanh_phan_ho_so: row('ten_giay_to', 'so_luong', 'truong_hop'),
            can_cu_phap_ly: row('so_ky_hieu', 'ngay_ban_hanh'),
            bang_la: value,
          },
          { requiredKeys: [] },
        ),
      ),
      metadata: fc
        .dictionary(fc.constantFrom('cấp_thực_hiện', 'lĩnh_vực', 'ghi_chú_lạ'), value)
        .map((more) => ({ ...more, mã_thủ_tục: '1.000689.000.00.00.H22', tên_thủ_tục: 'Thủ tục' })),
    },
    { requiredKeys: ['metadata'] },
  );

  it('is written as it was read', () => {
    fc.assert(
      fc.property(item, (given) => {
        const read = fromExport(given);
        if ('fault' in read) throw new Error(read.fault);
        const stored = ProcedureRecord.parse(JSON.parse(recordText(read.record)));
        expect(toExport(stored, read.origin)).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  it('keeps base code and agency suffix apart', () => {
    const read = fromExport({
      metadata: { mã_thủ_tục: '1.000689.000.00.00.H22', tên_thủ_tục: 'Thủ tục' },
    });
    expect(read).toMatchObject({ record: { code: '1.000689', suffix: '000.00.00.H22' } });
  });
});
