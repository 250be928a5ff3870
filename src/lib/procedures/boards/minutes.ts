// Minutes of a day on which sheets were hung or taken down, as an official document (type BB). Who was
// there is left to be written by hand: Loa names nobody.
import {
  officeHead,
  type Block,
  type OfficeFacts,
  type WrittenDocument,
} from '#lib/documents/index.ts';
import { dateParts, formatDate, isPlainDate, toPlainDate } from '#lib/vietnam/index.ts';
import { showSheetCode } from './sheet-code.ts';

export interface PostedLine {
  readonly shortCode: string;
  readonly title: string;
  readonly code: string;
  readonly decision: string;
  /** YYYY-MM-DD */
  readonly effectiveFrom: string;
  readonly hasPhoto: boolean;
}

export interface PostingDay {
  readonly board: string;
  readonly place: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly posted: readonly PostedLine[];
  readonly removed: readonly PostedLine[];
}

/** Where the desk gives the minutes of a day at a board. */
export function postingMinutesUrl(boardId: string, day: string, format = 'pdf'): string {
  return `/lam-viec/thu-tuc/bang/${boardId}/giay-to/bien-ban.${format}?ngay=${day}`;
}

export function postingMinutes(posting: PostingDay, office: OfficeFacts): WrittenDocument {
  const { signatory: _chairman, ...head } = officeHead(office);
  const { board, place, day, posted, removed } = posting;
  return {
    ...head,
    type: 'BB',
    symbol: 'BB-UBND',
    date: day,
    about: `Niêm yết công khai thủ tục hành chính tại ${board}`,
    blocks: [
      {
        kind: 'paragraph',
        text: `Hôm nay, ${inWords(day)}, tại ${[board, place].filter(Boolean).join(', ')}, Ủy ban nhân dân ${office.name} niêm yết công khai thủ tục hành chính như sau:`,
      },
      { kind: 'heading', level: 'roman', text: 'THÀNH PHẦN' },
      {
        kind: 'list',
        items: [
          'Người niêm yết: ……………………, chức vụ: ……………………',
          'Người chứng kiến (đại diện nơi đặt bảng): ……………………, chức vụ: ……………………',
        ],
      },
      ...section('TỜ ĐƯỢC TREO', posted),
      ...section('TỜ ĐÃ GỠ', removed),
      { kind: 'heading', level: 'roman', text: 'THỜI GIAN NIÊM YẾT' },
      {
        kind: 'paragraph',
        text: `Các tờ được treo từ ${inWords(day)} cho đến khi thủ tục được sửa đổi, thay thế hoặc bãi bỏ; mỗi tờ có số và mã vuông để ai cũng kiểm tra được tờ còn đúng hay không.`,
      },
      {
        kind: 'paragraph',
        text: 'Biên bản được lập thành 02 bản, Ủy ban nhân dân giữ 01 bản, nơi đặt bảng giữ 01 bản',
      },
    ],
    recipients: ['Lưu: VT'],
    signatory: { title: 'Người niêm yết' },
    coSignatory: { title: 'Người chứng kiến' },
  };
}

function section(heading: string, lines: readonly PostedLine[]): Block[] {
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', level: 'roman', text: heading },
    {
      kind: 'table',
      columns: [
        { head: 'TT', kind: 'ordinal', width: 1 },
        { head: 'Thủ tục', kind: 'text', width: 6 },
        { head: 'Tờ số', kind: 'text', width: 2 },
        { head: 'Áp dụng từ', kind: 'date', width: 2.2 },
        { head: 'Quyết định công bố', kind: 'text', width: 3 },
        { head: 'Ảnh', kind: 'text', width: 1.2 },
      ],
      rows: lines.map((line, at) => [
        String(at + 1),
        `${line.title} (mã ${line.code})`,
        showSheetCode(line.shortCode),
        isPlainDate(line.effectiveFrom) ? formatDate(line.effectiveFrom) : line.effectiveFrom,
        line.decision,
        line.hasPhoto ? 'Có' : '',
      ]),
    },
  ];
}

function inWords(day: string): string {
  const { day: date, month, year } = dateParts(toPlainDate(day));
  return `ngày ${date} tháng ${month} năm ${year}`;
}
