// The months of a year of case handling as a table for sheets.
import type { TableData } from '#lib/platform/index.ts';
import { formatMonth, vietnamDate } from '#lib/vietnam/index.ts';
import type { CaseBox } from './figures.ts';

/** One line a declared month; shares are shares of one, empty where no file was handled. */
export function monthsTable(box: CaseBox | undefined): TableData {
  const share = (percent: number | null) => (percent === null ? null : percent / 100);
  return {
    title: `Kết quả giải quyết thủ tục hành chính${box ? ` năm ${box.year}` : ''}`,
    source: box
      ? `Nguồn: ${box.sources.join('; ')}. Cộng đến tháng ${formatMonth(box.upTo)}.`
      : 'Chưa có số liệu.',
    columns: [
      { head: 'Tháng', kind: 'code' },
      { head: 'Hồ sơ xử lý', kind: 'number' },
      { head: 'Trước hạn', kind: 'number' },
      { head: 'Đúng hạn', kind: 'number' },
      { head: 'Trước và đúng hạn', kind: 'number' },
      { head: 'Trễ hạn', kind: 'number' },
      { head: 'Tỷ lệ trước và đúng hạn', kind: 'percent' },
      { head: 'Nguồn', kind: 'text' },
      { head: 'Ngày khai', kind: 'date' },
    ],
    rows: (box?.months ?? []).map((one) => [
      formatMonth(one.month),
      one.handled,
      one.early,
      one.onTime,
      one.earlyAndOnTime,
      one.late,
      share(one.rate),
      one.current.source,
      vietnamDate(one.current.declaredAt),
    ]),
  };
}
