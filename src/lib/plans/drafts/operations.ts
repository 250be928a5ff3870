// What a person can do to a draft, as data. `applyOperation` is total: an operation that no longer
// fits (its clause is gone, an offset outside) changes nothing, so operations made on one version
// can always be applied to another.
import { collapse } from '#lib/vietnam/index.ts';
import {
  emptyClause,
  findClause,
  findList,
  withList,
  type Assignment,
  type Cadence,
  type Channel,
  type Clause,
  type Draft,
  type ListName,
  type Span,
} from './draft.ts';
import { shortLabel } from './labels.ts';

export type Operation =
  | { readonly type: 'retype'; readonly key: string; readonly text: string }
  /** Cuts a clause in two before the character at `at` of its text. */
  | { readonly type: 'split'; readonly key: string; readonly at: number }
  /** Puts a clause and the next one of its list together; a unit takes over the next unit's duties. */
  | { readonly type: 'join'; readonly key: string }
  /** One place up or down within its list; also for units. */
  | { readonly type: 'shift'; readonly key: string; readonly by: -1 | 1 }
  /** To the end of another section or unit. */
  | { readonly type: 'move'; readonly key: string; readonly to: ListName }
  | { readonly type: 'name-unit'; readonly key: string; readonly unit: string }
  | { readonly type: 'set-lead'; readonly key: string; readonly lead: boolean }
  | { readonly type: 'drop'; readonly key: string }
  | { readonly type: 'restore'; readonly key: string }
  | { readonly type: 'add'; readonly list: ListName; readonly text: string }
  | { readonly type: 'add-unit'; readonly unit: string }
  | { readonly type: 'relabel'; readonly key: string; readonly label: string }
  | { readonly type: 'set-channels'; readonly key: string; readonly channels: readonly Channel[] }
  | { readonly type: 'set-due'; readonly key: string; readonly date: string | null }
  | { readonly type: 'set-every'; readonly key: string; readonly every: Cadence | null }
  | { readonly type: 'set-period'; readonly from: string | null; readonly to: string | null }
  | { readonly type: 'retitle'; readonly title: string }
  | { readonly type: 'see-finding'; readonly key: string; readonly seen: boolean };

/** `source` is the document's text that spans count in. */
export function applyOperation(draft: Draft, operation: Operation, source: string): Draft {
  switch (operation.type) {
    case 'retype':
      return retype(draft, operation.key, operation.text);
    case 'split':
      return split(draft, operation.key, operation.at, source);
    case 'join':
      return join(draft, operation.key);
    case 'shift':
      return shift(draft, operation.key, operation.by);
    case 'move':
      return move(draft, operation.key, operation.to);
    case 'name-unit':
      return nameUnit(draft, operation.key, operation.unit);
    case 'set-lead':
      return editUnit(draft, operation.key, { lead: operation.lead });
    case 'drop':
      return setDropped(draft, operation.key, true);
    case 'restore':
      return setDropped(draft, operation.key, false);
    case 'add':
      return add(draft, operation.list, operation.text);
    case 'add-unit':
      return addUnit(draft, operation.unit);
    case 'relabel':
      return relabel(draft, operation.key, operation.label);
    case 'set-channels':
      return editClause(draft, operation.key, { channels: operation.channels });
    case 'set-due':
      return setDue(draft, operation.key, operation.date);
    case 'set-every':
      return editClause(draft, operation.key, { every: operation.every });
    case 'set-period':
      return { ...draft, period: { ...draft.period, from: operation.from, to: operation.to } };
    case 'retitle': {
      const title = collapse(operation.title);
      return title === '' || title === draft.title ? draft : { ...draft, title };
    }
    case 'see-finding':
      return seeFinding(draft, operation.key, operation.seen);
  }
}

function editClause(draft: Draft, key: string, change: Partial<Clause>): Draft {
  const place = findClause(draft, key);
  if (!place) return draft;
  return replace(draft, place.list, place.index, 1, [{ ...place.clause, ...change }]);
}

