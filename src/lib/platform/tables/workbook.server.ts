// Tables as an Excel workbook, a sheet each: days, figures and shares stay what they are, the head stands still while
// one scrolls, and every column can be filtered.
import type { Workbook as ExcelWorkbook } from '@cj-tech-master/excelts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import type { CellValue, ColumnKind, TableData } from './table.ts';

/** What a column's cells look like; Excel shows thousands and fractions by the reader's own country. */
const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  code: '@',
  number: '#,##0.##',
  percent: '0.00%',
  date: 'dd/mm/yyyy',
};
/** Title, source line, an empty row; then the head. */
const HEAD_ROW = 4;
const WIDEST = 60;
/** Widths are told by the first rows; the rest of a long table looks like them. */
const LOOKED_AT = 200;

/**
 * One table, one sheet. Text stays text, also what looks like a formula; `null` is an empty cell.
 * Prints on A4 with its head repeated, landscape where it has more than six columns.
 * @param tables at least one; sheets of one name are counted
 */
export async function toXlsx(tables: TableData | readonly TableData[]): Promise<Uint8Array> {
  // Only who asks for a sheet pays for the library.
  const { Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  const names = new Set<string>();
  for (const table of 'title' in tables ? [tables] : tables) {
    addSheet(workbook, table, freeName(table.title, names));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelWorkbook, table: TableData, name: string): void {
  const { columns, rows } = table;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 0, ySplit: HEAD_ROW }],
    pageSetup: {
      paperSize: 9,
      orientation: columns.length > 6 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
    },
    headerFooter: { oddFooter: '&CTrang &P/&N' },
  });
  sheet.columns = columns.map((column, at) => ({
    width: widthOf(column.head, rows, at),
    style: {
      numFmt: FORMATS[column.kind],
      font: { name: 'Times New Roman', size: 12 },
      alignment: { vertical: 'top', wrapText: column.kind === 'text' },
    },
  }));
  line(1, table.title, { size: 14, bold: true });
  line(2, table.source ?? '', { size: 11, italic: true });
  const head = sheet.getRow(HEAD_ROW);
  head.values = columns.map((column) => column.head);
  head.eachCell((cell) => {
    cell.numFmt = '@';
    cell.font = { name: 'Times New Roman', size: 12, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = { top: { style: 'thin' }, bottom: { style: 'thin' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFE7DA' } };
  });
  sheet.addRows(
    rows.map((row) => columns.map((column, at) => sheetCell(column.kind, row[at] ?? null))),
  );
  sheet.autoFilter = {
    from: { row: HEAD_ROW, col: 1 },
    to: { row: HEAD_ROW + rows.length, col: columns.length },
  };

  function line(at: number, text: string, look: { size: number; bold?: true; italic?: true }) {
    const cell = sheet.getCell(at, 1);
    cell.value = text;
    cell.numFmt = '@';
    cell.font = { name: 'Times New Roman', ...look };
    cell.alignment = { horizontal: 'left', wrapText: false };
  }
}

function sheetCell(kind: ColumnKind, value: CellValue): string | number | Date | null {
  if (kind === 'date' && typeof value === 'string' && isPlainDate(value)) {
    return new Date(`${value}T00:00:00Z`);
  }
  // A string is stored as a string: nothing in it is run, so nothing is put in front of it either.
  return value;
}

function widthOf(head: string, rows: TableData['rows'], at: number): number {
  const longest = rows
    .slice(0, LOOKED_AT)
    .reduce((most, row) => Math.max(most, String(row[at] ?? '').length), 0);
  // A head may take two lines.
  return Math.min(WIDEST, Math.max(10, Math.ceil(head.length * 0.7) + 4, longest + 2));
}

const LONGEST_NAME = 31;

/** Excel takes 31 characters for a sheet's name, none of these marks, and no name twice in any case. */
function freeName(title: string, taken: Set<string>): string {
  const whole = title
    .replace(/[\\/?*[\]:']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  let name = cut(whole || 'Bảng', LONGEST_NAME);
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
    const mark = ` (${String(count)})`;
    name = `${cut(whole || 'Bảng', LONGEST_NAME - mark.length)}${mark}`;
  }
  taken.add(name.toLowerCase());
  return name;
}

function cut(name: string, longest: number): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1).trim()}…`;
}
