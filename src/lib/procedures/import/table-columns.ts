// The columns of a table of procedures, as the annexes of decisions and open data head them.
import type { SheetRow } from '#lib/platform/index.ts';
import { fold } from '#lib/vietnam/index.ts';

/** What a cell of a column says. `-` is known and of no use here: running numbers, notes, addresses of pages. */
export type TableField =
  | 'code'
  | 'title'
  | 'field'
  | 'audience'
  | 'term'
  | 'fee'
  | 'address'
  | 'bases'
  | 'result'
  | 'agency'
  | 'levels'
  | 'waysText'
  | 'requirements'
  | 'decision'
  | '-';

/** The first that fits counts; heads are folded. */
const HEADS: readonly [RegExp, TableField][] = [
  [
    /^(?:so )?s?tt\b|^so thu tu\b|^ghi chu\b|^dia chi trang\b|^ap dung tu\b|^(?:ngay )?hieu luc\b/,
    '-',
  ],
  [/^ma\b/, 'code'],
  [/^ten\b|^thu tuc hanh chinh$/, 'title'],
  [/^linh vuc\b/, 'field'],
  [/^doi tuong\b/, 'audience'],
  [/^(?:thoi han|thoi gian)\b/, 'term'],
  [/^(?:phi|le phi|muc phi|muc thu)\b/, 'fee'],
  [/^(?:dia diem|noi)\b|^dia chi\b/, 'address'],
  [/^can cu\b|^vbqppl\b/, 'bases'],
  [/^ket qua\b/, 'result'],
  [/^co quan thuc hien\b/, 'agency'],
  [/^cap\b/, 'levels'],
  [/^(?:cach thuc|hinh thuc)\b/, 'waysText'],
  [/^(?:yeu cau|dieu kien)\b/, 'requirements'],
  [/^(?:so )?quyet dinh\b/, 'decision'],
];

export interface TableHead {
  /** Fields by column; undefined where the head means nothing known. */
  readonly fields: readonly (TableField | undefined)[];
  /** The heads as written. */
  readonly names: readonly string[];
  /** Rows the head takes: one, or two where parts of a column are named below it. */
  readonly height: 1 | 2;
}

/** The head of a table that begins in this row; undefined where it has no column of codes and names. */
export function headAt(rows: readonly SheetRow[], at: number): TableHead | undefined {
  const own = namesOf(rows[at]);
  const ownFields = own.map(fieldOf);
  if (!ownFields.includes('code') || !ownFields.includes('title')) return undefined;
  const below = namesOf(rows[at + 1]);
  const isSecond =
    (below[ownFields.indexOf('code')] ?? '') === '' &&
    (below[ownFields.indexOf('title')] ?? '') === '' &&
    below.some((name) => fieldOf(name) !== undefined);
  if (!isSecond) return { fields: ownFields, names: own, height: 1 };
  const width = Math.max(own.length, below.length);
  const names = Array.from({ length: width }, (_, column) => below[column] || own[column] || '');
  return { fields: names.map(fieldOf), names, height: 2 };
}

function namesOf(row: SheetRow | undefined): string[] {
  return (row?.cells ?? []).map(({ text }) => text.replace(/\s+/g, ' '));
}

/** What a column with this head says; undefined where the head means nothing known. */
export function fieldOf(name: string): TableField | undefined {
  const words = fold(name).trim();
  return HEADS.find(([pattern]) => pattern.test(words))?.[1];
}
