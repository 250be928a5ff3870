// Finds words in a text as it is written: accents or not, each word with its place.
import { fold } from '#lib/vietnam/index.ts';

export interface Place {
  /** Folded, one of those that are looked for. */
  readonly word: string;
  /** Which word of the text it is, from 0. */
  readonly nth: number;
  /** Where it stands: UTF-16 units, the end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Beyond it nothing folds to a letter or a figure. */
const TABLE_END = 0x2100;
const BETWEEN_WORDS = 0;
/** An accent of its own, or what nobody sees: belongs to the letter before. */
const UNSEEN = 1;
/** For each character what it is folded, as its code. */
const FOLDED = Uint8Array.from({ length: TABLE_END }, (_, code) => {
  const character = String.fromCharCode(code);
  const folded = fold(character);
  if (/^[a-z0-9]$/.test(folded)) return folded.charCodeAt(0);
  return folded === '' && !/\s/.test(character) ? UNSEEN : BETWEEN_WORDS;
});

/**
 * Looks for folded words in many texts. A text is read letter by letter, and only what may be one of the words
 * is folded: to fold the whole of long texts cost more than finding them did.
 */
export class WordFinder {
  readonly #words: ReadonlySet<string>;
  readonly #sums: ReadonlySet<number>;
  /** The same few words come again and again, spelled alike. */
  readonly #folded = new Map<string, string>();

  constructor(words: ReadonlySet<string>) {
    this.#words = words;
    this.#sums = new Set([...words].map(sumOf));
  }

  /** Where the words stand in the text, at most `most` of them. */
  placesIn(text: string, most: number): Place[] {
    const places: Place[] = [];
    let from = -1;
    let nth = 0;
    let sum = 0;
    for (let at = 0; at <= text.length && places.length < most; at += 1) {
      const folded = at < text.length ? foldedAt(text, at) : BETWEEN_WORDS;
      if (folded === UNSEEN) continue;
      if (folded !== BETWEEN_WORDS) {
        if (from < 0) [from, sum] = [at, 0];
        sum = addTo(sum, folded);
        continue;
      }
      if (from < 0) continue;
      if (this.#sums.has(sum)) {
        const word = this.#fold(text.slice(from, at));
        if (this.#words.has(word)) places.push({ word, nth, from, to: at });
      }
      nth += 1;
      from = -1;
    }
    return places;
  }

  #fold(written: string): string {
    const known = this.#folded.get(written);
    if (known !== undefined) return known;
    const folded = fold(written);
    this.#folded.set(written, folded);
    return folded;
  }
}

/** Words of the text. */
export function countWords(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const folded = foldedAt(text, at);
    if (folded === UNSEEN) continue;
    if (folded !== BETWEEN_WORDS && !isInWord) count += 1;
    isInWord = folded !== BETWEEN_WORDS;
  }
  return count;
}

function foldedAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < TABLE_END) return FOLDED[code] ?? BETWEEN_WORDS;
  return fold(text.charAt(at)) === '' && code !== 0x3000 ? UNSEEN : BETWEEN_WORDS;
}

function sumOf(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at += 1) sum = addTo(sum, word.charCodeAt(at));
  return sum;
}

const addTo = (sum: number, code: number) => (Math.imul(sum, 31) + code) | 0;
