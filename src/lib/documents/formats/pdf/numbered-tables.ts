// Tables whose first column counts the rows ("TT", "STT"), as PDFs hold them: cells of several lines, each
// at a height of its own, put back into one line of text a row. Whether cells hang from the top of their
// row or stand in its middle is told by where lines stand beside the running numbers.
import { sure } from '../../sure.ts';
import { flat } from '../../flat.ts';
import type { Row, Segment } from './pieces.ts';

/** A table that may go on over the next page. */
export interface OpenTable {
  readonly columns: readonly Column[];
  /** The number its next row carries. */
  readonly next: number;
}

export interface TableRegion {
  /** Indices of the rows it takes, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Each row of the table with tabs between its cells, the head first where it stands there. */
  readonly lines: readonly string[];
  readonly open: OpenTable;
}

interface Column {
  left: number;
  right: number;
}

const RUNNING = /^(?:so\s*)?s?tt\.?$/;
/** Base lines this near are one line, in points. */
const SAME = 2.5;
/** Fewer columns are text side by side. */
const LEAST_COLUMNS = 3;

/** The first table at or after a row; `open` is one that the page before left unfinished. */
export function findNumberedTable(
  rows: readonly Row[],
  start: number,
  open: OpenTable | undefined,
): TableRegion | undefined {
  const continued = start === 0 && open ? continuedTable(rows, open) : undefined;
  if (continued) return continued;
  for (let at = start; at < rows.length; at += 1) {
    const region = isHeadRow(sure(rows[at])) ? tableAt(rows, at, start) : undefined;
    if (region) return region;
  }
  return undefined;
}

function isHeadRow({ segments }: Row): boolean {
  return segments.length >= 2 && RUNNING.test(flat(sure(segments[0]).text).trim());
}

function tableAt(rows: readonly Row[], head: number, start: number): TableRegion | undefined {
  const leading = leadingOf(rows);
  const running = sure(sure(rows[head]).segments[0]);
  const first = rows.findIndex((row, at) => at > head && numberOf(row) === 1);
  if (first < 0) return undefined;
  // A name of a column that is higher than "TT" begins above it, with nothing in the first column.
  let from = head;
  while (from > start && hangsOver(sure(rows[from - 1]), sure(rows[from]), running, leading)) {
    from -= 1;
  }
  const to = endOf(rows, first, running, leading);
  const columns = columnsOf(rows.slice(from, to));
  if (columns.length < LEAST_COLUMNS) return undefined;
  const headEnd = endOfHead(rows, from, head, first, leading);
  const { lines, next } = bodyOf(rows.slice(headEnd, to), columns, 1, leading);
  const headLine = lineOf(rows.slice(from, headEnd), columns);
  return { from, to, lines: [headLine, ...lines], open: { columns, next } };
}

/** Rows at the top of a page that go on with the table of the page before; its head may be repeated. */
function continuedTable(rows: readonly Row[], open: OpenTable): TableRegion | undefined {
  const first = rows.findIndex((row) => numberOf(row) === open.next);
  if (first < 0 || first > 12) return undefined;
  const number = sure(sure(rows[first]).segments[0]);
  const inTable = (row: Row): boolean => columnsHold(open.columns, row);
  if (!overlaps(sure(open.columns[0]), number) || !rows.slice(0, first).every(inTable))
    return undefined;
  const leading = leadingOf(rows);
  const head = rows.slice(0, first).findIndex(isHeadRow);
  const from = head < 0 ? 0 : endOfHead(rows, 0, head, first, leading);
  const to = endOf(rows, first, number, leading);
  const columns = merged([...open.columns, ...columnsOf(rows.slice(from, to))]);
  if (columns.length < LEAST_COLUMNS) return undefined;
  const { lines, next } = bodyOf(rows.slice(from, to), columns, open.next, leading);
  return { from: 0, to, lines, open: { columns, next } };
}

function columnsHold(columns: readonly Column[], { segments }: Row): boolean {
  return segments.every(
    (segment) => columns.filter((column) => overlaps(column, segment)).length === 1,
  );
}

function hangsOver(row: Row, below: Row, running: Segment, leading: number): boolean {
  const near = below.y - row.y <= leading * 1.3;
  return near && row.segments.every(({ left }) => left > running.right + SAME);
}

/**
 * The end of the table: the row before the first that begins in the first column without being a number
 * of it, or that stands apart from what is above.
 */
