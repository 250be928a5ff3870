// Procedures for database tests: read, looked at and applied as an office does it.
import type { Tx } from '#lib/platform/index.server.ts';
import { applyChange } from './apply.server.ts';
import { previewChange, receiveProcedures } from './receive.server.ts';

/** Puts procedures of civil status in force from a day on. @param terms time limit by code @returns the change */
export async function putInForce(
  tx: Tx,
  terms: Readonly<Record<string, string>>,
  effectiveFrom = '2023-06-30',
): Promise<string> {
  const items = Object.entries(terms).map(([code, term]) => ({
    metadata: { mã_thủ_tục: code, tên_thủ_tục: `Thủ tục ${code}`, lĩnh_vực: 'Hộ tịch' },
    content: {},
    tables: {
      hinh_thuc_nop: [{ hinh_thuc: 'Trực tiếp', thoi_han_giai_quyet: term }],
      thanh_phan_ho_so: [{ ten_giay_to: 'Tờ khai' }],
      can_cu_phap_ly: [],
    },
  }));
  const id = await receiveProcedures(tx, { name: 'tệp', content: JSON.stringify(items) });
  const { seen } = await previewChange(tx, id, effectiveFrom);
  const decision = { decidedOn: null, decision: '1/QĐ-UBND' };
  await applyChange(tx, id, { effectiveFrom, ...decision, seen });
  return id;
}
