// Which encoding a text was written in, judged by what its accented words become: in the right reading
// they are Vietnamese syllables, in the wrong one they aren't. French or English with a few accents is
// Vietnamese in none, and stays as it is.

import { decodeLegacy, type LegacyEncoding } from './decode.ts';
import { isVietnameseSyllable } from './syllable.ts';

/** What a text seems to be written in, and how sure that is. */
export interface EncodingGuess {
  readonly encoding: 'unicode' | LegacyEncoding;
  /** 0–1. */
  readonly confidence: number;
  /** What speaks for it, in Vietnamese, for people. */
  readonly reasons: readonly string[];
}

/** Names of encodings as shown to people. */
export const ENCODING_NAMES: Readonly<Record<'unicode' | LegacyEncoding, string>> = {
  unicode: 'Unicode',
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  'windows-1258': 'Windows-1258',
};

const LEGACY: readonly LegacyEncoding[] = ['tcvn3', 'vni', 'windows-1258'];
// A word with an accent or a sign in it. Words end at ASCII other than letters and at typographic
// punctuation, which no encoding here uses inside a word.
const ACCENTED_WORD =
  /(?<![a-zA-Z])[a-zA-Z]*[^\p{ASCII}\u0080-\u00a0\u2000-\u206f\u20ac\ufeff](?:[a-zA-Z]|[^\p{ASCII}\u0080-\u00a0\u2000-\u206f\u20ac\ufeff])*/gu;
// A letter beyond one byte was never typed in a one-byte encoding.
const BEYOND_ONE_BYTE = /[\u0100-\u{10ffff}]/u;
// Enough to be sure; a long document isn't read to its end.
const MOST_WORDS = 600;
const LEAST_SHARE = 0.6;
const LEAST_LEAD = 0.25;

/** Guesses the encoding of a text that came as Unicode or as Windows-1252 shows an old encoding. */
export function detectEncoding(text: string): EncodingGuess {
  const words = accentedWords(text.normalize('NFC'));
  if (words.length === 0) {
    return {
      encoding: 'unicode',
      confidence: 1,
      reasons: ['không có chữ có dấu, không cần chuyển mã'],
    };
  }
  const beyond = words.filter((word) => BEYOND_ONE_BYTE.test(word)).length;
  if (beyond / words.length > 1 - LEAST_SHARE) {
    return {
      encoding: 'unicode',
      confidence: 1,
      reasons: [`${beyond}/${words.length} chữ có dấu chỉ có trong Unicode`],
    };
  }
  const unicode = share(words, isVietnameseSyllable);
  const [best, ...rest] = LEGACY.map((encoding) => ({
    encoding,
    share: share(words, (word) => readsAs(word, encoding)),
  })).sort((left, right) => right.share - left.share);
  const runnerUp = Math.max(unicode, ...rest.map((other) => other.share));
  const isLegacy =
    best !== undefined && best.share >= LEAST_SHARE && best.share - unicode >= LEAST_LEAD;
  if (!isLegacy) {
    return {
      encoding: 'unicode',
      confidence: round(1 - Math.max(0, (best?.share ?? 0) - unicode)),
      reasons: [describe('unicode', unicode, words.length), 'không có bảng mã cũ nào đọc khá hơn'],
    };
  }
  const enough = words.length / (words.length + 1);
  const lead = Math.min(1, (best.share - runnerUp) * 2);
  return {
    encoding: best.encoding,
    confidence: round(best.share * enough * lead),
    reasons: [
      describe(best.encoding, best.share, words.length),
      describe('unicode', unicode, words.length),
    ],
  };
}

function accentedWords(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(ACCENTED_WORD)) {
    words.push(word);
    if (words.length === MOST_WORDS) {
      break;
    }
  }
  return words;
}

function readsAs(word: string, encoding: LegacyEncoding): boolean {
  return !BEYOND_ONE_BYTE.test(word) && isVietnameseSyllable(decodeLegacy(word, encoding));
}

function share(words: readonly string[], isRight: (word: string) => boolean): number {
  return words.filter(isRight).length / words.length;
}

function describe(encoding: EncodingGuess['encoding'], part: number, words: number): string {
  const right = Math.round(part * words);
  return `${right}/${words} chữ có dấu đọc được thành tiếng Việt theo ${ENCODING_NAMES[encoding]}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
