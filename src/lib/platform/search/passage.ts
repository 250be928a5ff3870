// The piece of a text that shows best why it was found.
import { fold } from '#lib/vietnam/index.ts';

/** Letters of a passage, about. */
const LENGTH = 220;
const LONGEST_TEXT = 60_000;
/** Words of the question that stand in one text, enough to choose among. */
const MOST_PLACES = 400;

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
 * The passage with the most different words of `words` (folded), cut between words, with "…" where
 * text goes on; undefined where there is none.
 */
export function bestPassage(text: string, words: ReadonlySet<string>): string | undefined {
  const source = text.slice(0, LONGEST_TEXT);
  const found = placesOf(source, words);
  let best: { from: number; to: number; count: number } | undefined;
  for (const [at, first] of found.entries()) {
    const within = found.slice(at, at + 60).filter(({ from }) => from - first.from < LENGTH * 0.8);
    const count = new Set(within.map(({ word }) => word)).size;
    const last = within.at(-1) ?? first;
    if (!best || count > best.count) best = { from: first.from, to: last.to, count };
  }
  if (!best) return undefined;
  const { from, to } = best;
  const spare = Math.max(0, LENGTH - (to - from));
  const start = wordStart(source, Math.max(0, from - Math.floor(spare / 3)));
  const end = wordEnd(source, Math.min(source.length, to + Math.ceil((spare * 2) / 3)));
  const before = /\S/.test(source.slice(0, start)) ? '… ' : '';
  const after = /\S/.test(source.slice(end)) ? ' …' : '';
  return before + source.slice(start, end).replaceAll(/\s+/g, ' ').trim() + after;
}

interface Place {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Where the words stand in the text as it is written. It is read letter by letter, and only what may be one
 * of them is folded: to fold the whole of long texts cost more than finding them did.
 */
function placesOf(text: string, words: ReadonlySet<string>): Place[] {
  const sums = new Set([...words].map(sumOf));
  const places: Place[] = [];
  let from = -1;
  let sum = 0;
  for (let at = 0; at <= text.length && places.length < MOST_PLACES; at += 1) {
    const folded = at < text.length ? foldedAt(text, at) : BETWEEN_WORDS;
    if (folded === UNSEEN) continue;
    if (folded !== BETWEEN_WORDS) {
      if (from < 0) [from, sum] = [at, 0];
      sum = addTo(sum, folded);
      continue;
    }
    if (from < 0) continue;
    if (sums.has(sum)) {
      const word = fold(text.slice(from, at));
      if (words.has(word)) places.push({ word, from, to: at });
    }
    from = -1;
  }
  return places;
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

const isSpace = (text: string, at: number) => /\s/.test(text.charAt(at));

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  for (let space = at; space < text.length; space += 1) if (isSpace(text, space)) return space + 1;
  return at;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  for (let space = at; space > 0; space -= 1) if (isSpace(text, space)) return space;
  return at;
}
