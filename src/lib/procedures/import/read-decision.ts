// Reads a pasted announcing decision, or its annex: the tables of procedures by their codes, what each
// list says of them (announced, abolished), and the rows that have no code and so can't be matched. Every
// cell of a row is kept under the head of its column, so that the row can be written again as it was.
import { readDocumentText } from '#lib/documents/index.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { findProcedureCodes, readProcedureCode, type ProcedureCode } from '../record/codes.ts';
import type { Origin } from '../record/export-format.ts';
import { bareRecord, type Filing, type LegalBasis } from '../record/record.ts';
import {
  actOfHeading,
  withoutDuplicates,
  type ImportFault,
  type ImportItem,
  type ImportReading,
  type ItemAct,
} from './import-reading.ts';
import { cellsOf, columnsAt, nameCells, rowAt, type Cell } from './decision-cells.ts';
import { basesOf } from './listed-bases.ts';
import { fieldOf, type TableField } from './table-columns.ts';

const MOST_HEADER = 20_000;

/** Reads the text of a decision. Never throws; what can't be used is among the faults. */
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
      const filings = filingsBelow(cell);
      items.push(itemOf({ ...inline, act, cell, decision: decision.code, filings }));
      continue;
    }
    if (!cell.inTable || !/^\d{1,3}\.?$/.test(cell.text) || columns.length === 0) continue;
    const row = rowAt(cells, at, columns);
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
    const named = nameCells(row, columns, codeAt);
    const says = (field: TableField) => named.find((one) => fieldOf(one.name) === field)?.cell;
    items.push(
      itemOf({
        code,
        title,
        field: says('field')?.text ?? row[codeAt + 1]?.text,
        // Why a procedure is abolished is no basis of it.
        bases: act === 'announce' ? basesOf(says('bases')?.listed ?? '') : [],
        act,
        cell,
        decision: decision.code,
        origin: {
          danh_mục: Object.fromEntries(
            named.map(({ name, cell: { text: words } }) => [name, words]),
          ),
        },
      }),
    );
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

/** "1. THỦ TỤC … – Mã số: 1.012933.H06": a heading that names its procedure. */
function inlineItem({ text }: Cell): { code: ProcedureCode; title: string } | undefined {
  const found = /^\d{1,3}[.)]\s*(.+?)\s*[–—:;(-]*\s*\(?mã(?: số| tthc| thủ tục)?\s*:?\s*/iu.exec(
    text,
  );
  if (!found?.[1]) return undefined;
  const code = findProcedureCodes(text.slice(found[0].length))[0];
  return code && code.at < 3 ? { code: code.code, title: found[1] } : undefined;
}

/** "- Thời hạn giải quyết: 5 ngày …" under a heading that names its procedure. */
function filingsBelow({ listed }: Cell): Filing[] {
  const term = /^[-–+•]\s*thời hạn(?: giải quyết)?\s*:\s*(.+?)(?:\.\s+\p{Lu}|\.?$)/imu.exec(
    listed,
  )?.[1];
  return term === undefined ? [] : [{ term: collapse(term) }];
}

interface ListedProcedure {
  readonly code: ProcedureCode;
  readonly title: string;
  readonly act: ItemAct;
  readonly cell: Cell;
  readonly decision: string | null;
  readonly field?: string | undefined;
  readonly bases?: LegalBasis[];
  readonly filings?: Filing[];
  readonly origin?: Origin;
}

function itemOf({ code, title, field, act, cell, decision, ...more }: ListedProcedure): ImportItem {
  const { bases = [], filings = [], origin = {} } = more;
  const bare = bareRecord({
    code: code.base,
    suffix: code.suffix,
    title,
    ...(field === undefined || field === '' ? {} : { field }),
    ...(decision === null ? {} : { decision: `Quyết định số ${decision}` }),
  });
  return {
    place: `dòng ${cell.line}`,
    act,
    record: { ...bare, bases, filings },
    origin,
    remarks: [],
  };
}

function short(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}
