// How the cells of a kept table stand: figures under one another, short words on one line. Pure.
import type { RichNode } from './rich-nodes.ts';

/** 8.420; −3,5; 100%; 12 %. */
const FIGURE = /^[-−–]?\d[\d.,]*\s?%?$/;
const NONE = /^[-–—.]*$/;
/** "Thôn 12", "01/7/2023". */
const SHORT = 10;

/** Places of the columns with nothing but figures below what heads them; none where cells are joined. */
export function figureColumns(rows: readonly RichNode[]): ReadonlySet<number> {
  const cells = rows.map((row) => row.content ?? []);
  const joined = cells
    .flat()
    .some(({ attrs }) => isJoined(attrs?.colspan) || isJoined(attrs?.rowspan));
  const width = joined ? 0 : Math.max(0, ...cells.map((row) => row.length));
  const places = Array.from({ length: width }, (_, place) => place);
  return new Set(places.filter((place) => holdsFigures(cells.map((row) => row[place]))));
}

/** A cell of few letters, which would only look torn on two lines. */
export function isShortCell(cell: RichNode): boolean {
  return wordsOf(cell).length <= SHORT;
}

function holdsFigures(column: readonly (RichNode | undefined)[]): boolean {
  const values = column
    .filter((cell) => cell?.type === 'table_cell')
    .map((cell) => (cell ? wordsOf(cell) : ''));
  return (
    values.some((words) => FIGURE.test(words)) &&
    values.every((words) => FIGURE.test(words) || NONE.test(words))
  );
}

function isJoined(size: unknown): boolean {
  return typeof size === 'number' && size > 1;
}

function wordsOf({ type, text, content = [] }: RichNode): string {
  // A live figure is drawn later; whatever it will be, it is one.
  if (type === 'figure') return '0';
  return `${text ?? ''}${content.map(wordsOf).join('')}`.trim();
}
