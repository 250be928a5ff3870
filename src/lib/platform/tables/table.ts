// A table as data, before it is a page, a sheet or lines of text: columns with a kind, cells with values.
import { formatDate, isPlainDate } from '#lib/vietnam/index.ts';

/** What a column holds: numbers and dates stay that in a sheet, a code keeps its leading zeros. */
export type ColumnKind = 'text' | 'code' | 'number' | 'percent' | 'date';

export interface TableColumn {
  readonly head: string;
  readonly kind: ColumnKind;
}

/** `null` where there is nothing to say: never 0. A percentage is a share: 0.5 is 50 %. */
export type CellValue = string | number | null;

export interface TableData {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Where the figures come from and what they count, as a line below a sheet's title. */
  readonly source?: string;
}

/**
 * The table as CSV for Excel: UTF-8 with its mark in front, so that accents are read; cells parted by
 * semicolons and fractions by a comma, as Excel does where the country is Vietnam; lines ended by CRLF.
 * A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export function toCsv({ columns, rows }: TableData): string {
  const lines = [
    columns.map((column) => quoted(harmless(column.head))),
    ...rows.map((row) => columns.map((column, at) => csvCell(column.kind, row[at] ?? null))),
  ];
  return `\uFEFF${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`;
}

function csvCell(kind: ColumnKind, value: CellValue): string {
  if (value === null) return '';
  // Without dots between thousands: a programme reads them, not a person.
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (kind === 'date' && isPlainDate(value)) return formatDate(value);
  return quoted(harmless(value));
}

/** What begins with one of these is run by a spreadsheet that opens it. */
function harmless(text: string): string {
  return /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
