// A composition begun from a plan in force: its words moved to the year after, its bases looked up, its units
// called as they are today, its undone duties laid out.
import { addMonths, formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { emptyClause, findClause, type Cadence, type Clause, type Draft } from '../drafts/draft.ts';
import { unitKey } from '../drafts/unit-names.ts';
import { occurrenceName } from '../occurrences/words.ts';
import { moveYear, nextDraft, type UnfinishedDuty } from '../outputs/next-plan.ts';
import type { Basis, Composition, MovedPoint, OwedDuty, UnitPoint } from './composition.ts';

/** What the office knows of a unit that the plan names. */
export interface UnitToday {
  readonly id: string;
  readonly name: string;
  readonly isOver: boolean;
  readonly endedOn: string | null;
  /** The unit that holds its place today; null where none took it. */
  readonly successor: string | null;
}

interface Held {
  /** The last day an amendment left it; null: as long as the plan. */
  readonly validTo: string | null;
}

/** A plan in force, with its amendments. */
export interface PlanInForce {
  readonly from: string | null;
  readonly to: string | null;
  readonly topics: readonly (Held & {
    readonly number: string | null;
    readonly text: string;
    readonly label: string;
  })[];
  readonly measures: readonly {
    readonly number: string | null;
    readonly text: string;
    readonly channels: readonly string[];
  }[];
  readonly units: readonly {
    readonly unitId: string;
    readonly namedAs: string;
    readonly lead: boolean;
    readonly duties: readonly (Held & {
      readonly text: string;
      readonly dueOn: string | null;
      readonly dueText: string | null;
      readonly every: Cadence | null;
      readonly cooperates: readonly string[];
    })[];
  }[];
}

export interface BeginFacts {
  /** "xã Tiền Tiến" */
  readonly commune: string;
  readonly plan: PlanInForce;
  /** The plan as it was confirmed: what amendments leave alone. */
  readonly draft: Draft;
  readonly year: number;
  readonly bases: readonly { readonly text: string; readonly doubt: string | null }[];
  readonly units: readonly UnitToday[];
  readonly unfinished: readonly (UnfinishedDuty & { readonly unitId: string })[];
}

export function beginComposition(facts: BeginFacts): Composition {
  const before = asAmended(facts);
  const draft = moveDays(before, facts);
  const year = facts.year + 1;
  return {
    year,
    draft,
    moved: movedPoints(before, draft),
    bases: [...facts.bases.map(basisOf), missingBasis(facts.bases.length, year)],
    units: unitPoints(facts),
    owed: facts.unfinished.map((duty) => owedOf(duty, facts.units)),
    paper: null,
  };
}

/** The plan with its amendments in it: what holds until its end, in the order of the plan. */
function asAmended({ plan, draft }: BeginFacts): Draft {
  const lasting = <Thing extends Held>(list: readonly Thing[]) =>
    list.filter(({ validTo }) => validTo === null || (plan.to !== null && validTo >= plan.to));
  return {
    ...draft,
    period: { from: plan.from, to: plan.to, text: null, span: null },
    topics: lasting(plan.topics).map(({ number, text, label }, at) => ({
      ...bare(`t${String(at + 1)}`, text, number),
      label,
    })),
    measures: plan.measures.map(({ number, text, channels }, at) => ({
      ...bare(`m${String(at + 1)}`, text, number),
      channels,
    })),
    assignments: plan.units.map(({ namedAs, lead, duties }, at) => ({
      key: `u${String(at + 1)}`,
      number: null,
      unit: namedAs,
      span: null,
      lead,
      dropped: false,
      duties: lasting(duties).map((duty, place) => ({
        ...bare(`u${String(at + 1)}d${String(place + 1)}`, duty.text, null),
        due:
          duty.dueOn === null && duty.dueText === null
            ? null
            : { date: duty.dueOn, text: duty.dueText },
        every: duty.every,
        cooperates: duty.cooperates,
      })),
    })),
    findings: [],
    nextKey: 1000,
  };
}

function bare(key: string, text: string, number: string | null): Clause {
  return { ...emptyClause(key, text, null), number };
}

/** Words, last days and the period, each a year on. */
function moveDays(before: Draft, { year }: BeginFacts): Draft {
  const { draft } = nextDraft(before, year);
  const moveClause = (clause: Clause): Clause => {
    if (clause.due === null) return clause;
    const date = clause.due.date === null ? null : yearOn(clause.due.date, year);
    // What the plan called the day moved with its words, or names no year.
    return { ...clause, due: { date, text: null } };
  };
  const { from, to } = before.period;
  return {
    ...draft,
    period: {
      from: from === null ? null : yearOn(from, year),
      to: to === null ? null : yearOn(to, year),
      text: null,
      span: null,
    },
    topics: draft.topics.map((topic) => ({
      ...topic,
      label: topic.label === null ? null : moveYear(topic.label, year),
    })),
    purposes: draft.purposes.map(unplaced),
    requirements: draft.requirements.map(unplaced),
    audience: draft.audience.map(unplaced),
    assignments: draft.assignments.map((one) => ({
      ...one,
      duties: one.duties.map(moveClause),
    })),
  };
}

/** Places count in the text of the plan before, which this one doesn't have. */
function unplaced(clause: Clause): Clause {
  return { ...clause, span: null };
}

/** "2023-06-15" → "2024-06-15"; 29 February becomes the 28th, a day of another year stays. */
export function yearOn(day: string, year: number): string {
  if (!day.startsWith(`${String(year)}-`)) return day;
  return addMonths(toPlainDate(day), 12);
}

function movedPoints(before: Draft, after: Draft): MovedPoint[] {
  const title = { key: 'title', before: before.title, dueBefore: null, settled: false };
  const lists = [
    before.purposes,
    before.requirements,
    before.audience,
    before.topics,
    before.measures,
    ...before.assignments.map(({ duties }) => duties),
  ];
  const clauses = lists.flat().flatMap((was): MovedPoint[] => {
    const is = findClause(after, was.key)?.clause;
    const [dueBefore, dueAfter] = [was.due?.date ?? null, is?.due?.date ?? null];
    if (!is || (is.text === was.text && dueBefore === dueAfter)) return [];
    return [{ key: was.key, before: was.text, dueBefore, settled: false }];
  });
  return before.title === after.title ? clauses : [title, ...clauses];
}

function basisOf({ text, doubt }: BeginFacts['bases'][number], at: number): Basis {
  return {
    key: `b${String(at + 1)}`,
    // The paper closes every basis by itself.
    text: text.replace(/[\s.;:,]+$/u, ''),
    doubt,
    dropped: false,
    // What the register knows to hold needs no word of a person.
    settled: doubt === null,
  };
}

/** Every year rests on that year's own direction from above, which only a person knows. */
function missingBasis(count: number, year: number): Basis {
  return {
    key: `b${String(count + 1)}`,
    text: '',
    doubt: `Chưa ghi văn bản chỉ đạo của cấp trên cho năm ${String(year)}.`,
    dropped: false,
    settled: false,
  };
}

function unitPoints({ plan, units, commune }: BeginFacts): UnitPoint[] {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  return plan.units.flatMap(({ unitId, namedAs }, at): UnitPoint[] => {
    const unit = known.get(unitId);
    if (!unit) return [];
    const now = unit.isOver ? unit.successor : unit.name;
    const isCalledSo = now !== null && unitKey(now, commune) === unitKey(namedAs, commune);
    if (!unit.isOver && isCalledSo) return [];
    return [
      {
        key: `u${String(at + 1)}`,
        before: namedAs,
        now,
        isOver: unit.isOver,
        endedOn: unit.endedOn,
        settled: false,
      },
    ];
  });
}

function owedOf(
  { id, unitId, unitName, text, occurrences }: BeginFacts['unfinished'][number],
  units: readonly UnitToday[],
): OwedDuty {
  const unit = units.find((one) => one.id === unitId);
  return {
    dutyId: id,
    unit: unit?.isOver === true ? (unit.successor ?? unitName) : unitName,
    text,
    open: occurrences.map(
      (one) => `${occurrenceName(one)}, hạn ${formatDate(toPlainDate(one.due))}`,
    ),
    takenAs: null,
  };
}
