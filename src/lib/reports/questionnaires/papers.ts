// A filled form as an official document and as a table for sheets.
import type { Block, PaperSetting, WrittenDocument } from '#lib/documents/index.ts';
import type { CellValue, TableData } from '#lib/platform/index.ts';
import { inNumbers } from '#lib/ui/index.ts';
import { formatDate, vietnamDate } from '#lib/vietnam/index.ts';
import { periodInWords, type ReportPeriod } from '../period.ts';
import type { ReportHead } from '../periodic/write.ts';
import { filledText, type FilledCell, type FilledForm } from './fill.ts';
import type { QuestionnaireForm } from './form.ts';

const TOTAL = 'Tổng cộng';

/** @param office "Ủy ban nhân dân xã Tiền Tiến" */
export function formDocument(
  form: QuestionnaireForm,
  filled: FilledForm,
  period: ReportPeriod,
  { office, paper, ...head }: ReportHead & { readonly office: string },
): WrittenDocument {
  return {
    type: 'BC',
    ...(head.superior && { superior: head.superior }),
    issuer: office,
    symbol: 'BC-UBND',
    place: head.place,
    date: null,
    about: `${form.title}, ${periodInWords(period)}`,
    to: [form.agency],
    bases: [`Thực hiện ${form.source}`],
    blocks: [
      {
        kind: 'paragraph',
        text: `${office} báo cáo số liệu ${periodInWords(period)} theo biểu dưới đây.`,
      },
      tableBlock(form, filled),
      ...notes(form, filled),
    ],
    ...forPaper(paper, form.agency),
    draft: head.draft,
    demonstration: head.demonstration,
  };
}

/** The agency that asked is the first to receive it. */
function forPaper(paper: PaperSetting, agency: string): PaperSetting {
  const others = paper.recipients.filter((one) => one !== agency);
  return { ...paper, recipients: [agency, ...others] };
}

function tableBlock(form: QuestionnaireForm, { rows, total }: FilledForm): Block {
  const kindOf = (column: number) =>
    rows.some(({ cells }) => isNumber(cells[column])) ? ('number' as const) : ('text' as const);
  return {
    kind: 'table',
    columns: [
      { head: 'TT', kind: 'ordinal', width: 1 },
      { head: 'Nội dung', kind: 'text', width: 6 },
      ...form.columns.map(({ head }, at) => ({ head, kind: kindOf(at), width: 2.5 })),
    ],
    rows: rows.map(({ label, cells }, at) => [String(at + 1), label, ...cells.map(filledText)]),
    ...(total && {
      total: ['', TOTAL, ...total.map((sum) => (sum === null ? '' : inNumbers(sum)))],
    }),
  };
}

/** Who wrote the numbers that nobody counted. */
function notes(form: QuestionnaireForm, { rows }: FilledForm): Block[] {
  const written = rows.flatMap(({ label, cells }) =>
    cells.flatMap((cell, column) =>
      cell.kind === 'written' && cell.text !== '' && cell.at !== null
        ? [
            `${label}, ${form.columns[column]?.head ?? ''}: ${cell.by ?? ''} ghi ngày ${formatDate(vietnamDate(cell.at))}`,
          ]
        : [],
    ),
  );
  if (written.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      text: 'Các ô do người lập biểu ghi; các ô khác tính từ hoạt động đã ghi:',
    },
    { kind: 'list', items: written },
  ];
}

export function formTable(
  form: QuestionnaireForm,
  { rows, total }: FilledForm,
  period: ReportPeriod,
): TableData {
  const isPercent = (column: number) =>
    rows.some(({ cells }) => {
      const cell = cells[column];
      return cell?.kind === 'counted' && cell.isPercent;
    });
  const kindOf = (column: number) => {
    if (isPercent(column)) return 'percent' as const;
    const filled = rows.flatMap(({ cells }) => cells[column] ?? []);
    const isWords = filled.some(
      (cell) => cell.kind === 'written' && cell.text !== '' && cell.value === null,
    );
    return !isWords && filled.some(isNumber) ? ('number' as const) : ('text' as const);
  };
  const sheetCell = (cell: FilledCell, column: number): CellValue => {
    if (cell.kind === 'written' && kindOf(column) === 'text') return cell.text || null;
    if (cell.value === null) return null;
    return isPercent(column) ? cell.value / 100 : cell.value;
  };
  return {
    title: `${form.title}, ${periodInWords(period)}`,
    source: form.source,
    columns: [
      { head: 'Nội dung', kind: 'text' },
      ...form.columns.map(({ head }, at) => ({ head, kind: kindOf(at) })),
    ],
    rows: [
      ...rows.map(({ label, cells }) => [label, ...cells.map(sheetCell)]),
      ...(total ? [[TOTAL, ...total]] : []),
    ],
  };
}

function isNumber(cell: FilledCell | undefined): boolean {
  return cell !== undefined && (cell.kind === 'counted' || cell.value !== null);
}
