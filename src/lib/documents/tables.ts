// Tables of a document as rows of cells: from Word and web tables a row is a line with tabs; where a
// table was flattened, its cells stand one a line and the running numbers tell where a row begins or,
// without them, the times tell where it ends.
import { flat } from './flat.ts';
import type { Line } from './lines.ts';
import { isMostlyUpper } from './flat.ts';
import { clauseAt, type Clause, type Span } from './spans.ts';
import { sure } from './sure.ts';

/** A table in the order of the text. */
export interface DocumentTable {
  span: Span;
  /** The cells of its head as written; `null` where it has none that could be told. */
  columns: string[] | null;
  /** Rows without the head; an empty cell is an empty clause. */
  rows: Clause[][];
}

interface Found {
  table: DocumentTable;
  /** Indices of the lines it takes, end exclusive. */
  lines: [number, number];
}

/** The tables in these lines, and the lines that no table with a head has taken. */
export function tablesIn(
  text: string,
  lines: readonly Line[],
): { tables: DocumentTable[]; rest: Line[] } {
  const found: Found[] = [];
  let at = 0;
  let run: TabbedRun = { from: 0, to: 0, rows: [] };
  while (at < lines.length) {
    // Each run is looked at once: inside one that is no table, none begins.
    if (at >= run.to) run = tabbedRun(text, lines, at);
    const next =
      (run.from === at ? tabbedTable(lines, run) : undefined) ??
      flattenedTable(text, lines, at) ??
      timedTable(text, lines, at);
    if (next) {
      found.push(next);
      at = next.lines[1];
    } else at += 1;
  }
  const kept: Line[][] = [];
  let from = 0;
  for (const { table, lines: taken } of found) {
    if (table.columns === null) continue;
    kept.push(afterTable(lines.slice(from, taken[0]), from > 0));
    from = taken[1];
  }
  kept.push(afterTable(lines.slice(from), from > 0));
  return { tables: found.map(({ table }) => table), rest: kept.flat() };
}

/** Lines of which the first comes after a table. */
function afterTable(lines: readonly Line[], follows: boolean): Line[] {
  return lines.map((line, at) => (at === 0 && follows ? { ...line, afterTable: true } : line));
}

const RUNNING = /^(?:so\s*)?s?tt\.?$/;
const HEAD_WORDS =
  /noi dung|nhiem vu|cong viec|hoat dong|chu tri|phoi hop|thuc hien|thoi gian|thoi han|tien do|ket qua|san pham|ghi chu|don vi|co quan|ten |so luong|chi tieu|kinh phi|hoan thanh/;

/** Whether cells are the head of a table: a column of running numbers, or names of columns only. */
function isHead(cells: readonly string[]): boolean {
  const plain = cells.map((cell) => flat(cell).trim());
  if (plain.some((cell) => cell.length > 90 || /^\d+$/.test(cell))) return false;
  if (RUNNING.test(sure(plain[0])) && plain.length > 1) return true;
  return (
    plain.length > 2 && plain.filter((cell) => HEAD_WORDS.test(cell)).length * 3 > plain.length * 2
  );
}

/** A line of more cells than a sheet can hold is filled with tabs, not with cells. */
const WIDEST = 64;

/** Lines with tabs that follow one another: indices, end exclusive, and the cells of each. */
interface TabbedRun {
  from: number;
  to: number;
  rows: Clause[][];
}

function tabbedRun(text: string, lines: readonly Line[], from: number): TabbedRun {
  const rows: Clause[][] = [];
  let to = from;
  for (; to < lines.length; to += 1) {
    const cells = cellsOf(text, sure(lines[to]));
    if (cells.length < 2 || cells.length > WIDEST) break;
    rows.push(cells);
  }
  return { from, to, rows };
}

function tabbedTable(lines: readonly Line[], { from, to, rows }: TabbedRun): Found | undefined {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length < 2 || width < 3) return undefined;
  const head = isHead(sure(rows[0]).map((cell) => cell.text));
  for (const row of rows) while (row.length < width) row.push(emptyAt(sure(row.at(-1)).span[1]));
  const span: Span = [sure(lines[from]).span[0], sure(lines[to - 1]).span[1]];
  const columns = head ? sure(rows[0]).map((cell) => cell.text) : null;
  return { table: { span, columns, rows: head ? rows.slice(1) : rows }, lines: [from, to] };
}

