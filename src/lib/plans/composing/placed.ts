// The draft of an issued plan in the words of its own paper, each with its place there. Pure.
import { collapse } from '#lib/vietnam/index.ts';
import type { Clause, Draft, Span } from '../drafts/draft.ts';
import { printedClause } from '../outputs/plan-document.ts';

/**
 * The draft for review: what was dropped is gone, every clause says what stands on paper and cites it.
 * @param text of the whole paper, which the places count in
 */
export function placeDraft(draft: Draft, text: string): Draft {
  const find = finder(text);
  const clauses = (list: readonly Clause[]) =>
    list
      .filter(({ dropped, text: words }) => !dropped && words.trim() !== '')
      .map((clause): Clause => {
        const words = printedClause(clause.text);
        return { ...clause, text: words, span: find(words) };
      });
  // In the order of the paper, so that words said twice are each found in their place.
  const purposes = clauses(draft.purposes);
  const requirements = clauses(draft.requirements);
  const audience = clauses(draft.audience);
  const topics = clauses(draft.topics);
  const measures = clauses(draft.measures);
  const assignments = draft.assignments
    .filter(({ dropped }) => !dropped)
    .map((one) => ({ ...one, span: find(one.unit), duties: clauses(one.duties) }));
  return {
    ...draft,
    title: collapse(draft.title),
    purposes,
    requirements,
    audience,
    topics,
    measures,
    assignments,
    findings: [],
  };
}

/** Finds words from where the last ones ended; null where they don't stand any further. */
function finder(text: string): (words: string) => Span | null {
  let from = 0;
  return (words) => {
    const at = text.indexOf(words, from);
    if (at < 0) return null;
    from = at + words.length;
    return [at, from];
  };
}
