// The piece of a text that shows best why it was found.
import { WordFinder } from './places.ts';

/** Letters of a passage, about. */
const LENGTH = 220;
const LONGEST_TEXT = 60_000;
/** Words of the question that stand in one text, enough to choose among. */
const MOST_PLACES = 400;

/**
 * The passage with the most different words of `words` (folded), cut between words, with "…" where
 * text goes on; undefined where there is none.
 */
export function bestPassage(text: string, words: ReadonlySet<string>): string | undefined {
  const source = text.slice(0, LONGEST_TEXT);
  const found = new WordFinder(words).placesIn(source, MOST_PLACES);
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
