// Where in a recognised text the words stand that the machine itself was not sure of. The text is put in
// order and cleaned after recognition, so words are found again by themselves and by their count.
import type { Span } from '../../spans.ts';
import type { Page } from '../pdf/pieces.ts';
import { textOfPages } from '../pdf/rows.ts';

/** Stands behind an unsure word; a letter for private use, which no text has. */
const SIGN = '\uE000';

/** Places of the unsure words of these pages in the cleaned text, neighbours joined. */
export function unsureIn(pages: readonly Page[], text: string): Span[] {
  const marked = textOfPages(pages.map(signed));
  const places = placesOf(text);
  const seen = new Map<string, number>();
  const spans: Span[] = [];
  for (const [token] of marked.matchAll(/\S+/g)) {
    const word = token.replaceAll(SIGN, '').normalize('NFC');
    const count = seen.get(word) ?? 0;
    seen.set(word, count + 1);
    // A word that cleaning joined with its neighbour or dropped is passed over.
    const start = token.includes(SIGN) ? places.get(word)?.[count] : undefined;
    if (start !== undefined) spans.push([start, start + word.length]);
  }
  return joined(
    spans.sort((a, b) => a[0] - b[0]),
    text,
  );
}

function signed(page: Page): Page {
  const pieces = page.pieces.map((piece) =>
    piece.unsure ? { ...piece, text: piece.text + SIGN } : piece,
  );
  return { ...page, pieces };
}

function placesOf(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const list = places.get(word);
    if (list) list.push(index);
    else places.set(word, [index]);
  }
  return places;
}

function joined(spans: readonly Span[], text: string): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last && /^[^\S\n]*$/.test(text.slice(last[1], span[0]))) last[1] = span[1];
    else out.push([...span]);
  }
  return out;
}