/** The cells of a line, empty ones included; the line's blanks at both ends belong to it. */
function cellsOf(text: string, { span }: Line): Clause[] {
  const start = text.lastIndexOf('\n', span[0] - 1) + 1;
  const newline = text.indexOf('\n', span[1]);
  const raw = text.slice(start, newline < 0 ? text.length : newline);
  if (!raw.includes('\t')) return [];
  const cells: Clause[] = [];
  let cell = start;
  for (const part of raw.split('\t')) {
    cells.push(clauseAt(text, cell, cell + part.length));
    cell += part.length + 1;
  }
  return cells;
}

function emptyAt(place: number): Clause {
  return { text: '', span: [place, place] };
}

const MOST_COLUMNS = 9;

/** "TT", "Nội dung", "Đơn vị chủ trì" … on lines of their own, then "1" and its cells, "2" and its cells. */
function flattenedTable(text: string, lines: readonly Line[], from: number): Found | undefined {
  if (!RUNNING.test(flat(sure(lines[from]).text))) return undefined;
  const head = headCells(lines, from);
  if (!head) return undefined;
  const columns = head.cells;
  const rows: Clause[][] = [];
  let at = head.next;
  let expected = 1;
  let end = at;
  while (at < lines.length && numberOf(sure(lines[at]).text) === expected) {
    const cells: Clause[] = [lineClause(text, lines, at, at)];
    at += 1;
    while (at < lines.length && numberOf(sure(lines[at]).text) !== expected + 1) {
      const full = cells.length >= columns.length;
      if (endsTable(sure(lines[at]).text) || (full && !continues(lines, at))) break;
      if (full || continues(lines, at))
        cells[cells.length - 1] = joined(text, sure(cells.at(-1)), sure(lines[at]));
      else cells.push(lineClause(text, lines, at, at));
      at += 1;
    }
    rows.push(padded(cells, columns));
    expected += 1;
    end = at;
  }
  if (rows.length === 0) return undefined;
  const span: Span = [sure(lines[from]).span[0], sure(lines[end - 1]).span[1]];
  return { table: { span, columns, rows }, lines: [from, end] };
}

/**
 * "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian" on lines of their own without numbers: each
 * row ends with its time. None where the rows between don't come out even.
 */
function timedTable(text: string, lines: readonly Line[], from: number): Found | undefined {
  const columns = namedColumns(lines, from);
  if (!columns) return undefined;
  const partners = columns.findIndex((column) => /phoi hop/.test(flat(column)));
  const rows: Clause[][] = [];
  let cells: Clause[] = [];
  let end = from + columns.length;
  for (let at = end; at < lines.length && !endsTable(sure(lines[at]).text); at += 1) {
    if (cells.length > 0 && continues(lines, at))
      cells[cells.length - 1] = joined(text, sure(cells.at(-1)), sure(lines[at]));
    else cells.push(lineClause(text, lines, at, at));
    if (cells.length > columns.length) break;
    if (cells.length < columns.length - 1 || !isWholeTime(sure(cells.at(-1)).text)) continue;
    // Only who joins may be left out.
    if (cells.length < columns.length) {
      if (partners < 1) break;
      cells.splice(partners, 0, emptyAt(sure(cells[partners - 1]).span[1]));
    }
    rows.push(cells);
    cells = [];
    end = at + 1;
  }
  if (rows.length < 2) return undefined;
  const span: Span = [sure(lines[from]).span[0], sure(lines[end - 1]).span[1]];
  return { table: { span, columns, rows }, lines: [from, end] };
}

