// Form II.06 of Circular 01/2020/TT-VPCP (results of handling administrative procedures) from the months
// declared: what the office declares fills its columns, what nobody declares stays to be written by hand.
import { officeHead, type OfficeFacts, type WrittenDocument } from '#lib/documents/index.ts';
import type { CellValue, TableColumn, TableData } from '#lib/platform/index.ts';
import { formatMonth, formatNumber, monthRange, type MonthKey } from '#lib/vietnam/index.ts';
import { foldFigures, type FigureVersion } from './figures.ts';

/** A period of whole months. */
export interface CasePeriod {
  readonly from: MonthKey;
  readonly to: MonthKey;
  /** "quý II năm 2023" */
  readonly name: string;
}

const COLUMNS: readonly TableColumn[] = [
  { head: 'TT', kind: 'code' },
  { head: 'Lĩnh vực', kind: 'text' },
  { head: 'Nhận: tổng số', kind: 'number' },
  { head: 'Nhận mới: trực tuyến', kind: 'number' },
  { head: 'Nhận mới: trực tiếp, bưu chính', kind: 'number' },
  { head: 'Từ kỳ trước', kind: 'number' },
  { head: 'Đã giải quyết: tổng số', kind: 'number' },
  { head: 'Trước hạn', kind: 'number' },
  { head: 'Đúng hạn', kind: 'number' },
  { head: 'Quá hạn', kind: 'number' },
  { head: 'Đang giải quyết: tổng số', kind: 'number' },
  { head: 'Trong hạn', kind: 'number' },
  { head: 'Quá hạn (đang giải quyết)', kind: 'number' },
];

/** The form as a table for sheets; columns nobody declares figures for are empty, never 0. */
export function form06Table(versions: readonly FigureVersion[], period: CasePeriod): TableData {
  return {
    title: `Biểu II.06 – Kết quả giải quyết thủ tục hành chính ${period.name}`,
    source: caution(versions, period),
    columns: COLUMNS,
    rows: [line(versions, period)],
  };
}

/** The form as a document: a covering report with the form as its landscape appendix. */
export function form06Document(
  versions: readonly FigureVersion[],
  period: CasePeriod,
  office: OfficeFacts,
): WrittenDocument {
  const cells = line(versions, period).map((value) =>
    typeof value === 'number' ? formatNumber(value) : (value ?? ''),
  );
  return {
    ...officeHead(office),
    type: 'BC',
    symbol: 'BC-UBND',
    date: null,
    about: `Kết quả giải quyết thủ tục hành chính ${period.name}`,
    blocks: [
      {
        kind: 'paragraph',
        text: `Ủy ban nhân dân ${office.name} báo cáo kết quả giải quyết thủ tục hành chính ${period.name} theo biểu mẫu kèm theo. ${caution(versions, period)}`,
      },
    ],
    recipients: ['Ủy ban nhân dân cấp trên', 'Lưu: VT'],
    draft: true,
    appendices: [
      {
        title: `Biểu số II.06: kết quả giải quyết thủ tục hành chính ${period.name}`,
        landscape: true,
        blocks: [
          {
            kind: 'table',
            unit: 'hồ sơ',
            columns: COLUMNS.map(({ head, kind }, at) => ({
              head,
              kind: at === 0 ? 'ordinal' : kind === 'number' ? 'number' : 'text',
              width: at === 0 ? 1 : at === 1 ? 3 : 2,
            })),
            rows: [cells],
          },
        ],
      },
    ],
  };
}

function line(versions: readonly FigureVersion[], period: CasePeriod): CellValue[] {
  const box = foldFigures(inside(versions, period), { asOf: null });
  const known = box ? [box.handled, box.early, box.onTime, box.late] : [null, null, null, null];
  return ['1', 'Các lĩnh vực', null, null, null, null, ...known, null, null, null];
}

/** What the reader must know: sources, months nobody declared, columns to be filled in by hand. */
function caution(versions: readonly FigureVersion[], period: CasePeriod): string {
  const counting = inside(versions, period);
  if (counting.length === 0) return `Chưa có số liệu tháng nào của ${period.name}.`;
  const sources = [...new Set(counting.map(({ source }) => source))].join('; ');
  const declared = new Set(counting.map(({ month }) => month));
  const missing = monthRange(period.from, period.to).filter((month) => !declared.has(month));
  return [
    `Nguồn: ${sources}.`,
    ...(missing.length > 0
      ? [`Chưa có số liệu tháng ${missing.map(formatMonth).join(', ')}.`]
      : []),
    'Cột tiếp nhận và đang giải quyết chưa có số liệu trong hệ thống, đơn vị ghi tay theo sổ theo dõi.',
  ].join(' ');
}

function inside(versions: readonly FigureVersion[], { from, to }: CasePeriod): FigureVersion[] {
  return versions.filter(({ month }) => month >= from && month <= to);
}
