// Puts the positioned pieces of a PDF page back into rows, columns and paragraphs.
import { sure } from '../../sure.ts';
import { flat, isMostlyUpper } from '../../flat.ts';
import { opensSignature } from '../../tail.ts';
import { typeLine } from '../../title.ts';
import { findNumberedTable, type OpenTable } from './numbered-tables.ts';
import type { Page, Piece, Row, Segment } from './pieces.ts';

/** The text of pages: columns of head and signature one after the other, an empty line before a paragraph. */
export function textOfPages(pages: readonly Page[]): string {
  const out: string[] = [];
  let open: OpenTable | undefined;
  pages.forEach((page, index) => {
    const rows = withoutPageNumber(rowsOf(page), index);
    if (rows.length === 0) return;
    // A page is no paragraph border by itself: a sentence may run over it.
    const { lines, open: left } = layOutPage(rows, page, index === 0, open);
    open = left;
    const before = out.findLast((line) => line !== '');
    if (
      before !== undefined &&
      goesOver(
        before,
        lines.find((line) => line !== ''),
      )
    ) {
      while (out.at(-1) === '') out.pop();
      while (lines[0] === '') lines.shift();
    }
    out.push(...lines);
  });
  return out.join('\n');
}

function goesOver(last: string, next: string | undefined): boolean {
  return next !== undefined && !/[.;:!?”]$/.test(last) && /^\p{Ll}/u.test(next);
}

/** Rows from top to bottom, each with its segments from left to right. */
function rowsOf(page: Page): Row[] {
  const pieces = page.pieces
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: { pieces: Piece[]; y: number; height: number }[] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    if (row && Math.abs(piece.y - row.y) < Math.max(2, Math.min(row.height, piece.height) * 0.45)) {
      row.pieces.push(piece);
      row.height = Math.max(row.height, piece.height);
    } else rows.push({ pieces: [piece], y: piece.y, height: piece.height });
  }
  return rows.map(({ pieces: own, y, height }) => ({
    segments: segmentsOf(own, height),
    y,
    height,
  }));
}

/** A running number of a table's row, or the name of their column. */
const COUNTED = /^(?:\d{1,3}|S?TT)$/;

function segmentsOf(pieces: Piece[], height: number): Segment[] {
  const segments: Segment[] = [];
  for (const piece of pieces.sort((a, b) => a.x - b.x)) {
    const last = segments.at(-1);
    const gap = last ? piece.x - last.right : Infinity;
    // The first column of a table is narrow: its number stands near the next cell.
    const counts = segments.length === 1 && last !== undefined && COUNTED.test(last.text);
    if (!last || gap > height * (counts ? 0.8 : 1.8)) {
      segments.push({ text: piece.text.trim(), left: piece.x, right: piece.x + piece.width });
    } else {
      const glued = gap < height * 0.12 || /\s$/.test(last.text) || /^\s/.test(piece.text);
      last.text += glued ? piece.text : ` ${piece.text}`;
      last.right = Math.max(last.right, piece.x + piece.width);
    }
  }
  return segments;
}

/** A number alone in the first or last row is the page's. */
function withoutPageNumber(rows: Row[], index: number): Row[] {
  return rows.filter((row, at) => {
    const edge = at === 0 || at === rows.length - 1;
    const alone =
      row.segments.length === 1 && /^[-–\s]*\d{1,4}[-–\s]*$/.test(sure(row.segments[0]).text);
    return !(edge && alone && index > 0);
  });
}

function layOutPage(
  rows: Row[],
  page: Page,
  first: boolean,
  open: OpenTable | undefined,
): { lines: string[]; open: OpenTable | undefined } {
  const head = first ? headRows(rows) : 0;
  const tail = tailRow(rows, head, page);
  const out: string[] = [];
  if (head > 0)
    out.push(...inColumns(rows.slice(0, head), gutterOfHead(rows.slice(0, head), page)), '');
  const body = bodyLines(rows.slice(head, tail), open);
  out.push(...body.lines);
  if (tail < rows.length) out.push('', ...inColumns(rows.slice(tail), page.width * 0.42));
  return { lines: out, open: tail < rows.length ? undefined : body.open };
}

/** Paragraphs and tables in their order; a table that ends with the page may go on over the next. */
function bodyLines(
  rows: readonly Row[],
  open: OpenTable | undefined,
): { lines: string[]; open: OpenTable | undefined } {
  const lines: string[] = [];
  let at = 0;
  for (;;) {
    const table = findNumberedTable(rows, at, open);
    if (!table) break;
    // Its rows follow those of the page before without a paragraph between.
    const follows = table.from === 0 && open !== undefined;
    lines.push(...paragraphs(rows.slice(at, table.from)), ...(follows ? [] : ['']), ...table.lines);
    at = table.to;
    if (at === rows.length) return { lines, open: table.open };
    lines.push('');
  }
  lines.push(...paragraphs(rows.slice(at)));
  return { lines, open: undefined };
}