/** Three or more lines that are names of columns: first what is done, then by whom, last when. */
function namedColumns(lines: readonly Line[], from: number): string[] | undefined {
  const columns: string[] = [];
  for (const { text } of lines.slice(from, from + MOST_COLUMNS)) {
    const plain = flat(text);
    if (text.length > 40 || /[\d.;:,]/.test(text) || !HEAD_WORDS.test(plain)) break;
    columns.push(text);
    if (TIME_COLUMN.test(plain)) break;
  }
  const last = flat(columns.at(-1) ?? '');
  const named = columns.some((column) => UNIT_COLUMN.test(flat(column)));
  const sound = TASK_COLUMN.test(flat(columns[0] ?? '')) && named && TIME_COLUMN.test(last);
  return columns.length >= 3 && sound ? columns : undefined;
}

/** A cell that is a time from its first word on. */
function isWholeTime(cell: string): boolean {
  const plain = flat(cell);
  return cell.length < 60 && OPENS_TIME.test(plain) && TIME.test(plain);
}

/** The names of columns up to the first row's number; a name broken over lines goes on in small letters. */
function headCells(
  lines: readonly Line[],
  from: number,
): { cells: string[]; next: number } | undefined {
  const cells = [sure(lines[from]).text];
  for (let at = from + 1; at < lines.length && cells.length <= MOST_COLUMNS; at += 1) {
    const { text, gap } = sure(lines[at]);
    if (numberOf(text) === 1) return cells.length >= 3 ? { cells, next: at } : undefined;
    if (text.length > 90 || /[.;]$/.test(text)) return undefined;
    if (!gap && /^\p{Ll}/u.test(text)) cells[cells.length - 1] += ` ${text}`;
    else cells.push(text);
  }
  return undefined;
}

function numberOf(line: string): number | undefined {
  const found = /^(\d{1,3})\.?$/.exec(line);
  return found ? Number(found[1]) : undefined;
}

/** A heading of the text, or the foot of the document, after the last row. */
function endsTable(line: string): boolean {
  return (
    (/^[IVX]{1,5}[./)]\s*\p{Lu}/u.test(line) && isMostlyUpper(line)) ||
    /^(?:noi nhan|phu luc)/.test(flat(line)) ||
    /^(?:TM|KT|TL|TUQ)\s?\./.test(line)
  );
}

/** Whether a line goes on with the cell before it: in small letters, without an empty line between. */
function continues(lines: readonly Line[], at: number): boolean {
  const { text, gap } = sure(lines[at]);
  return !gap && /^[\p{Ll}(–-]/u.test(text) && numberOf(sure(lines[at - 1]).text) === undefined;
}

function lineClause(text: string, lines: readonly Line[], from: number, to: number): Clause {
  return clauseAt(text, sure(lines[from]).span[0], sure(lines[to]).span[1]);
}

function joined(text: string, cell: Clause, line: Line): Clause {
  return clauseAt(text, cell.span[0], line.span[1]);
}

const TASK_COLUMN = /noi dung|nhiem vu|cong viec|hoat dong/;
const UNIT_COLUMN = /chu tri|phoi hop|don vi|co quan|bo phan|phu trach/;
const TIME_COLUMN = /thoi gian|thoi han|tien do|hoan thanh/;
const TIME =
  /\d{1,2}\s*\/\s*\d|\d{4}|(?:hang|moi) (?:ngay|tuan|thang|quy|nam)|thuong xuyen|quy [ivx\d]|thang \d/;
const OPENS_TIME =
  /^(?:truoc|trong|xong|hoan thanh|cham nhat|den|het|tu|cuoi|dau|quy|thang|nam|ngay|hang|moi|thuong xuyen|dinh ky|\d)/;

/** Cells at their columns where empty ones were lost: a time stands under a time, a name under a name. */
function padded(cells: Clause[], columns: readonly string[]): Clause[] {
  const row = [...cells];
  let at = 2;
  while (row.length < columns.length && at < columns.length) {
    const column = flat(sure(columns[at]));
    const cell = row[at];
    const isTime = cell !== undefined && cell.text.length < 60 && TIME.test(flat(cell.text));
    const misplaced =
      cell === undefined ||
      (TIME_COLUMN.test(column) ? !isTime : UNIT_COLUMN.test(column) && isTime);
    if (misplaced) row.splice(at, 0, emptyAt(sure(row[at - 1]).span[1]));
    at += 1;
  }
  while (row.length < columns.length) row.push(emptyAt(sure(row.at(-1)).span[1]));
  return row;
}
