// The understood plan while a person corrects it: lists of clauses, each citing its sentence. Plain
// data that the desk edits in the browser and the server stores; every change is an operation
// (operations.ts).

/** `[start, end)` in UTF-16 units of the document's text (ruling 30). */
export type Span = readonly [start: number, end: number];

/** Id of a way to people, as data/act-kinds.yaml names it. */
export type Channel = string;

export interface Due {
  /** The last day, YYYY-MM-DD, where one can be named. */
  readonly date: string | null;
  /** As the plan says it: "trước ngày 15/6". */
  readonly text: string | null;
}

/** How often: `often` is "thường xuyên", otherwise so many times a unit (ruling 33). */
export type Cadence =
  | 'often'
  | { readonly count: number; readonly unit: 'week' | 'month' | 'quarter' | 'half' | 'year' };

/** The smallest thing that is confirmed. All kinds share one shape, so that a move loses nothing. */
export interface Clause {
  /** Stable through every operation. */
  readonly key: string;
  /** As the document numbers it. */
  readonly number: string | null;
  readonly text: string;
  /** The sentence it cites; stays when the text is retyped, `null` for what a person added. */
  readonly span: Span | null;
  readonly dropped: boolean;
  /** Short name of a topic for matrix and lists; `null` elsewhere. */
  readonly label: string | null;
  readonly channels: readonly Channel[];
  readonly due: Due | null;
  readonly every: Cadence | null;
  /** Partner units as named. */
  readonly cooperates: readonly string[];
  /** The unfinished duty of an earlier plan it takes over. */
  readonly carriedFrom?: string;
}

export interface Assignment {
  readonly key: string;
  readonly number: string | null;
  /** The unit as the plan names it. */
  readonly unit: string;
  /** Where the plan names it. */
  readonly span: Span | null;
  /** The focal point or standing body. */
  readonly lead: boolean;
  readonly dropped: boolean;
  readonly duties: readonly Clause[];
}

/** The lists of clauses that are no duties. Duties are in the list named by their unit's key. */
export const sections = ['purposes', 'requirements', 'audience', 'topics', 'measures'] as const;
export type Section = (typeof sections)[number];

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string | null;
  readonly span: Span | null;
}

/** Something reading found odd, beside its place. */
export interface DraftFinding {
  readonly key: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly span: Span | null;
  /** A person has looked at it and goes on. */
  readonly seen: boolean;
}

export interface Draft {
  readonly title: string;
  readonly period: Period;
  readonly purposes: readonly Clause[];
  readonly requirements: readonly Clause[];
  readonly audience: readonly Clause[];
  readonly topics: readonly Clause[];
  readonly measures: readonly Clause[];
  readonly assignments: readonly Assignment[];
  readonly findings: readonly DraftFinding[];
  /** Number of the next key that an operation makes. */
  readonly nextKey: number;
}

/** A section's name or an assignment's key: where a clause can stand. */
export type ListName = string;

export function isSection(name: string): name is Section {
  return (sections as readonly string[]).includes(name);
}

/** The clauses of a list, dropped ones included; `undefined` when there is no such list. */
export function findList(draft: Draft, name: ListName): readonly Clause[] | undefined {
  if (isSection(name)) return draft[name];
  return draft.assignments.find((assignment) => assignment.key === name)?.duties;
}

/** Every list with its name, in the order of the plan. */
export function listsOf(draft: Draft): readonly { name: ListName; clauses: readonly Clause[] }[] {
  return [
    ...sections.map((name) => ({ name, clauses: draft[name] })),
    ...draft.assignments.map(({ key, duties }) => ({ name: key, clauses: duties })),
  ];
}

export interface Place {
  readonly list: ListName;
  readonly index: number;
  readonly clause: Clause;
}

export function findClause(draft: Draft, key: string): Place | undefined {
  for (const { name, clauses } of listsOf(draft)) {
    const index = clauses.findIndex((clause) => clause.key === key);
    const clause = clauses[index];
    if (clause) return { list: name, index, clause };
  }
  return undefined;
}

/** The draft with one list replaced. */
export function withList(draft: Draft, name: ListName, clauses: readonly Clause[]): Draft {
  if (isSection(name)) return { ...draft, [name]: clauses };
  return {
    ...draft,
    assignments: draft.assignments.map((assignment) =>
      assignment.key === name ? { ...assignment, duties: clauses } : assignment,
    ),
  };
}

export function emptyClause(key: string, text: string, span: Span | null): Clause {
  return {
    key,
    number: null,
    text,
    span,
    dropped: false,
    label: null,
    channels: [],
    due: null,
    every: null,
    cooperates: [],
  };
}