const MOTTO = /cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia/;

/** How many rows belong to the head: up to the name of the type or "Kính gửi". */
function headRows(rows: readonly Row[]): number {
  const motto = rows.slice(0, 14).findIndex((row) => MOTTO.test(flat(textOf(row))));
  if (motto < 0) return 0;
  for (let at = motto + 1; at < rows.length && at < motto + 24; at += 1) {
    const text = textOf(sure(rows[at]));
    if (typeLine(text) || /^\s*kinh gui/.test(flat(text))) return at;
  }
  return 0;
}

/** Between the left column and the motto. */
function gutterOfHead(rows: readonly Row[], page: Page): number {
  const row = rows.find(({ segments }) => segments.some(({ text }) => MOTTO.test(flat(text))));
  const motto = row?.segments.find(({ text }) => MOTTO.test(flat(text)));
  if (!motto) return page.width * 0.42;
  const before = row?.segments.filter(({ right }) => right < motto.left).at(-1);
  return before ? (before.right + motto.left) / 2 : motto.left - 4;
}

/** The row where recipients and signature begin. */
function tailRow(rows: readonly Row[], from: number, page: Page): number {
  for (let at = from; at < rows.length; at += 1) {
    const left = sure(sure(rows[at]).segments[0]);
    if (left.left > page.width * 0.42 || !/^noi nhan\s*:?$/.test(flat(left.text).trim())) continue;
    let start = at;
    while (start > from && isSignatureRow(sure(rows[start - 1]), page)) start -= 1;
    return start;
  }
  return rows.length;
}

function isSignatureRow({ segments }: Row, page: Page): boolean {
  const [only] = segments;
  return (
    segments.length === 1 &&
    sure(only).left > page.width * 0.42 &&
    (opensSignature(sure(only).text) || isMostlyUpper(sure(only).text))
  );
}

/** Left column, then right; an empty line where rows stand apart. */
function inColumns(rows: readonly Row[], gutter: number): string[] {
  const left: string[] = [];
  const right: string[] = [];
  for (const { segments } of rows) {
    const onLeft = segments.filter((segment) => (segment.left + segment.right) / 2 < gutter);
    const onRight = segments.filter((segment) => (segment.left + segment.right) / 2 >= gutter);
    if (onLeft.length > 0) left.push(onLeft.map(({ text }) => text.trim()).join(' '));
    if (onRight.length > 0) right.push(onRight.map(({ text }) => text.trim()).join(' '));
  }
  return [...left, '', ...right];
}

function textOf({ segments }: Row): string {
  return segments.map(({ text }) => text.trim()).join('\t');
}

/** Body rows with an empty line where a paragraph begins: indented, or after a wider gap. */
function paragraphs(rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const margin = commonest(rows.map(({ segments }) => Math.round(sure(segments[0]).left / 3))) * 3;
  const edge = Math.max(...rows.map(({ segments }) => sure(segments.at(-1)).right));
  const leading = commonest(
    rows
      .slice(1)
      .map((row, at) => Math.round(row.y - sure(rows[at]).y))
      .filter((step) => step > 0),
  );
  const out: string[] = [];
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    const apart = before !== undefined && leading > 0 && row.y - before.y > leading * 1.45;
    const indented = sure(row.segments[0]).left > margin + 12 && !isCentered(row, margin, edge);
    const turned =
      before !== undefined && isCentered(before, margin, edge) !== isCentered(row, margin, edge);
    if (apart || indented || turned) out.push('');
    out.push(textOf(row));
  });
  return withWholeCodes(out);
}

/** "22/2018/QĐ-" at the end of a line gets its second half back from the next. */
function withWholeCodes(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const rest =
      last !== undefined && /\d\/[\p{Lu}\d/&-]*[-/]$/u.test(last) ? /^(\S+)\s*/.exec(line) : null;
    if (rest) out[out.length - 1] = `${last}${rest[1]}`;
    const own = rest ? line.slice(rest[0].length) : line;
    if (!rest || own !== '') out.push(own);
  }
  return out;
}

function isCentered({ segments }: Row, margin: number, edge: number): boolean {
  const left = sure(segments[0]).left - margin;
  const right = edge - sure(segments.at(-1)).right;
  return segments.length === 1 && left > 5 && Math.abs(left - right) < 14;
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most) [best, most] = [value, count];
  }
  return best;
}
