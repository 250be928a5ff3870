// Shows where a text has the words that were searched, accents or not.
import { fold, foldWithOffsets, sourceSpan } from '#lib/vietnam/index.ts';

export interface MarkedText {
  readonly text: string;
  readonly marked: boolean;
}

/** What is marked, in folded words. */
export interface Marks {
  readonly words: ReadonlySet<string>;
  /** The last word of the question where it may go on: whatever begins like it is marked. */
  readonly unfinished?: string | undefined;
}

/** The text in pieces: its words that are among the marks, and what lies between them. */
export function markWords(text: string, { words, unfinished }: Marks): MarkedText[] {
  if (words.size === 0 && unfinished === undefined) return [{ text, marked: false }];
  const isMarked = (word: string) =>
    words.has(word) || (unfinished !== undefined && word.startsWith(unfinished));
  const folded = foldWithOffsets(text);
  const pieces: MarkedText[] = [];
  let at = 0;
  for (const match of folded.text.matchAll(/[a-z0-9]+/g)) {
    if (!isMarked(match[0])) continue;
    const [start, end] = sourceSpan(folded, match.index, match.index + match[0].length);
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/**
 * Folded words as they are spelled where they were found: `so`, `do` as "sổ đỏ" where one of the texts writes
 * them side by side, else word by word. What was typed with accents stays as typed.
 */
export function spellAlike(
  words: readonly string[],
  typed: string,
  texts: readonly string[],
): string {
  const isAccented = /\P{ASCII}/u.test(typed);
  const own = isAccented ? spellings(typed) : new Map<string, string>();
  const found = spellings(texts.join(' . '));
  return words
    .map((word, at) => {
      const { [at - 1]: before, [at + 1]: after } = words;
      return (
        own.get(word) ??
        found.get(`${before} [${word}]`) ??
        found.get(`[${word}] ${after}`) ??
        found.get(word) ??
        word
      );
    })
    .join(' ');
}

/** How words are written, by the folded word alone and in brackets beside either neighbour; the first counts. */
function spellings(text: string): Map<string, string> {
  const written = text.normalize('NFC').match(/[\p{L}\p{N}]+|\./gu) ?? [];
  const folded = written.map((word) => fold(word));
  const spelled = new Map<string, string>();
  for (const [at, word] of folded.entries()) {
    for (const key of [word, `${folded[at - 1]} [${word}]`, `[${word}] ${folded[at + 1]}`]) {
      if (!spelled.has(key)) spelled.set(key, (written[at] ?? word).toLocaleLowerCase('vi'));
    }
  }
  return spelled;
}
