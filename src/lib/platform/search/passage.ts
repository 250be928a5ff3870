// The piece of a text that shows best why it was found.
import { foldWithOffsets, sourceSpan } from '#lib/vietnam/index.ts';

/** Letters of a passage, about. */
const LENGTH = 220;
const LONGEST_TEXT = 60_000;

/**
 * The passage with the most different words of `words` (folded), cut between words, with "…" where
 * text goes on; undefined where there is none.
 */
export function bestPassage(text: string, words: ReadonlySet<string>): string | undefined {
  const source = text.slice(0, LONGEST_TEXT).replaceAll(/\s+/g, ' ').trim();
  const folded = foldWithOffsets(source);
  const found = [...folded.text.matchAll(/[a-z0-9]+/g)].filter(([word]) => words.has(word));
  let best: { from: number; to: number; count: number } | undefined;
  for (const [at, first] of found.entries()) {
    const within = found
      .slice(at, at + 60)
      .filter(({ index }) => index - first.index < LENGTH * 0.8);
    const count = new Set(within.map(([word]) => word)).size;
    const last = within.at(-1) ?? first;
    if (!best || count > best.count) {
      best = { from: first.index, to: last.index + last[0].length, count };
    }
  }
  if (!best) return undefined;
  const [from, to] = sourceSpan(folded, best.from, best.to);
  const spare = Math.max(0, LENGTH - (to - from));
  const start = wordStart(source, Math.max(0, from - Math.floor(spare / 3)));
  const end = wordEnd(source, Math.min(source.length, to + Math.ceil((spare * 2) / 3)));
  return `${start > 0 ? '… ' : ''}${source.slice(start, end).trim()}${end < source.length ? ' …' : ''}`;
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space < 0 ? at : space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space <= 0 ? at : space;
}
