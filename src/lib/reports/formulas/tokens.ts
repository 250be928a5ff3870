// A formula cut into tokens: numbers, names, texts in quotes, and marks.
import { reportError } from '../errors.ts';

export interface Token {
  readonly kind: 'number' | 'name' | 'text' | 'mark';
  readonly text: string;
  /** Place in the formula, from 1, in UTF-16 units. */
  readonly at: number;
}

/** Longest formula that is read. */
export const LENGTH_LIMIT = 500;

const TOKEN =
  /\s+|(?<number>\d{1,12}(?:\.\d{1,6})?)|(?<name>[\p{L}_][\p{L}\p{M}\p{N}_]*)|"(?<text>[^"]*)"|(?<mark>[-+*/();:])/uy;

/** @throws LoaError `formula.too-long`, `formula.unexpected` */
export function cutTokens(formula: string): Token[] {
  if (formula.length > LENGTH_LIMIT) {
    throw reportError('formula.too-long', { length: formula.length, limit: LENGTH_LIMIT });
  }
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(formula)?.groups;
    if (!groups) {
      throw reportError('formula.unexpected', {
        found: String.fromCodePoint(formula.codePointAt(at) ?? 0),
        at: at + 1,
        wanted: 'số, tên số liệu, chữ trong ngoặc kép hoặc dấu + - * / ( ) ; :',
      });
    }
    for (const kind of ['number', 'name', 'text', 'mark'] as const) {
      const text = groups[kind];
      if (text !== undefined) tokens.push({ kind, text, at: at + 1 });
    }
  }
  return tokens;
}
