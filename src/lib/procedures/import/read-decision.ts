// Reads a pasted announcing decision, or its annex: the tables of procedures by their codes, what each
// list says of them (announced, abolished), and the rows that have no code and so can't be matched.
import { readDocumentText } from '#lib/documents/index.ts';
import { collapse, fold } from '#lib/vietnam/index.ts';
import { findProcedureCodes, readProcedureCode, type ProcedureCode } from '../record/codes.ts';
import { bareRecord } from '../record/record.ts';
import {
  actOfHeading,
  withoutDuplicates,
  type ImportFault,
  type ImportItem,
  type ImportReading,
  type ItemAct,
} from './import-reading.ts';

interface Cell {
  readonly text: string;
  readonly line: number;
  /** The cell stands in a table: between strokes or tabs. */
  readonly inTable: boolean;
}

const MOST_HEADER = 20_000;
const RUNNING = /^(?:so )?s?tt\.?$/;
/** A numbered line opens a cell of its own outside tables. */
const NUMBERED = /^(?:\d{1,3}|[IVX]+)[.)]\s/;

export function readDecision(text: string): ImportReading {
  const source = text.normalize('NFC').replace(/\r\n?/g, '\n');
  const { document } = readDocumentText(source.slice(0, MOST_HEADER).replaceAll('*', ''));
  const decision = { code: document.code, date: document.date, agency: document.agency };
  const cells = cellsOf(source);
  const items: ImportItem[] = [];
  const faults: ImportFault[] = [];
  let act: ItemAct = 'announce';
  let columns: readonly string[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (!cell) continue;
    act = actOfHeading(cell.text) ?? act;
    columns = columnsAt(cells, at) ?? columns;
    const inline = inlineItem(cell);
    if (inline) {
      items.push(itemOf(inline.code, inline.title, undefined, act, cell, decision.code));
      continue;
    }
    if (!cell.inTable || !/^\d{1,3}\.?$/.test(cell.text) || columns.length === 0) continue;
    const row = rowAt(cells, at);
    at += row.length - 1;
    const title = row[1]?.text ?? '';
    if (!/\p{L}{2}/u.test(title)) continue;
    const codeAt = row.findIndex((one) => readProcedureCode(one.text) !== undefined);
    const code = codeAt < 0 ? undefined : readProcedureCode(row[codeAt]?.text ?? '');
    if (!code) {
      faults.push({
        place: `dòng ${cell.line}`,
        message: `“${short(title)}” không ghi mã nên chưa đối chiếu được. Tra mã trên Cơ sở dữ liệu quốc gia rồi bổ sung.`,
      });
      continue;
    }
    items.push(itemOf(code, title, row[codeAt + 1]?.text, act, cell, decision.code));
  }
  const unique = withoutDuplicates(items);
  if (items.length === 0 && faults.length === 0) {
    faults.push({
      place: 'cả văn bản',
      message: 'Không thấy mã thủ tục nào (dạng N.NNNNNN). Dán cả phụ lục có bảng danh mục.',
    });
  }
  return { kind: 'decision', items: unique.items, faults: [...faults, ...unique.faults], decision };
}

/** Cells in their order: between strokes, tabs, or whole lines where there is no table. */
function cellsOf(source: string): Cell[] {
  const cells: Cell[] = [];
  let open: { parts: string[]; line: number; inTable: boolean } | undefined;
  let inTable = false;
  const close = () => {
    const text = collapse((open?.parts ?? []).join(' '))
      .replaceAll('*', '')
      .trim();
    if (open && text !== '') cells.push({ text, line: open.line, inTable: open.inTable });
    open = undefined;
  };
  for (const [index, raw] of source.split('\n').entries()) {
    const line = raw.trim();
    if (line === '|') {
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

/** The row that begins with this running number: up to the next one or the end of the table. */
function rowAt(cells: readonly Cell[], at: number): Cell[] {
  const number = Number.parseInt(cells[at]?.text ?? '', 10);
  const row: Cell[] = [];
  for (const cell of cells.slice(at, at + 12)) {
    const next = /^\d{1,3}\.?$/.test(cell.text) && Number.parseInt(cell.text, 10) === number + 1;
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

/** Names of columns, where a cell opens the head of a table of procedures. */
function columnsAt(cells: readonly Cell[], at: number): string[] | undefined {
  if (!RUNNING.test(fold(cells[at]?.text ?? ''))) return undefined;
  const names = cells.slice(at + 1, at + 8).map((cell) => fold(cell.text));
  return names.some((name) => /^(?:ten|ma)\b/.test(name)) ? names : undefined;
}

/** "1. THỦ TỤC … – Mã số: 1.012933.H06": a heading that names its procedure. */
function inlineItem({ text }: Cell): { code: ProcedureCode; title: string } | undefined {
  const found = /^\d{1,3}[.)]\s*(.+?)\s*[–—:;(-]*\s*\(?mã(?: số| tthc| thủ tục)?\s*:?\s*/iu.exec(
    text,
  );
  if (!found?.[1]) return undefined;
  const code = findProcedureCodes(text.slice(found[0].length))[0];
  return code && code.at < 3 ? { code: code.code, title: found[1] } : undefined;
}

function itemOf(
  code: ProcedureCode,
  title: string,
  field: string | undefined,
  act: ItemAct,
  cell: Cell,
  decision: string | null,
): ImportItem {
  return {
    place: `dòng ${cell.line}`,
    act,
    record: bareRecord({
      code: code.base,
      suffix: code.suffix,
      title,
      ...(field === undefined ? {} : { field }),
      ...(decision === null ? {} : { decision: `Quyết định số ${decision}` }),
    }),
    origin: {},
    remarks: [],
  };
}

function short(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}
