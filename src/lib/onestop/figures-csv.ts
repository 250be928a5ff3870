// Reads monthly figures from a CSV file: comma or semicolon, columns in any order, Vietnamese or plain
// numbers. Every fault names line, column and what to write instead; a file with faults gives no row to save.
import { parse } from 'csv-parse/sync';
import { fold, formatMonth, isMonthKey, type MonthKey } from '#lib/vietnam/index.ts';

/** Columns by name; `truoc_va_dung_han` stands for the two before it where they are known together. */
export const FIGURE_COLUMNS = [
  'thang',
  'truoc_han',
  'dung_han',
  'truoc_va_dung_han',
  'tre_han',
  'nguon',
  'ly_do',
] as const;
type Column = (typeof FIGURE_COLUMNS)[number];

export interface CsvFigure {
  /** Line of the file, the heading being line 1. */
  readonly line: number;
  readonly month: MonthKey;
  readonly early: number | null;
  readonly onTime: number;
  readonly late: number;
  readonly source: string;
  readonly reason: string | null;
}

export interface CsvFault {
  readonly line: number;
  readonly column: string | null;
  /** What is wrong and what to do. */
  readonly message: string;
}

export interface ParsedFigures {
  readonly rows: readonly CsvFigure[];
  readonly faults: readonly CsvFault[];
  /** Headings that mean nothing here and were passed over. */
  readonly ignored: readonly string[];
}

const MOST_LINES = 1_200;
/** As in a declaration by hand. */
const EARLIEST = '2000-01';

interface Line {
  readonly record: readonly string[];
  readonly number: number;
}

/** @param latest the running month; lines of months to come are faults */
export function parseFiguresCsv(text: string, latest?: MonthKey): ParsedFigures {
  const read = readLines(text.replace(/^\uFEFF/, '').normalize('NFC'));
  if ('message' in read) return { rows: [], faults: [read], ignored: [] };
  const [head, ...body] = read;
  if (!head) return onlyFault(1, 'Tệp không có dòng nào. Dòng đầu phải là tên các cột.');
  const columns = new Map<Column, number>();
  const ignored: string[] = [];
  head.record.forEach((name, index) => {
    const column = findColumn(name);
    if (column) columns.set(column, index);
    else if (name.trim() !== '') ignored.push(name.trim());
  });
  const lacking = lackingColumns(columns);
  if (lacking.length > 0) {
    return onlyFault(
      head.number,
      `Thiếu cột ${lacking.join(', ')}. Dòng đầu cần có: thang, truoc_han, dung_han, tre_han, nguon.`,
    );
  }
  if (body.length >= MOST_LINES) {
    return onlyFault(
      MOST_LINES + 1,
      `Tệp dài hơn ${MOST_LINES} dòng. Mỗi tháng một dòng; chia tệp thành nhiều phần rồi nhập lần lượt.`,
    );
  }
  if (body.length === 0) return onlyFault(2, 'Tệp chỉ có tên cột, chưa có dòng số liệu nào.');
  const faults: CsvFault[] = [];
  const rows = body.flatMap((line) => readRow(line, columns, faults) ?? []);
  faults.push(...repeatedMonths(rows), ...monthsToCome(rows, latest));
  return { rows, faults: faults.toSorted((a, b) => a.line - b.line), ignored };
}

function monthsToCome(rows: readonly CsvFigure[], latest?: MonthKey): CsvFault[] {
  return rows
    .filter(({ month }) => latest !== undefined && month > latest)
    .map(({ line, month }) => ({
      line,
      column: 'thang',
      message: `Tháng ${formatMonth(month)} chưa đến. Xem lại tháng, hoặc bỏ dòng này.`,
    }));
}

function readLines(text: string): Line[] | CsvFault {
  const first = text.split('\n', 1)[0] ?? '';
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // One more than is taken: a longer file is refused, never cut short in silence.
      to: MOST_LINES + 1,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records
      .map(({ record, info }) => ({ record, number: info.lines }))
      .filter(({ record }) => record.some((value) => value.trim() !== ''));
  } catch (failure) {
    const line = (failure as { lines?: number }).lines ?? 1;
    return {
      line,
      column: null,
      message:
        'Dấu ngoặc kép mở mà không đóng, hoặc đặt giữa ô. Bỏ dấu đó hoặc viết thành hai dấu.',
    };
  }
}

