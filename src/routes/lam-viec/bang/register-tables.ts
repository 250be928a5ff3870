// Registers and matrices of the desk as tables to take away, one line a thing, in the order of their pages.
import { DUTY_FIGURES, URGING_KINDS } from '#lib/plans/index.ts';
import type {
  listCommendations,
  listUrgings,
  NamedDutyCell,
  VillageCoverage,
} from '#lib/plans/index.server.ts';
import type { TableData } from '#lib/platform/index.ts';
import type { ReadershipFigures } from '#lib/portal/index.server.ts';
import { FIGURE_NAMES } from '../do-phu/figures.ts';

type Urgings = Awaited<ReturnType<typeof listUrgings>>;
type Commendations = Awaited<ReturnType<typeof listCommendations>>;

/** Nothing counted is an empty cell, never 0. */
const counted = (many: number): number | null => (many > 0 ? many : null);

/** Duties × units: how many occurrences came due, were done, proven, are overdue, were let off. */
export function dutyFiguresTable(cells: readonly NamedDutyCell[], source: string): TableData {
  return {
    title: 'Nhiệm vụ theo đơn vị',
    source,
    columns: [
      { head: 'Đơn vị', kind: 'text' },
      { head: 'Nhiệm vụ', kind: 'text' },
      { head: 'Nhận từ', kind: 'text' },
      ...DUTY_FIGURES.map((figure) => ({ head: FIGURE_NAMES[figure], kind: 'number' as const })),
    ],
    rows: cells.map(({ unitName, about, handedOver, figures }) => [
      unitName,
      about.text,
      handedOver ? about.unitName : null,
      ...DUTY_FIGURES.map((figure) => counted(figures[figure].length)),
    ]),
  };
}

/** Acts for everybody, in no one village. */
const WHOLE_COMMUNE = { id: null, name: 'Toàn xã' };

/** Villages × channels, a line for each pair that something happened in; a village without has one line. */
export function villagesTable(
  { villages, cells, plan }: VillageCoverage,
  source: string,
): TableData {
  const channels = new Map(plan.channels.map(({ id, name }) => [id, name]));
  return {
    title: 'Hoạt động theo thôn và kênh',
    source,
    columns: [
      { head: 'Thôn, tổ dân phố', kind: 'text' },
      { head: 'Kênh', kind: 'text' },
      { head: 'Số hoạt động', kind: 'number' },
      { head: 'Có minh chứng', kind: 'number' },
      { head: 'Lần gần nhất', kind: 'date' },
    ],
    rows: [...villages, WHOLE_COMMUNE].flatMap(({ id, name }) => {
      const own = cells.filter(({ village }) => village === id);
      if (own.length === 0) return id === null ? [] : [[name, null, null, null, null]];
      return own.map(({ channel, actIds, evidencedIds, lastDay }) => [
        name,
        channels.get(channel) ?? channel,
        counted(actIds.length),
        counted(evidencedIds.length),
        lastDay,
      ]);
    }),
  };
}

export function urgingsTable(urgings: Urgings, source: string): TableData {
  return {
    title: 'Sổ đôn đốc, kiểm tra',
    source,
    columns: [
      { head: 'Ngày', kind: 'date' },
      { head: 'Hình thức', kind: 'text' },
      { head: 'Đơn vị', kind: 'text' },
      { head: 'Tình hình', kind: 'text' },
      { head: 'Yêu cầu', kind: 'text' },
      { head: 'Việc quá hạn nêu', kind: 'number' },
      { head: 'Hạn trả lời', kind: 'date' },
      { head: 'Ngày trả lời', kind: 'date' },
      { head: 'Trả lời', kind: 'text' },
      { head: 'Người ghi', kind: 'text' },
    ],
    rows: urgings.map((one) => [
      one.day,
      URGING_KINDS[one.kind],
      one.unitName,
      one.findings,
      one.demand,
      counted(one.owed.length),
      one.answerBy,
      one.answeredOn,
      one.answer,
      one.madeBy,
    ]),
  };
}

/** The registry; a person stands in it as on its page, without the name. */
export function commendationsTable(entries: Commendations, source: string): TableData {
  return {
    title: 'Sổ biểu dương, khen thưởng',
    source,
    columns: [
      { head: 'Ngày', kind: 'date' },
      { head: 'Loại', kind: 'text' },
      { head: 'Đối tượng', kind: 'text' },
      { head: 'Ai', kind: 'text' },
      { head: 'Việc', kind: 'text' },
      { head: 'Hình thức', kind: 'text' },
      { head: 'Quyết định', kind: 'code' },
      { head: 'Ngày quyết định', kind: 'date' },
      { head: 'Ngày khắc phục', kind: 'date' },
      { head: 'Công khai', kind: 'text' },
      { head: 'Ghi chú', kind: 'text' },
    ],
    rows: entries.map((one) => [
      one.day,
      one.kind === 'praise' ? 'Điển hình' : 'Hạn chế',
      one.about === 'person' ? 'Cá nhân' : 'Tập thể',
      one.who,
      one.title,
      one.formName,
      one.decisionCode === '' ? null : one.decisionCode,
      one.decidedOn,
      one.remediedOn,
      one.isPublic ? 'Đã công khai' : 'Chưa công khai',
      one.withdrawn ? 'Đã rút khỏi sổ' : null,
    ]),
  };
}

/** What was read on the portal; searches are told beside it on the page. */
export function readershipTable({ pages }: ReadershipFigures, source: string): TableData {
  return {
    title: 'Trang được đọc trên cổng',
    source,
    columns: [
      { head: 'Trang', kind: 'text' },
      { head: 'Địa chỉ', kind: 'code' },
      { head: 'Lượt xem', kind: 'number' },
    ],
    rows: pages.map(({ path, title, views }) => [title, path, views]),
  };
}
