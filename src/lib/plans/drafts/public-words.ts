// Everything of a plan that publishing shows: the document, and what a person wrote beyond it (a title,
// a clause, a short name). The privacy guard reads all of it.
import { collapse } from '#lib/vietnam/index.ts';
import type { Draft } from './draft.ts';

/** The document's text, and after it the words of the draft that don't stand in it. */
export function publicWords(draft: Draft, source: string): string {
  const known = collapse(source);
  const clauses = [
    ...draft.topics,
    ...draft.measures,
    ...draft.assignments.filter((unit) => !unit.dropped).flatMap((unit) => unit.duties),
  ].filter((clause) => !clause.dropped);
  const words = [draft.title, ...clauses.flatMap(({ text, label }) => [text, label ?? ''])];
  const beyond = words.filter((text) => !known.includes(collapse(text)));
  return [source, ...beyond].join('\n');
}