function editUnit(draft: Draft, key: string, change: Partial<Assignment>): Draft {
  if (!draft.assignments.some((assignment) => assignment.key === key)) return draft;
  const assignments = draft.assignments.map((assignment) =>
    assignment.key === key ? { ...assignment, ...change } : assignment,
  );
  return { ...draft, assignments };
}

function replace(
  draft: Draft,
  list: ListName,
  index: number,
  count: number,
  clauses: readonly Clause[],
): Draft {
  return withList(draft, list, (findList(draft, list) ?? []).toSpliced(index, count, ...clauses));
}

function retype(draft: Draft, key: string, text: string): Draft {
  const clean = tidy(text);
  const place = findClause(draft, key);
  if (!place || clean === '' || clean === place.clause.text) return draft;
  // A label nobody chose follows the text; a chosen one stays.
  const follows = place.clause.label === shortLabel(place.clause.text);
  return editClause(
    draft,
    key,
    follows ? { text: clean, label: shortLabel(clean) } : { text: clean },
  );
}

function split(draft: Draft, key: string, at: number, source: string): Draft {
  const place = findClause(draft, key);
  if (!place) return draft;
  const { clause } = place;
  const [first, second] = [tidy(clause.text.slice(0, at)), tidy(clause.text.slice(at))];
  if (first === '' || second === '') return draft;
  const spans = splitSpan(clause, at, source);
  const label = (text: string) => (clause.label === null ? null : shortLabel(text));
  const halves: Clause[] = [
    { ...clause, text: first, span: spans[0], label: label(first) },
    {
      ...clause,
      key: `n${draft.nextKey}`,
      number: null,
      text: second,
      span: spans[1],
      label: label(second),
    },
  ];
  return replace({ ...draft, nextKey: draft.nextKey + 1 }, place.list, place.index, 1, halves);
}

/**
 * Where the two halves stand in the source. White space may differ between text and source, so the
 * characters that show are counted; once the words were changed, both halves cite the whole sentence.
 */
function splitSpan(clause: Clause, at: number, source: string): [Span | null, Span | null] {
  const { span } = clause;
  if (!span) return [null, null];
  const sentence = source.slice(...span);
  if (collapse(sentence) !== collapse(clause.text)) return [span, span];
  const shown = clause.text.slice(0, at).replace(/\s/gu, '').length;
  let seen = 0;
  let end = 0;
  while (seen < shown) {
    if (!/\s/u.test(sentence.charAt(end))) seen += 1;
    end += 1;
  }
  const gap = /^\s*/u.exec(sentence.slice(end))?.[0].length ?? 0;
  return [
    [span[0], span[0] + end],
    [span[0] + end + gap, span[1]],
  ];
}

function join(draft: Draft, key: string): Draft {
  const place = findClause(draft, key);
  if (!place) return joinUnit(draft, key);
  const list = findList(draft, place.list) ?? [];
  const after = list.findIndex((clause, index) => index > place.index && !clause.dropped);
  const next = list[after];
  if (!next || place.clause.dropped) return draft;
  const { clause } = place;
  const text = `${clause.text} ${next.text}`;
  const joined: Clause = {
    ...clause,
    text,
    span: hull(clause.span, next.span),
    label: clause.label === null ? null : shortLabel(text),
    channels: [...new Set([...clause.channels, ...next.channels])],
    due: clause.due ?? next.due,
    every: clause.every ?? next.every,
    cooperates: [...new Set([...clause.cooperates, ...next.cooperates])],
  };
  return withList(draft, place.list, list.toSpliced(after, 1).toSpliced(place.index, 1, joined));
}

