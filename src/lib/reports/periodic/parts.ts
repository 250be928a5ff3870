// The parts a draft is put together from.
import { emptyText } from '#lib/platform/index.ts';
import { grouped } from '#lib/plans/index.ts';
import type { ReportPart } from './content.ts';
import { textOfItems, textOfLines } from './words.ts';

/** Longest lists of the body; the rest is counted, and stands in the appendix or the list behind. */
const MOST_NAMED = 12;

export function text(key: string, words: string): ReportPart {
  return { kind: 'text', key, text: textOfLines(words), judgement: false, asks: '' };
}

export function list(key: string, items: readonly string[]): ReportPart {
  return { kind: 'text', key, text: textOfItems(items), judgement: false, asks: '' };
}

/** What only a person can say; `asks` is what the page asks for. */
export function judgement(key: string, asks: string): ReportPart {
  return { kind: 'text', key, text: emptyText, judgement: true, asks };
}

export function shorten(items: readonly string[]): string[] {
  if (items.length <= MOST_NAMED) return [...items];
  const rest = grouped(items.length - MOST_NAMED);
  return [...items.slice(0, MOST_NAMED), `Và ${rest} mục khác`];
}