function findColumn(name: string): Column | undefined {
  const plain = fold(name)
    .trim()
    .replace(/[^a-z0-9]+/g, '_');
  return FIGURE_COLUMNS.find((column) => column === plain);
}

function lackingColumns(columns: ReadonlyMap<Column, number>): string[] {
  const together = columns.has('truoc_va_dung_han');
  const needed: Column[] = [
    'thang',
    ...(together ? [] : (['truoc_han', 'dung_han'] as const)),
    'tre_han',
    'nguon',
  ];
  return needed.filter((column) => !columns.has(column));
}

function readRow(
  { record, number }: Line,
  columns: ReadonlyMap<Column, number>,
  faults: CsvFault[],
): CsvFigure | undefined {
  const cell = (column: Column) => (record[columns.get(column) ?? -1] ?? '').trim();
  const before = faults.length;
  const fault = (column: Column, message: string) => faults.push({ line: number, column, message });
  const readCount = (column: Column): number => {
    const value = countOf(cell(column));
    if (value === undefined) fault(column, countMessage(cell(column)));
    return value ?? 0;
  };
  const month = monthIn(cell('thang'));
  if (!month)
    fault('thang', `“${cell('thang')}” không đọc được thành tháng. Viết 2023-06 hoặc 06/2023.`);
  // A file made here gives both; the sum alone counts only where the parts are unknown.
  const isApart = cell('truoc_han') !== '' || cell('dung_han') !== '';
  const isTogether = !isApart && cell('truoc_va_dung_han') !== '';
  const early = isTogether ? null : readCount('truoc_han');
  const onTime = readCount(isTogether ? 'truoc_va_dung_han' : 'dung_han');
  if (isApart && cell('truoc_va_dung_han') !== '') {
    const sum = countOf(cell('truoc_va_dung_han'));
    if (faults.length === before && sum !== (early ?? 0) + onTime) {
      fault('truoc_va_dung_han', 'Không bằng tổng của hai cột trước hạn và đúng hạn. Xem lại.');
    }
  }
  const late = readCount('tre_han');
  const source = cell('nguon');
  if (source === '') fault('nguon', 'Chưa ghi nguồn. Ghi sổ, phần mềm hoặc báo cáo đã lấy số.');
  if (source.length > 300) fault('nguon', 'Nguồn dài quá 300 ký tự. Rút ngắn lại.');
  const reason = cell('ly_do');
  if (reason.length > 500) fault('ly_do', 'Lý do dài quá 500 ký tự. Rút ngắn lại.');
  if (!month || faults.length > before) return undefined;
  return { line: number, month, early, onTime, late, source, reason: reason || null };
}

function countMessage(written: string): string {
  return written === ''
    ? 'Ô để trống. Ghi 0 nếu không có hồ sơ nào; tháng chưa có số thì bỏ cả dòng.'
    : `“${written}” không phải số đếm. Ghi số nguyên không âm, ví dụ 12 hoặc 1.250.`;
}

function countOf(written: string): number | undefined {
  if (!/^(\d{1,7}|\d{1,3}(\.\d{3}){1,2})$/.test(written)) return undefined;
  return Number(written.replaceAll('.', ''));
}

function monthIn(written: string): MonthKey | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})$/.exec(written);
  const spoken = /^(?:tháng\s+)?(\d{1,2})[-/](\d{4})$/i.exec(written);
  const [year, month] = iso ? [iso[1], iso[2]] : [spoken?.[2], spoken?.[1]];
  const key = `${year}-${(month ?? '').padStart(2, '0')}`;
  return isMonthKey(key) && key >= EARLIEST ? key : undefined;
}

function repeatedMonths(rows: readonly CsvFigure[]): CsvFault[] {
  return rows.flatMap((row, index) => {
    const first = rows.slice(0, index).find((other) => other.month === row.month);
    if (!first) return [];
    const month = formatMonth(row.month);
    return [
      {
        line: row.line,
        column: 'thang',
        message: `Tháng ${month} đã có ở dòng ${first.line}. Giữ một dòng cho mỗi tháng.`,
      },
    ];
  });
}

function onlyFault(line: number, message: string): ParsedFigures {
  return { rows: [], faults: [{ line, column: null, message }], ignored: [] };
}