function joinUnit(draft: Draft, key: string): Draft {
  const at = draft.assignments.findIndex((assignment) => assignment.key === key);
  const unit = draft.assignments[at];
  const after = draft.assignments.findIndex((other, index) => index > at && !other.dropped);
  const next = draft.assignments[after];
  if (!unit || !next || unit.dropped) return draft;
  const joined = {
    ...unit,
    lead: unit.lead || next.lead,
    duties: [...unit.duties, ...next.duties],
  };
  return {
    ...draft,
    assignments: draft.assignments.toSpliced(after, 1).toSpliced(at, 1, joined),
  };
}

function hull(a: Span | null, b: Span | null): Span | null {
  if (!a || !b) return a ?? b;
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

function shift(draft: Draft, key: string, by: -1 | 1): Draft {
  const place = findClause(draft, key);
  if (place) {
    const list = findList(draft, place.list) ?? [];
    const swapped = swap(list, place.index, place.index + by);
    return swapped === list ? draft : withList(draft, place.list, swapped);
  }
  const at = draft.assignments.findIndex((assignment) => assignment.key === key);
  const assignments = swap(draft.assignments, at, at + by);
  return assignments === draft.assignments ? draft : { ...draft, assignments };
}

function swap<T>(list: readonly T[], a: number, b: number): readonly T[] {
  const [one, other] = [list[a], list[b]];
  return one && other ? list.with(a, other).with(b, one) : list;
}

function move(draft: Draft, key: string, to: ListName): Draft {
  const place = findClause(draft, key);
  const target = findList(draft, to);
  if (!place || !target || place.list === to) return draft;
  const label =
    to === 'topics' ? (place.clause.label ?? shortLabel(place.clause.text)) : place.clause.label;
  const without = replace(draft, place.list, place.index, 1, []);
  return withList(without, to, [...target, { ...place.clause, label }]);
}

function nameUnit(draft: Draft, key: string, unit: string): Draft {
  const name = collapse(unit);
  return name === '' ? draft : editUnit(draft, key, { unit: name });
}

function setDropped(draft: Draft, key: string, dropped: boolean): Draft {
  return findClause(draft, key)
    ? editClause(draft, key, { dropped })
    : editUnit(draft, key, { dropped });
}

function add(draft: Draft, list: ListName, text: string): Draft {
  const clean = tidy(text);
  const clauses = findList(draft, list);
  if (!clauses || clean === '') return draft;
  const clause: Clause = {
    ...emptyClause(`n${draft.nextKey}`, clean, null),
    label: list === 'topics' ? shortLabel(clean) : null,
  };
  return withList({ ...draft, nextKey: draft.nextKey + 1 }, list, [...clauses, clause]);
}

function addUnit(draft: Draft, unit: string): Draft {
  const name = collapse(unit);
  if (name === '') return draft;
  const assignment: Assignment = {
    key: `u${draft.nextKey}`,
    number: null,
    unit: name,
    span: null,
    lead: false,
    dropped: false,
    duties: [],
  };
  return {
    ...draft,
    nextKey: draft.nextKey + 1,
    assignments: [...draft.assignments, assignment],
  };
}

function relabel(draft: Draft, key: string, label: string): Draft {
  const name = collapse(label);
  return name === '' ? draft : editClause(draft, key, { label: name });
}

function setDue(draft: Draft, key: string, date: string | null): Draft {
  const place = findClause(draft, key);
  if (!place) return draft;
  const text = place.clause.due?.text ?? null;
  const due = date === null && text === null ? null : { date, text };
  return editClause(draft, key, { due });
}

function seeFinding(draft: Draft, key: string, seen: boolean): Draft {
  if (!draft.findings.some((finding) => finding.key === key)) return draft;
  const findings = draft.findings.map((finding) =>
    finding.key === key ? { ...finding, seen } : finding,
  );
  return { ...draft, findings };
}

/** A clause as typed: spaces collapsed within a line, empty lines gone, NFC. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .split(/\r?\n/u)
    .map(collapse)
    .filter((line) => line !== '')
    .join('\n');
}