function endOf(rows: readonly Row[], first: number, running: Segment, leading: number): number {
  let at = first + 1;
  for (; at < rows.length; at += 1) {
    const row = sure(rows[at]);
    const left = sure(row.segments[0]);
    const apart = row.y - sure(rows[at - 1]).y > leading * 2.4;
    const inFirst =
      left.left <= Math.max(running.right, sure(sure(rows[first]).segments[0]).right) + SAME;
    if (apart || (inFirst && numberOf(row) === undefined)) break;
  }
  return at;
}

/** Names of columns stand around "TT" as cells around a number: as far below it as above. */
function endOfHead(
  rows: readonly Row[],
  from: number,
  head: number,
  first: number,
  leading: number,
): number {
  const middle = sure(rows[head]).y;
  const bottom = 2 * middle - sure(rows[from]).y + leading * 0.5;
  let end = head + 1;
  if (from === head && sure(rows[first - 1]).y < sure(rows[first]).y - leading * 1.2) return first;
  while (end < first && sure(rows[end]).y <= bottom) end += 1;
  return end;
}

interface Body {
  readonly lines: string[];
  readonly next: number;
}

function bodyOf(
  rows: readonly Row[],
  columns: readonly Column[],
  begin: number,
  leading: number,
): Body {
  const anchors: number[] = [];
  rows.forEach((row, at) => {
    if (numberOf(row) === begin + anchors.length) anchors.push(at);
  });
  const hanging = hangFromTop(rows, columns, anchors);
  const lines: string[] = [];
  let from = 0;
  anchors.forEach((anchor, index) => {
    const following = anchors[index + 1] ?? rows.length;
    const to =
      index === anchors.length - 1
        ? rows.length
        : hanging
          ? following
          : endOfCell(rows, from, anchor, following, leading);
    lines.push(lineOf(rows.slice(from, to), columns));
    from = to;
  });
  return { lines, next: begin + anchors.length };
}

/** A row whose cells stand in its middle reaches as far below its number as above it. */
function endOfCell(
  rows: readonly Row[],
  from: number,
  anchor: number,
  following: number,
  leading: number,
): number {
  const bottom = 2 * sure(rows[anchor]).y - sure(rows[from]).y + leading * 0.5;
  let end = anchor + 1;
  while (end < following && sure(rows[end]).y <= bottom) end += 1;
  return end;
}

/** Whether every cell of several lines begins beside its number. */
function hangFromTop(
  rows: readonly Row[],
  columns: readonly Column[],
  anchors: readonly number[],
): boolean {
  if ((anchors[0] ?? 0) > 0) return false;
  return anchors.every((anchor, index) => {
    const beside = new Set(
      sure(rows[anchor]).segments.map((segment) => columnOf(columns, segment)),
    );
    return rows
      .slice(anchor + 1, anchors[index + 1] ?? rows.length)
      .every(({ segments }) => segments.every((segment) => beside.has(columnOf(columns, segment))));
  });
}

/** One row of the table: the lines of each cell joined. */
function lineOf(rows: readonly Row[], columns: readonly Column[]): string {
  const cells = columns.map(() => [] as string[]);
  for (const { segments } of rows) {
    for (const segment of segments) cells[columnOf(columns, segment)]?.push(segment.text.trim());
  }
  return cells.map((lines) => lines.join(' ')).join('\t');
}

function columnOf(columns: readonly Column[], segment: Segment): number {
  const found = columns.findIndex((column) => overlaps(column, segment));
  return Math.max(0, found);
}

/** Columns are what text covers: between two of them every line of the table is blank. */
function columnsOf(rows: readonly Row[]): Column[] {
  return merged(rows.flatMap(({ segments }) => segments));
}

function merged(parts: readonly Column[]): Column[] {
  const columns: Column[] = [];
  for (const { left, right } of [...parts].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left < last.right + 1) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

function overlaps(column: Column, { left, right }: Column): boolean {
  return left < column.right + 1 && right > column.left - 1;
}

/** The running number that a row carries in its first column. */
function numberOf({ segments }: Row): number | undefined {
  const found = /^(\d{1,3})\.?$/.exec(sure(segments[0]).text.trim());
  return found ? Number(found[1]) : undefined;
}

/** Usual step between base lines of one column: that of most rows that have one in common. */
function leadingOf(rows: readonly Row[]): number {
  const heights = rows.map(({ height }) => height).sort((a, b) => a - b);
  return (heights[heights.length >> 1] ?? 12) * 1.2;
}
