// Counted numbers in a written text. Kept, each is `{its name}` within a run; in the editor it is one thing
// that is moved or deleted whole and can't be mistyped.
import { joinRuns, mapLeaves, type RichNode } from '../rich-nodes.ts';

export interface EditorFigure {
  readonly name: string;
  /** How it reads now: "82 hoạt động". */
  readonly words: string;
  /** Where the list it counts is. */
  readonly href: string;
}

const NAMED = /\{([^{}]+)\}/gu;

/** Places in a run where a known figure is named, from the first to the last. */
export function namedFigures(
  text: string,
  isFigure: (name: string) => boolean,
): { readonly name: string; readonly from: number; readonly to: number }[] {
  return [...text.matchAll(NAMED)].flatMap(({ 0: whole, 1: name = '', index }) =>
    isFigure(name) ? [{ name, from: index, to: index + whole.length }] : [],
  );
}

/** A kept text as it is edited: names become figures. */
export function placeFigures(text: RichNode, isFigure: (name: string) => boolean): RichNode {
  return mapLeaves(text, (leaf) => {
    const { text: run = '', marks } = leaf;
    const places = namedFigures(run, isFigure);
    if (places.length === 0) return [leaf];
    const marked = marks ? { marks } : {};
    const words = (from: number, to: number): RichNode[] =>
      from < to ? [{ type: 'text', text: run.slice(from, to), ...marked }] : [];
    return places.flatMap(({ name, from, to }, at) => [
      ...words(places[at - 1]?.to ?? 0, from),
      { type: 'figure', attrs: { name }, ...marked },
      ...(at === places.length - 1 ? words(to, run.length) : []),
    ]);
  });
}

/** An edited text as it is kept: figures become their names, one run with the words around. */
export function nameFigures(text: RichNode): RichNode {
  const named = mapLeaves(text, ({ type, attrs, ...leaf }) => [
    type === 'figure'
      ? { type: 'text', text: `{${String(attrs?.['name'])}}`, ...leaf }
      : { type, ...(attrs ? { attrs } : {}), ...leaf },
  ]);
  return joinRuns(named);
}
