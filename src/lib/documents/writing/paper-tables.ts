// The tables of a written document as data for a sheet: what stands on paper, with numbers, shares and days
// as such. Taken from the paper itself, so that a sheet never says anything else than what was signed.
import type { CellValue, ColumnKind, TableData } from '#lib/platform/index.ts';
import { formatDate, parseDate, parseNumber, toPlainDate, toRoman } from '#lib/vietnam/index.ts';
import type {
  Block,
  DrawnChart,
  WrittenColumn,
  WrittenDocument,
  WrittenTable,
} from './official-document.ts';

/** How a paper says that there is no number; a sheet leaves the cell empty, never 0. */
const NOTHING = new Set(['', '–', 'không phát sinh']);
/** Behind a number that a person wrote in place of a counted one. */
const MARK = '*';

/**
 * Every table of the document in its order, those of charts among them; one without a caption is called
 * after its appendix.
 */
export function paperTables(document: WrittenDocument): TableData[] {
  const { blocks, appendices = [] } = document;
  const from = sourceOf(document);
  return [
    ...tablesOf(blocks, document.about, from),
    ...appendices.flatMap((appendix, at) => {
      const place = appendices.length > 1 ? `Phụ lục ${toRoman(at + 1)}` : 'Phụ lục';
      return tablesOf(appendix.blocks, appendix.title, from, `${place}. `);
    }),
  ];
}

function tablesOf(blocks: readonly Block[], name: string, source: string, place = ''): TableData[] {
  const isAlone = blocks.filter(({ kind }) => kind === 'table').length === 1;
  return blocks.flatMap((block): TableData[] => {
    if (block.kind === 'chart') return [chartTable(block, place, source)];
    if (block.kind !== 'table') return [];
    // An appendix of one table is known by its title; the caption only says how it was counted.
    const byTitle = place !== '' && isAlone;
    const title = byTitle ? `${place}${name}` : `${place}${block.caption ?? name}`;
    const counted = byTitle ? block.caption : undefined;
    return [sheetOf(block, title, counted === undefined ? source : `${source}. ${counted}`)];
  });
}

function sheetOf({ columns, rows, total, unit }: WrittenTable, title: string, source: string) {
  const all = total ? [...rows, total] : rows;
  const marked = all.flatMap((row, at) =>
    row.some((cell, column) => isMarked(cell, columns[column])) ? [String(at + 1)] : [],
  );
  return {
    title,
    columns: columns.map(({ head, kind }) => ({ head, kind: KINDS[kind] })),
    rows: all.map((row) => row.map((cell, at) => valueOf(cell, columns[at]))),
    source: [
      source,
      ...(unit === undefined ? [] : [`Đơn vị tính: ${unit}`]),
      ...(marked.length > 0 ? [`Số do người lập ghi thay (*) ở dòng ${marked.join(', ')}`] : []),
    ].join('. '),
  };
}

const KINDS: Readonly<Record<WrittenColumn['kind'], ColumnKind>> = {
  text: 'text',
  number: 'number',
  percent: 'percent',
  date: 'date',
  ordinal: 'number',
};

function isMarked(cell: string, column: WrittenColumn | undefined): boolean {
  return column?.kind === 'number' && cell.endsWith(MARK);
}

/** What isn't what its column holds stays the text it is. */
function valueOf(cell: string, column: WrittenColumn | undefined): CellValue {
  const text = cell.trim();
  const kind = column?.kind ?? 'text';
  if (kind === 'text') return text === '' ? null : cell;
  if (NOTHING.has(text)) return null;
  switch (kind) {
    case 'number':
    case 'ordinal':
      return parseNumber(text.endsWith(MARK) ? text.slice(0, -MARK.length) : text) ?? text;
    case 'percent': {
      const percent = text.endsWith('%') ? parseNumber(text.slice(0, -1)) : undefined;
      // In tenths of a per cent, as a paper has them: 12,3% is 0.123 and nothing behind it.
      return percent === undefined ? text : Math.round(percent * 1e4) / 1e6;
    }
    case 'date':
      return parseDate(text) ?? text;
  }
}

function chartTable({ chart, labelHead }: DrawnChart, place: string, source: string): TableData {
  return {
    title: `${place}${chart.title}`,
    columns: [
      { head: labelHead, kind: 'text' },
      ...chart.series.map(({ name }) => ({ head: name, kind: 'number' as const })),
    ],
    rows: chart.labels.map((label, at) => [
      label,
      ...chart.series.map(({ values }) => values[at] ?? null),
    ]),
    source: `${source}. Đơn vị tính: ${chart.unit}`,
  };
}

function sourceOf({ about, code, date, draft, demonstration }: WrittenDocument): string {
  const issued =
    code === undefined || date === null
      ? (draft ?? false)
        ? 'dự thảo'
        : 'chưa cấp số'
      : `số ${code} ngày ${formatDate(toPlainDate(date))}`;
  return `${demonstration === true ? 'Dữ liệu minh họa. ' : ''}${about}, ${issued}`;
}
