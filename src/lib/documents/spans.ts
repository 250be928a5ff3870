// Places in a text, and the clauses that stand there.
import { collapse } from '#lib/vietnam/index.ts';

/** A place in the text of a document: UTF-16 units, end exclusive. */
export type Span = [start: number, end: number];

/** Words of the document and where they stand: `collapse(text.slice(...span)) === text`. */
export interface Clause {
  text: string;
  span: Span;
}

/** The clause between two places, without the blanks at its ends. */
export function clauseAt(text: string, start: number, end: number): Clause {
  const span = trimSpan(text, start, end);
  return { text: collapse(text.slice(span[0], span[1])), span };
}

/** The same place without the blanks at its ends. */
export function trimSpan(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return [from, to];
}

/** White space as `collapse` understands it. */
function isBlank(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
