// A form that a superior body asks to have filled: rows and columns as an administrator writes them, and
// in each cell a formula over the folds, or room for a person.
import { z } from 'zod';
import { LoaError } from '#lib/platform/index.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { reportError } from '../errors.ts';
import { parseFormula, type FilterNames, type Formula } from '../formulas/parse.ts';
import { StoredFormula } from '../formulas/stored.ts';

/** Stands in a column's formula for what each row gives. */
export const ROW_WORD = '{dòng}';
const MOST_COLUMNS = 12;
const MOST_ROWS = 100;

const day = z.string().refine((text) => isPlainDate(text), {
  message: 'Chọn một ngày có trên lịch.',
});
const line = (most: number, empty: string) =>
  z
    .string()
    .trim()
    .min(1, empty)
    .max(most, `Dài quá ${String(most)} chữ cái; hãy rút gọn.`);

/** What an administrator sends: one column and one row a line, "name | formula" and "name | value". */
export const DefineForm = z
  .object({
    /** Empty for a new form; otherwise the form this is a new version of. */
    slug: z.string().default(''),
    title: line(200, 'Ghi tên biểu, ví dụ: Biểu số 02/TT – Kết quả tuyên truyền.'),
    agency: line(200, 'Ghi cơ quan yêu cầu báo cáo.'),
    source: line(300, 'Ghi văn bản ban hành biểu: số, ngày, cơ quan.'),
    validFrom: day,
    validTo: z.union([z.literal(''), day]).default(''),
    columns: z.string().max(10_000, 'Phần cột dài quá 10.000 chữ cái.'),
    rows: z.string().max(20_000, 'Phần dòng dài quá 20.000 chữ cái.'),
    total: z
      .literal('on')
      .optional()
      .transform((box) => box === 'on'),
  })
  .refine(({ validFrom, validTo }) => validTo === '' || validFrom <= validTo, {
    path: ['validTo'],
    message: 'Ngày hết hiệu lực đứng trước ngày bắt đầu.',
  });
export type DefineForm = z.input<typeof DefineForm>;

export const QuestionnaireForm = z.strictObject({
  title: z.string(),
  agency: z.string(),
  /** The document that orders it. */
  source: z.string(),
  columns: z.array(z.strictObject({ head: z.string(), formula: z.string().nullable() })).min(1),
  rows: z.array(z.strictObject({ label: z.string(), value: z.string().nullable() })).min(1),
  /** A last row that adds up the columns of numbers. */
  total: z.boolean(),
  /** By row and column; `null` is filled by a person. */
  cells: z.array(z.array(StoredFormula.nullable())),
});
export type QuestionnaireForm = z.infer<typeof QuestionnaireForm>;

/**
 * The form an administrator wrote, its formulas read: names have become ids.
 * @throws LoaError `questionnaire.*`, saying row and column
 */
export function readForm(
  { title, agency, source, columns, rows, total }: z.output<typeof DefineForm>,
  names: FilterNames,
): QuestionnaireForm {
  const across = linesOf(columns, 'columns', MOST_COLUMNS).map(([head, formula]) => ({
    head,
    formula,
  }));
  const down = linesOf(rows, 'rows', MOST_ROWS).map(([label, value]) => ({ label, value }));
  const cells = down.map((row) => across.map((column) => cellOf(row, column, names)));
  return { title, agency, source, columns: across, rows: down, total, cells };
}

/** The two texts that `readForm` reads, written out again. */
export function writtenForm({ columns, rows }: QuestionnaireForm): {
  columns: string;
  rows: string;
} {
  const text = (pairs: readonly (readonly [string, string | null])[]) =>
    pairs.map(([name, more]) => (more === null ? name : `${name} | ${more}`)).join('\n');
  return {
    columns: text(columns.map(({ head, formula }) => [head, formula])),
    rows: text(rows.map(({ label, value }) => [label, value])),
  };
}

function cellOf(
  row: QuestionnaireForm['rows'][number],
  column: QuestionnaireForm['columns'][number],
  names: FilterNames,
): Formula | null {
  if (column.formula === null) return null;
  const formula = column.formula.replaceAll(ROW_WORD, row.value ?? row.label);
  try {
    return parseFormula(formula, names);
  } catch (error) {
    if (!(error instanceof LoaError)) throw error;
    // What a row gives is wrong in that row; anything else in the column.
    const field = column.formula.includes(ROW_WORD) ? 'rows' : 'columns';
    const { what, todo } = error;
    const place = { row: row.label, column: column.head, formula, what, todo };
    throw reportError('questionnaire.wrong-formula', place, field);
  }
}

function linesOf(text: string, field: 'columns' | 'rows', most: number): [string, string | null][] {
  const lines = text.split('\n').flatMap((written): [string, string | null][] => {
    const [name = '', ...more] = written.split('|');
    const rest = more.join('|').trim();
    if (name.trim() === '' && rest === '') return [];
    if (name.trim() === '')
      throw reportError('questionnaire.nameless', { line: written.trim() }, field);
    return [[name.trim(), rest === '' ? null : rest]];
  });
  const what = field === 'columns' ? 'cột' : 'dòng';
  if (lines.length === 0) throw reportError('questionnaire.empty', { what }, field);
  if (lines.length > most) {
    throw reportError('questionnaire.too-many', { what, count: lines.length, most }, field);
  }
  return lines;
}
