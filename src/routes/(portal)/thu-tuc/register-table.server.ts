// Every procedure in force as a table; corrected in Excel it can be imported again.
import type { TableData } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { procedureUrl, viewProcedure } from '#lib/procedures/index.ts';
import { readWholeRegister } from '#lib/procedures/index.server.ts';

/** More than the country has. */
const ALL = 20_000;

/** @param origin `https://xa.example`, for the addresses of the pages */
export async function registerTable(tx: Tx, origin: string): Promise<TableData> {
  const { items } = await readWholeRegister(tx, { size: ALL, start: 0 });
  return {
    title: 'Thủ tục hành chính',
    columns: [
      { head: 'Mã', kind: 'code' },
      { head: 'Tên thủ tục', kind: 'text' },
      { head: 'Lĩnh vực', kind: 'text' },
      { head: 'Đối tượng', kind: 'text' },
      { head: 'Thời hạn', kind: 'text' },
      { head: 'Phí, lệ phí', kind: 'text' },
      { head: 'Kết quả', kind: 'text' },
      { head: 'Áp dụng từ', kind: 'date' },
      { head: 'Quyết định công bố', kind: 'text' },
      { head: 'Địa chỉ trang', kind: 'text' },
    ],
    rows: items.map(({ version, record }) => {
      const view = viewProcedure(record);
      return [
        version.code,
        record.title,
        version.field,
        view.forWhom.join(', '),
        view.term,
        view.fee,
        view.result,
        version.effectiveFrom,
        version.decision,
        origin + procedureUrl(version.code),
      ];
    }),
  };
}
