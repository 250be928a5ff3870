// What differs between two versions of a draft, clause by clause: both texts at hand for the person
// who must choose.
import { listsOf, type Clause, type Draft } from './draft.ts';

export interface Difference {
  readonly key: string;
  /** `null` where that version doesn't have the clause. */
  readonly mine: string | null;
  readonly theirs: string | null;
}

export function compareDrafts(mine: Draft, theirs: Draft): Difference[] {
  const [left, right] = [shownBy(mine), shownBy(theirs)];
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].flatMap((key) => {
    const [one, other] = [left.get(key) ?? null, right.get(key) ?? null];
    return one === other ? [] : [{ key, mine: one, theirs: other }];
  });
}

function shownBy(draft: Draft): Map<string, string> {
  const units = draft.assignments.map(
    ({ key, unit, lead, dropped }) =>
      [key, dropped ? `(đã bỏ) ${unit}` : lead ? `${unit} (đầu mối)` : unit] as const,
  );
  const period = [draft.period.from ?? '…', draft.period.to ?? '…'].join(' – ');
  const clauses = listsOf(draft).flatMap((list) =>
    list.clauses.map((clause) => [clause.key, shown(clause)] as const),
  );
  return new Map([['title', draft.title], ['period', period], ...units, ...clauses]);
}

function shown({ text, label, dropped, channels, due, every }: Clause): string {
  const parts = [
    dropped ? '(đã bỏ)' : null,
    label && `[${label}]`,
    text,
    channels.length > 0 ? `{${channels.join(', ')}}` : null,
    due?.date ? `→ ${due.date}` : null,
    every ? JSON.stringify(every) : null,
  ];
  return parts.filter(Boolean).join(' ');
}
