// Next year's plan begun from this year's: topics, means and assignments carried over, years moved on
// where they mean the plan's own year, and what stayed undone.
import type { Clause, Draft } from '../drafts/draft.ts';
import type { Occurrence } from '../occurrences/fold-occurrences.ts';

/** A duty of which something was due and not done. */
export interface UnfinishedDuty {
  readonly id: string;
  readonly unitName: string;
  readonly text: string;
  readonly occurrences: readonly Occurrence[];
}

/** A clause whose words were moved to the new year: to be looked at. */
export interface MovedClause {
  readonly before: string;
  readonly after: string;
}

/** "số 446/KH-UBND ngày 30/12/2023": number, symbol and day of a cited document. */
const CITATION =
  /(số:?\s+\d[\p{L}\d/-]*(?:,?\s+ngày\s+\d{1,2}(?:\/\d{1,2}\/\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?)/giu;

/**
 * The words with the plan's own year moved on: "năm 2023", "15/6/2023". A span of years ("2021 - 2023")
 * and what a cited document is called by stay as they are.
 */
export function moveYear(text: string, year: number): string {
  const own = new RegExp(`(?<!\\d|\\d{4}\\s*[-–]\\s*)${year}(?!\\d|\\s*[-–]\\s*\\d{4})`, 'gu');
  return text
    .split(CITATION)
    .map((piece, at) => (at % 2 === 1 ? piece : piece.replace(own, String(year + 1))))
    .join('');
}

/** The draft of the year after, and every clause in which a year was moved. */
export function nextDraft(draft: Draft, year: number): { draft: Draft; moved: MovedClause[] } {
  const moved: MovedClause[] = [];
  const words = (before: string): string => {
    const after = moveYear(before, year);
    if (after !== before) moved.push({ before, after });
    return after;
  };
  const clauses = (list: readonly Clause[]) =>
    list.filter(({ dropped }) => !dropped).map((one) => ({ ...one, text: words(one.text) }));
  return {
    draft: {
      ...draft,
      title: words(draft.title),
      purposes: clauses(draft.purposes),
      requirements: clauses(draft.requirements),
      audience: clauses(draft.audience),
      topics: clauses(draft.topics),
      measures: clauses(draft.measures),
      assignments: draft.assignments
        .filter(({ dropped }) => !dropped)
        .map((one) => ({ ...one, duties: clauses(one.duties) })),
    },
    moved,
  };
}

/** Duties with an occurrence that was due and isn't done. */
export function unfinishedOf(
  duties: readonly {
    readonly about: { readonly id: string; readonly unitName: string; readonly text: string };
    readonly occurrences: readonly Occurrence[];
  }[],
): UnfinishedDuty[] {
  return duties.flatMap(({ about, occurrences }) => {
    const open = occurrences.filter(({ state }) => state === 'overdue' || state === 'open');
    if (open.length === 0) return [];
    return [{ id: about.id, unitName: about.unitName, text: about.text, occurrences: open }];
  });
}
