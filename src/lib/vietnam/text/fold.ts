// The form in which texts are compared and searched: what someone types without accents on a weak
// phone and what an official typed with all of them fold to the same letters.

const TABLE_END = 0x2100;
const MARKS_AND_INVISIBLES = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]+/gu;
// ð and Ð (eth) look like đ and Đ and are what old converters wrote for them.
const D_WITH_STROKE = /^[đĐðÐ]$/u;

// Every character a Vietnamese text is written with lies below TABLE_END in Unicode (also its
// combining accents), so folding is one look-up a character; normalize('NFD') takes four times as long.
const TABLE: readonly string[] = Array.from({ length: TABLE_END }, (_, code) =>
  foldCharacter(String.fromCharCode(code)),
);

function foldCharacter(character: string): string {
  if (/\s/u.test(character)) {
    return ' ';
  }
  if (D_WITH_STROKE.test(character)) {
    return 'd';
  }
  return character.normalize('NFD').replace(MARKS_AND_INVISIBLES, '').toLowerCase();
}

function foldUnit(text: string, index: number): string {
  const code = text.charCodeAt(index);
  const folded = TABLE[code];
  if (folded !== undefined) {
    return folded;
  }
  if (code === 0xfeff || (code >= 0xfe00 && code <= 0xfe0f)) {
    return '';
  }
  return code === 0x3000 ? ' ' : text.charAt(index);
}

/**
 * Folds a text for search and matching: lower case, no accents, đ → d, composed and decomposed
 * Unicode alike, `hoà` and `hòa` alike, white space collapsed and trimmed, invisible characters
 * gone. Punctuation stays. Folding twice changes nothing.
 *
 * @example fold('Ủy ban  Nhân dân\nĐà Nẵng') // 'uy ban nhan dan da nang'
 */
export function fold(text: string): string {
  let index = foldedPrefix(text);
  if (index === text.length) {
    return text;
  }
  let folded = text.slice(0, index);
  let afterSpace = true;
  for (; index < text.length; index += 1) {
    const piece = foldUnit(text, index);
    if (piece === ' ') {
      if (!afterSpace) {
        folded += ' ';
        afterSpace = true;
      }
    } else if (piece !== '') {
      folded += piece;
      afterSpace = false;
    }
  }
  return afterSpace ? folded.trimEnd() : folded;
}

/**
 * How much of the text is folded already: all of it, or up to the start of the first word with
 * anything to fold. Plain lower-case ASCII is thus returned as it came.
 */
function foldedPrefix(text: string): number {
  let wordStart = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x20) {
      const next = text.charCodeAt(index + 1);
      if (index === wordStart || Number.isNaN(next)) {
        return wordStart;
      }
      wordStart = index + 1;
    } else if (code < 0x20 || code > 0x7e || (code >= 0x41 && code <= 0x5a)) {
      return wordStart;
    }
  }
  return text.length;
}

/** A folded text that still knows where each of its characters stood. */
export interface FoldedText {
  /** Same as `fold(source)`. */
  readonly text: string;
  /**
   * For each UTF-16 unit of `text` the index of the source unit it came from, and one more entry at
   * the end: the index just after the last source unit that shows.
   */
  readonly offsets: readonly number[];
}

/**
 * Folds a text and keeps the way back, so that a match in the folded text can be lit up in the
 * original with {@link sourceSpan}.
 */
export function foldWithOffsets(source: string): FoldedText {
  let text = '';
  const offsets: number[] = [];
  let space = -1;
  let end = 0;
  for (let index = 0; index < source.length; index += 1) {
    const piece = foldUnit(source, index);
    if (piece === ' ') {
      space = space < 0 ? index : space;
      continue;
    }
    if (piece !== '') {
      if (space >= 0 && text !== '') {
        text += ' ';
        offsets.push(space);
      }
      offsets.push(...Array<number>(piece.length).fill(index));
      text += piece;
      space = -1;
    }
    // A combining accent belongs to the letter before it.
    if (space < 0) {
      end = index + 1;
    }
  }
  offsets.push(end);
  return { text, offsets };
}

/**
 * The piece of the source that stands behind `[start, end)` of a folded text: UTF-16 units, end
 * exclusive, with combining accents that follow the last letter.
 */
export function sourceSpan(
  folded: FoldedText,
  start: number,
  end: number,
): readonly [start: number, end: number] {
  const last = folded.offsets.length - 1;
  const from = folded.offsets[Math.min(start, last)] ?? 0;
  if (end <= start) {
    return [from, from];
  }
  return [from, folded.offsets[Math.min(end, last)] ?? from];
}
