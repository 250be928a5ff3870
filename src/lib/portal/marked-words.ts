// Shows where a text has the words that were searched, accents or not.
import { fold, foldWithOffsets, sourceSpan } from '#lib/vietnam/index.ts';

export interface MarkedText {
  readonly text: string;
  readonly marked: boolean;
}

/** The text in pieces; words that begin like one of the query's are marked. */
export function markWords(text: string, query: string): MarkedText[] {
  const wanted = fold(query).match(/[a-z0-9]+/g) ?? [];
  if (wanted.length === 0) return [{ text, marked: false }];
  const folded = foldWithOffsets(text);
  const pieces: MarkedText[] = [];
  let at = 0;
  for (const match of folded.text.matchAll(/[a-z0-9]+/g)) {
    if (!wanted.some((word) => match[0].startsWith(word))) continue;
    const [start, end] = sourceSpan(folded, match.index, match.index + match[0].length);
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/**
 * Folded words as they are spelled where they were found: `khai`, `sinh` as "khai sinh" without any text,
 * `so`, `do` as "sổ đỏ" where one of the texts writes them so. Words that were typed so already stay.
 */
export function spellAlike(
  words: readonly string[],
  typed: string,
  texts: readonly string[],
): string {
  const spelled = new Map<string, string>();
  for (const text of [typed, ...texts]) {
    for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu)) {
      const folded = fold(word);
      if (!spelled.has(folded)) spelled.set(folded, word.toLocaleLowerCase('vi'));
    }
  }
  return words.map((word) => spelled.get(word) ?? word).join(' ');
}
