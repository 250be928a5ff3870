// The results section of a draft: what was done altogether, by channel, by topic and by unit.
import { ADJUSTMENT_NAMES } from '#lib/plans/index.ts';
import { formatMonth } from '#lib/vietnam/index.ts';
import { periodInWords } from '../period.ts';
import type { ReportCell, ReportPart } from './content.ts';
import { list, shorten, text } from './parts.ts';
import type { NamedThing, ReportFacts } from './facts.ts';
import { bare, type Figures } from './figure-names.ts';
import { resolveLive } from './resolve.ts';
import type { FigureReference, FilterName, MeasureName } from '../figures/reference.ts';

export function draftResults(facts: ReportFacts, figures: Figures): ReportPart[] {
  const { period, closedOn } = facts;
  const sum = (name: string, measure: MeasureName, unit: string, span: FigureReference['span']) =>
    figures.acts(name, { measure, span, filter: {} }, unit);
  const lines = [
    `Lượt người tham dự: ${sum('lượt người', 'people', 'lượt', 'period')}`,
    `Phát thanh: ${sum('lượt phát thanh', 'airings', 'lượt phát', 'period')}; thời lượng ${sum('số phút', 'minutes', 'phút', 'period')}`,
    `Tài liệu in, tờ rơi đã phát: ${sum('bản in', 'copies', 'bản', 'period')}`,
  ];
  const late = shorten(adjustmentLines(facts));
  const standing = closedOn === null ? '' : ' Số liệu theo sổ đã khóa của kỳ.';
  return [
    heading('ket-qua-chung', 'Kết quả chung'),
    text(
      'tong-so',
      `Trong ${periodInWords(period)} đã thực hiện ${sum('số hoạt động', 'acts', 'hoạt động', 'period')} tuyên truyền; có minh chứng: ${sum('hoạt động có minh chứng', 'evidenced', 'hoạt động', 'period')}. Lũy kế từ đầu năm: ${sum('hoạt động lũy kế', 'acts', 'hoạt động', 'cumulative')}.${standing}`,
    ),
    list('luong', lines),
    ...(late.length > 0
      ? [
          text('dieu-chinh', 'Điều chỉnh của kỳ đã khóa sổ, ghi nhận trong kỳ này:'),
          list('cac-dieu-chinh', late),
        ]
      : []),
    heading('theo-kenh', 'Kết quả theo hình thức, kênh thông tin'),
    table(facts, figures, 'kênh', 'channel', facts.source.kinds.channels),
    heading('theo-noi-dung', 'Kết quả theo nội dung tuyên truyền'),
    table(facts, figures, 'nội dung', 'topic', facts.topics),
    heading('theo-don-vi', 'Kết quả theo đơn vị thực hiện'),
    unitTable(facts, figures),
  ];
}

function heading(key: string, words: string): ReportPart {
  return { kind: 'heading', key: `muc-${key}`, text: words };
}

const NUMBER = { kind: 'number', width: 2 } as const;

/** Those that have something in the year so far; the others are none of the report's business. */
export function withActs<Thing extends NamedThing>(
  { source }: ReportFacts,
  filter: FilterName,
  things: readonly Thing[],
): Thing[] {
  return things.filter(({ id }) => {
    const acts = { measure: 'acts', span: 'cumulative', filter: { [filter]: id } } as const;
    return resolveLive({ of: 'acts', acts }, source).value !== null;
  });
}

function table(
  facts: ReportFacts,
  figures: Figures,
  word: string,
  filter: FilterName,
  things: readonly NamedThing[],
): ReportPart {
  const rows = withActs(facts, filter, things).map(({ id, name }, at): ReportCell[] => {
    const cell = (what: string, measure: MeasureName, span: FigureReference['span']) => ({
      figure: bare(
        figures.acts(`${what} – ${word} ${name}`, { measure, span, filter: { [filter]: id } }),
      ),
    });
    return [
      String(at + 1),
      name,
      cell('trong kỳ', 'acts', 'period'),
      cell('lũy kế', 'acts', 'cumulative'),
      cell('lượt người', 'people', 'period'),
      cell('minh chứng', 'evidenced', 'period'),
    ];
  });
  if (rows.length === 0) return text(`bang-${filter}`, 'Hoạt động trong kỳ: không phát sinh.');
  return {
    kind: 'table',
    key: `bang-${filter}`,
    caption: `Kết quả theo ${word}`,
    columns: [
      { head: 'TT', kind: 'ordinal', width: 1 },
      { head: word.charAt(0).toUpperCase() + word.slice(1), kind: 'text', width: 7 },
      { head: 'Trong kỳ', ...NUMBER },
      { head: 'Lũy kế', ...NUMBER },
      { head: 'Lượt người', ...NUMBER },
      { head: 'Có minh chứng', ...NUMBER },
    ],
    rows,
  };
}

function unitTable(facts: ReportFacts, figures: Figures): ReportPart {
  const { source } = facts;
  const shown = facts.units.filter(({ id }) => {
    const acts = { measure: 'acts', span: 'period', filter: { unit: id } } as const;
    const due = resolveLive({ of: 'occurrences', which: 'due', unit: id }, source).value;
    return due !== null || resolveLive({ of: 'acts', acts }, source).value !== null;
  });
  const rows = shown.map(({ id, name, nowCalled }, at): ReportCell[] => {
    const filter = { unit: id };
    const acts = (what: string, measure: MeasureName) => ({
      figure: bare(figures.acts(`${what} – ${name}`, { measure, span: 'period', filter })),
    });
    const duties = (what: string, which: 'due' | 'done' | 'overdue') => ({
      figure: bare(figures.occurrences(`${what} – ${name}`, which, '', id)),
    });
    return [
      String(at + 1),
      nowCalled === null ? name : `${name} (nay là ${nowCalled})`,
      acts('hoạt động', 'acts'),
      acts('minh chứng', 'evidenced'),
      duties('nhiệm vụ đến hạn', 'due'),
      duties('nhiệm vụ đã làm', 'done'),
      duties('nhiệm vụ quá hạn', 'overdue'),
    ];
  });
  if (rows.length === 0) return text('bang-unit', 'Hoạt động của các đơn vị: không phát sinh.');
  return {
    kind: 'table',
    key: 'bang-unit',
    caption: 'Kết quả theo đơn vị',
    columns: [
      { head: 'TT', kind: 'ordinal', width: 1 },
      { head: 'Đơn vị', kind: 'text', width: 6 },
      { head: 'Hoạt động', ...NUMBER },
      { head: 'Có minh chứng', ...NUMBER },
      { head: 'Lượt đến hạn', ...NUMBER },
      { head: 'Đã làm', ...NUMBER },
      { head: 'Quá hạn', ...NUMBER },
    ],
    rows,
  };
}

/** Adjustments of earlier periods, named by act and month. */
function adjustmentLines({ adjustments, titles }: ReportFacts): string[] {
  return adjustments.map(
    ({ act, what, month }) =>
      `${titles.get(act) ?? 'Hoạt động đã rút'}: ${ADJUSTMENT_NAMES[what].toLowerCase()}, thuộc tháng ${formatMonth(month)}`,
  );
}
