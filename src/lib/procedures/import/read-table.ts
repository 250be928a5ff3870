// Reads a workbook with a table of procedures: the annex of a decision, or the open-data table corrected
// in Excel. What can't be used is named by sheet and cell, as Excel names it.
import { columnLetters, type SheetCells, type SheetRow } from '#lib/platform/index.ts';
import { collapse, parseDate } from '#lib/vietnam/index.ts';
import { readProcedureCode, type ProcedureCode } from '../record/codes.ts';
import { bareRecord, type ProcedureRecord } from '../record/record.ts';
import { basesOf } from './listed-bases.ts';
import {
  actOfHeading,
  withoutDuplicates,
  type ImportDecision,
  type ImportFault,
  type ImportItem,
  type ImportReading,
  type ItemAct,
} from './import-reading.ts';
import { headAt, type TableField, type TableHead } from './table-columns.ts';

const TEXTS = [
  'field',
  'audience',
  'address',
  'result',
  'agency',
  'levels',
  'waysText',
  'requirements',
  'decision',
] as const satisfies readonly TableField[];

/** Reads the visible cells of a workbook. Never throws; what can't be used is among the faults. */
export function readTable(sheets: readonly SheetCells[]): ImportReading {
  const read = sheets.map(readSheet);
  const unique = withoutDuplicates(read.flatMap(({ items }) => items));
  const faults = [...read.flatMap((one) => one.faults), ...unique.faults];
  if (unique.items.length === 0 && faults.length === 0) {
    faults.push({
      place: 'cả bảng tính',
      message:
        'Không thấy bảng thủ tục nào. Hàng tiêu đề cần có cột “Mã thủ tục” và cột “Tên thủ tục”.',
    });
  }
  const decision = read.map((one) => one.decision).find(({ code }) => code !== null);
  return { kind: 'table', items: unique.items, faults, decision: decision ?? NO_DECISION };
}

const NO_DECISION: ImportDecision = { code: null, date: null, agency: null };

interface SheetReading {
  readonly items: ImportItem[];
  readonly faults: ImportFault[];
  readonly decision: ImportDecision;
}

function readSheet({ name, rows }: SheetCells): SheetReading {
  const items: ImportItem[] = [];
  const faults: ImportFault[] = [];
  const above: string[] = [];
  let act: ItemAct = actOfHeading(`danh mục ${name}`) === 'abolish' ? 'abolish' : 'list';
  let field = '';
  let head: TableHead | undefined;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row) continue;
    const found = headAt(rows, at);
    if (found) {
      head = found;
      faults.push(...strangeColumns(name, row, found));
      at += found.height - 1;
      continue;
    }
    const heading = headingOf(row, head);
    if (heading !== undefined) {
      const said = actOfHeading(heading);
      if (said) act = said === 'abolish' ? 'abolish' : 'list';
      else if (head) field = fieldOfHeading(heading) ?? field;
      if (!head) above.push(heading);
      continue;
    }
    if (!head) above.push(row.cells.map(({ text }) => text).join(' '));
    else if (!isNumbering(row)) {
      const one = readRow({ sheet: name, row, head, act, field });
      items.push(...one.items);
      faults.push(...one.faults);
    }
  }
  if (!head && rows.some(({ cells }) => cells.some(({ text }) => readProcedureCode(text)))) {
    faults.push({
      place: `Trang “${name}”`,
      message:
        'Có mã thủ tục nhưng không thấy hàng tiêu đề. Thêm hàng tiêu đề có cột “Mã thủ tục” và “Tên thủ tục”.',
    });
  }
  return { items, faults, decision: decisionIn(above) };
}

/** A row that is one heading, or a Roman numeral or letter with a heading beside it. */
function headingOf({ cells }: SheetRow, head: TableHead | undefined): string | undefined {
  const filled = cells.filter(({ text }) => text !== '');
  const [first, second] = filled.map(({ text }) => text);
  if (filled.length === 1 && first !== undefined) {
    const inCode = head && cells[head.fields.indexOf('code')]?.text === first;
    return inCode || readProcedureCode(first) ? undefined : first;
  }
  const isNumbered = filled.length === 2 && /^(?:[IVXLC]+|[A-Z])[.)]?$/.test(first ?? '');
  return isNumbered && !readProcedureCode(second ?? '') ? second : undefined;
}

function fieldOfHeading(heading: string): string | undefined {
  const found =
    /^(?:[IVXLC\d]+(?:\.\d+)*[.)]\s*)?(?:thủ tục hành chính\s+)?lĩnh vực:?\s+(.+)$/iu.exec(
      collapse(heading),
    );
  return found?.[1];
}

