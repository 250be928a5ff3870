// Every procedure in force as a file for spreadsheets.
import { toCsv } from '#lib/platform/index.ts';
import { procedureUrl, viewProcedure } from '#lib/procedures/index.ts';
import { readWholeRegister } from '#lib/procedures/index.server.ts';
import type { RequestHandler } from './$types';

/** More than the country has. */
const ALL = 20_000;

export const GET: RequestHandler = async ({ locals, url }) => {
  const { items } = await locals.read((tx) => readWholeRegister(tx, { size: ALL, start: 0 }));
  const csv = toCsv({
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
        url.origin + procedureUrl(version.code),
      ];
    }),
  });
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="thu-tuc.csv"',
    },
  });
};
