// Cells of the tables in a decision that was copied as text: between strokes or tabs, rows told apart by
// their running numbers, columns by their heads.
import { collapse, fold } from '#lib/vietnam/index.ts';
import { actOfHeading } from './import-reading.ts';
import { fieldOf } from './table-columns.ts';

export interface Cell {
  readonly text: string;
  /** The same with what is listed by dashes on lines of its own. */
  readonly listed: string;
  readonly line: number;
  /** The cell stands in a table: between strokes or tabs. */
  readonly inTable: boolean;
}

/** Cells of a row with room for empty ones; no list has more columns. */
const MOST_CELLS = 16;
const RUNNING = /^(?:so )?s?tt\.?$/;
/** A numbered line opens a cell of its own outside tables. */
const NUMBERED = /^(?:\d{1,3}|[IVX]+)[.)]\s/;

/** Cells in their order: between strokes, tabs, or whole lines where there is no table. */
export function cellsOf(source: string): Cell[] {
  const cells: Cell[] = [];
  let open: { parts: string[]; line: number; inTable: boolean } | undefined;
  let inTable = false;
  const close = () => {
    const parts = (open?.parts ?? []).map((part) => part.replaceAll('*', ''));
    const text = collapse(parts.join(' ')).trim();
    const listed = parts.map((part) => (/^[-–+•]/.test(part) ? `\n${part}` : part)).join(' ');
    if (open && (text !== '' || open.inTable)) {
      cells.push({ text, listed, line: open.line, inTable: open.inTable });
    }
    open = undefined;
  };
  for (const [index, raw] of source.split('\n').entries()) {
    const line = raw.trim();
    if (line === '|') {
      // Two strokes with nothing between them are an empty cell, which keeps its column.
      if (inTable) open ??= { parts: [], line: index, inTable };
      close();
      inTable = true;
    } else if (/[|\t]/.test(raw)) {
      close();
      for (const part of raw.split(/[|\t]/)) {
        open = { parts: [part], line: index + 1, inTable: true };
        close();
      }
      inTable = false;
    } else if (line === '') {
      close();
      inTable = false;
    } else if ((inTable || open !== undefined) && (inTable || !NUMBERED.test(line))) {
      open ??= { parts: [], line: index + 1, inTable };
      open.parts.push(line);
    } else {
      close();
      open = { parts: [line], line: index + 1, inTable: false };
    }
  }
  close();
  return cells;
}

/**
 * The row that begins with this running number: up to the next one or the end of the table. Lists skip
 * and repeat numbers; after the last column any number opens a row.
 */
export function rowAt(cells: readonly Cell[], at: number, columns: readonly string[]): Cell[] {
  const number = Number.parseInt(cells[at]?.text ?? '', 10);
  const row: Cell[] = [];
  for (const cell of cells.slice(at, at + MOST_CELLS)) {
    const next =
      /^\d{1,3}\.?$/.test(cell.text) &&
      (row.length > columns.length || Number.parseInt(cell.text, 10) === number + 1);
    const ends =
      next ||
      !cell.inTable ||
      /^(?:[IVX]+|[A-Z])\.?$/.test(cell.text) ||
      actOfHeading(cell.text) !== undefined ||
      RUNNING.test(fold(cell.text));
    if (row.length > 0 && ends) break;
    row.push(cell);
  }
  return row;
}

/** Heads of the columns after the running number, where a cell opens the head of a table of procedures. */
export function columnsAt(cells: readonly Cell[], at: number): string[] | undefined {
  if (!RUNNING.test(fold(cells[at]?.text ?? ''))) return undefined;
  const after = cells.slice(at + 1, at + MOST_CELLS);
  const end = after.findIndex(
    ({ text, inTable }) => !inTable || text === '' || /^\(?(?:\d{1,3}|[IVX]+)[).]?$/.test(text),
  );
  const heads = after.slice(0, end < 0 ? undefined : end).map(({ text }) => withoutNote(text));
  return heads.some((head) => /^(?:ten|ma)\b/.test(fold(head))) ? heads : undefined;
}

/** A head without the number of its footnote. */
function withoutNote(head: string): string {
  return head.replace(/\s*\[\d+\]$/, '');
}

/**
 * Cells of a row under the heads of their columns. The code tells how far a row is shifted against its
 * head; empty cells and such beyond the last head say nothing.
 */
export function nameCells(
  row: readonly Cell[],
  columns: readonly string[],
  codeAt: number,
): { readonly name: string; readonly cell: Cell }[] {
  const names = ['STT', ...columns];
  const shift = names.findIndex((name) => fieldOf(name) === 'code') - codeAt;
  return row.flatMap((cell, at) => {
    const name = names[at < codeAt ? at : at + shift];
    return cell.text === '' || name === undefined ? [] : [{ name, cell }];
  });
}