/** `(1) (2) (3)` below a head. */
function isNumbering({ cells }: SheetRow): boolean {
  return cells.every(({ text }) => text === '' || /^\(\d{1,2}\)$/.test(text));
}

function strangeColumns(sheet: string, row: SheetRow, head: TableHead): ImportFault[] {
  return head.names.flatMap((name, column) =>
    name === '' || head.fields[column] !== undefined
      ? []
      : [
          {
            place: placeOf(sheet, column, row.number),
            message: `Cột “${name}” không thuộc bảng thủ tục nên chưa dùng; các cột khác vẫn đọc.`,
          },
        ],
  );
}

interface TableRow {
  readonly sheet: string;
  readonly row: SheetRow;
  readonly head: TableHead;
  readonly act: ItemAct;
  /** Of the heading above, where no column says it. */
  readonly field: string;
}

function readRow({
  sheet,
  row,
  head,
  act,
  field,
}: TableRow): Pick<SheetReading, 'items' | 'faults'> {
  const place = (name: TableField) => placeOf(sheet, head.fields.indexOf(name), row.number);
  const refused = (name: TableField, message: string) => ({
    items: [],
    faults: [{ place: place(name), message }],
  });
  const broken = row.cells.findIndex(
    ({ kind }, column) => kind === 'error' && (head.fields[column] ?? '-') !== '-',
  );
  if (broken >= 0) {
    const message = `Ô có lỗi công thức ${row.cells[broken]?.text}; cả hàng chưa dùng. Sửa ô rồi nhập lại.`;
    return { items: [], faults: [{ place: placeOf(sheet, broken, row.number), message }] };
  }
  const say = (name: TableField) => textOf(row, head, name);
  const title = collapse(say('title'));
  const written = row.cells[head.fields.indexOf('code')];
  const isNumber = written?.kind === 'number';
  const given = isNumber ? Number(written.text).toFixed(6) : (written?.text ?? '');
  const code = readProcedureCode(given);
  if (!code) {
    if (given === '' && !/\p{L}{2}/u.test(title)) return { items: [], faults: [] };
    return refused('code', codeFault(given, title));
  }
  if (title === '' && act !== 'abolish') {
    return refused('title', `Thủ tục mã ${code.base} thiếu tên.`);
  }
  const record = recordOf(code, title || `Thủ tục mã ${code.base}`, say, field);
  const remarks = isNumber
    ? [`Mã ở ô ${place('code')} gõ dạng số; đọc là ${code.base}. Kiểm tra lại số 0 ở cuối.`]
    : [];
  return {
    items: [{ place: place('title'), act, record, origin: {}, remarks }],
    faults: [],
  };
}

function codeFault(given: string, title: string): string {
  return given === ''
    ? `“${title.slice(0, 90)}” không ghi mã nên chưa đối chiếu được. Tra mã trên Cơ sở dữ liệu quốc gia rồi bổ sung.`
    : `Mã “${given.slice(0, 40)}” không đúng dạng N.NNNNNN (ví dụ 1.001193).`;
}

/** What the row says; what it has no column or no words for stays absent. */
function recordOf(
  code: ProcedureCode,
  title: string,
  say: (name: TableField) => string,
  field: string,
): ProcedureRecord {
  const texts = TEXTS.map((name) => [name, say(name) || (name === 'field' ? field : '')] as const);
  const [term, fee] = [say('term'), say('fee')];
  return {
    ...bareRecord({ code: code.base, suffix: code.suffix, title }),
    ...Object.fromEntries(texts.filter(([, text]) => text !== '')),
    filings: term === '' && fee === '' ? [] : [{ ...(term && { term }), ...(fee && { fee }) }],
    bases: basesOf(say('bases')),
  };
}

/** The words of a field's columns; two columns of charges stand one a line. */
function textOf({ cells }: SheetRow, head: TableHead, name: TableField): string {
  return head.fields
    .flatMap((field, column) => (field === name ? [cells[column]?.text ?? ''] : []))
    .filter((text) => text !== '')
    .join('\n');
}

/** "Kèm theo Quyết định số 99/QĐ-UBND ngày 05/6/2023 …" above the table. */
function decisionIn(above: readonly string[]): ImportDecision {
  const found =
    /quyết định\s+số\s*:?\s*(\d+\/[\p{L}\d/-]+)(?:,?\s*ngày\s+(\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4}))?/iu.exec(
      collapse(above.join(' ')),
    );
  if (!found?.[1]) return NO_DECISION;
  return { code: found[1], date: parseDate(found[2] ?? '') ?? null, agency: null };
}

function placeOf(sheet: string, column: number, row: number): string {
  return `Trang “${sheet}”, ô ${columnLetters(column)}${row}`;
}
