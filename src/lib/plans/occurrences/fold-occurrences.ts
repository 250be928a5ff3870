// What became of each occurrence: a fold over acts and decisions, as of an instant, with its reasons.
import { daysBetween, type Calendar, type PlainDate } from '#lib/vietnam/index.ts';
import { foldActs, recordedBy, type ActState, type FoldEvent } from '../coverage/fold-acts.ts';
import type { AsOf } from '../coverage/frame.ts';
import type { Reason } from '../coverage/reason.ts';
import type { DutyDecisionData, OccurrenceDecisionData } from '../events.ts';
import type { Cadence } from '../drafts/draft.ts';
import type { QuantityName } from '../acts/kinds.ts';
import {
  planOccurrences,
  type DutyFrame,
  type PlannedOccurrence,
  type SetCadence,
} from './plan-occurrences.ts';

/** From "not begun" to "done and proven". `late` stands beside them: done after its day. */
export const OCCURRENCE_STATES = [
  'coming',
  'open',
  'overdue',
  'done',
  'evidenced',
  'excused',
  // Its duty or plan ended before it was due.
  'ended',
] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

export const OCCURRENCE_RULES = [
  'occurrence.due-by-stretch',
  'occurrence.due-named',
  'occurrence.due-end',
  'occurrence.moved',
  'occurrence.handed-over',
  'occurrence.excused',
  'occurrence.passed',
  'occurrence.ended',
  'occurrence.act-in-time',
  'occurrence.act-late',
  'occurrence.act-tied',
  'occurrence.act-unevidenced',
] as const;
export type OccurrenceRule = (typeof OCCURRENCE_RULES)[number];

export interface Target {
  readonly quantity: QuantityName;
  readonly amount: number;
}

export interface Occurrence extends PlannedOccurrence {
  /** The unit that answers for it: the duty's own, or the one it was handed over to. */
  readonly unit: string;
  /** The day it is due now; `plannedDue` is the one before it was moved. */
  readonly plannedDue: PlainDate;
  readonly state: OccurrenceState;
  /** Done, but only after its day. */
  readonly late: boolean;
  readonly actIds: readonly string[];
  readonly unproven: number;
  readonly why: readonly Reason<OccurrenceRule>[];
}

export interface DutyInTime {
  readonly duty: string;
  /** The cadence in force on the day judged on, and who set it. */
  readonly cadence: PlannedOccurrence['basis'] | 'unset';
  /** That cadence; `null` where there is none. */
  readonly every: Exclude<Cadence, 'often'> | null;
  readonly targets: readonly Target[];
  readonly occurrences: readonly Occurrence[];
}

/** Events the fold reads besides those of acts. */
export const DECISION_EVENTS = [
  'duty.cadence-set',
  'duty.target-set',
  'occurrence.moved',
  'occurrence.excused',
  'occurrence.handed-over',
  'occurrence.reinstated',
  'occurrence.tied',
  'occurrence.untied',
  'duty.passed',
  'duty.ended',
] as const;

interface Decided {
  cadences: SetCadence[];
  targets: Map<string, number>;
  occurrences: Map<string, Decision>;
  /** Units that took another's place, in the order it was recorded. */
  passes: (DutyDecisionData['passed'] & { readonly seq: number })[];
  /** Nothing is asked for after this day. */
  ended?: { readonly lastDay: PlainDate; readonly seq: number };
}

interface Decision {
  moved?: { due: PlainDate; seq: number };
  excused?: number;
  handed?: { unit: string; seq: number };
  readonly tied: Map<string, number>;
}

/**
 * Duties in their order, each with its occurrences. Recomputing gives the same bytes. Whoever already
 * holds the acts that those events leave standing hands them on.
 */
export function foldOccurrences(
  events: readonly FoldEvent[],
  duties: readonly DutyFrame[],
  calendar: Calendar,
  options: AsOf,
  acts = foldActs(events, options.asOf),
): DutyInTime[] {
  const decided = foldDecisions(events, options.asOf);
  const byDuty = new Map<string, ActState[]>();
  for (const act of acts) {
    for (const duty of act.duties) {
      const own = byDuty.get(duty);
      if (own) own.push(act);
      else byDuty.set(duty, [act]);
    }
  }
  return duties.map((duty) => {
    const own = decided.get(duty.id);
    const planned = planOccurrences(duty, own?.cadences ?? [], calendar);
    const shares = share(planned, byDuty.get(duty.id) ?? [], own);
    return {
      duty: duty.id,
      cadence: cadenceOf(duty, own),
      every: rhythmOf(duty, own, options.today),
      targets: [...(own?.targets ?? [])]
        .map(([quantity, amount]) => ({ quantity: quantity as QuantityName, amount }))
        .sort((a, b) => (a.quantity < b.quantity ? -1 : 1)),
      occurrences: planned.map((one) => judge(one, duty, shares.get(one.key) ?? [], own, options)),
    };
  });
}

function cadenceOf(duty: DutyFrame, own: Decided | undefined): DutyInTime['cadence'] {
  if ((own?.cadences.length ?? 0) > 0) return 'coordinator';
  const isSet = duty.every !== null && duty.every !== 'often';
  return isSet || duty.dueOn !== null ? 'plan' : 'unset';
}

function rhythmOf(
  { every }: DutyFrame,
  own: Decided | undefined,
  today: PlainDate,
): DutyInTime['every'] {
  const set = own?.cadences.findLast(({ from }) => from <= today);
  if (set) return set.every;
  return every === 'often' ? null : every;
}

/** The decisions that stand, by duty: the last word on each matter counts. */
function foldDecisions(events: readonly FoldEvent[], asOf: string | null): Map<string, Decided> {
  const found = new Map<string, Decided>();
  for (const event of recordedBy(events, asOf)) {
    if (event.subject.type !== 'duty') continue;
    const own = found.get(event.subject.id) ?? {
      cadences: [],
      targets: new Map<string, number>(),
      occurrences: new Map<string, Decision>(),
      passes: [],
    };
    found.set(event.subject.id, own);
    if (event.kind === 'duty.cadence-set') {
      const { from, every } = event.data as unknown as DutyDecisionData['cadence-set'];
      // A cadence from an earlier or the same day replaces what was set for later.
      own.cadences = [...own.cadences.filter((one) => one.from < from), { from, every }];
    } else if (event.kind === 'duty.target-set') {
      const { quantity, amount } = event.data as unknown as DutyDecisionData['target-set'];
      if (amount === null) own.targets.delete(quantity);
      else own.targets.set(quantity, amount);
    } else if (event.kind === 'duty.passed') {
      const passed = event.data as unknown as DutyDecisionData['passed'];
      own.passes.push({ ...passed, seq: event.seq });
    } else if (event.kind === 'duty.ended') {
      const { lastDay } = event.data as unknown as DutyDecisionData['ended'];
      own.ended = { lastDay, seq: event.seq };
    } else if (event.kind.startsWith('occurrence.')) {
      decide(own, event);
    }
  }
  return found;
}

function decide(own: Decided, event: FoldEvent): void {
  const data = event.data as unknown as OccurrenceDecisionData;
  const { occurrence } = data;
  const before = own.occurrences.get(occurrence) ?? { tied: new Map<string, number>() };
  const seq = event.seq;
  const after: Decision =
    event.kind === 'occurrence.moved' && data.due
      ? { ...before, moved: { due: data.due, seq } }
      : event.kind === 'occurrence.excused'
        ? { ...before, excused: seq }
        : event.kind === 'occurrence.handed-over' && data.unit
          ? { ...before, handed: { unit: data.unit, seq } }
          : event.kind === 'occurrence.reinstated'
            ? { tied: before.tied }
            : before;
  if (event.kind === 'occurrence.tied' && data.act) after.tied.set(data.act, seq);
  if (event.kind === 'occurrence.untied' && data.act) after.tied.delete(data.act);
  own.occurrences.set(occurrence, after);
}

/** Which acts count for which occurrence: tied ones where they are tied, the others by their day. */
function share(
  planned: readonly PlannedOccurrence[],
  acts: readonly ActState[],
  own: Decided | undefined,
): Map<string, ActState[]> {
  const tied = new Map<string, string>();
  for (const [key, { tied: ids }] of own?.occurrences ?? []) {
    for (const id of ids.keys()) tied.set(id, key);
  }
  const shares = new Map<string, ActState[]>();
  for (const act of acts) {
    const key = tied.get(act.id) ?? byDay(planned, act.day)?.key;
    if (key) shares.set(key, [...(shares.get(key) ?? []), act]);
  }
  return shares;
}

/**
 * The occurrence an act of that day counts for: the one whose stretch holds the day. An act after a named
 * day, in no other stretch, counts late for the last that had passed.
 */
function byDay(
  planned: readonly PlannedOccurrence[],
  day: PlainDate,
): PlannedOccurrence | undefined {
  const within = planned.find(({ from, to }) => from <= day && day <= to);
  return within ?? planned.findLast(({ to, rule }) => to < day && rule === 'named-day');
}

function judge(
  planned: PlannedOccurrence,
  duty: DutyFrame,
  acts: readonly ActState[],
  own: Decided | undefined,
  { today }: AsOf,
): Occurrence {
  const decision = own?.occurrences.get(planned.key);
  const due = decision?.moved?.due ?? planned.due;
  const unproven = acts.filter((act) => act.evidence.length === 0).length;
  const enough = acts[planned.times - 1];
  // What was done before a unit gave way stays its own; the rest is its successor's.
  let unit = decision?.handed?.unit ?? duty.unit;
  const passes: Decided['passes'] = [];
  for (const pass of own?.passes ?? []) {
    if (pass.unit !== unit || (enough && enough.day < pass.from)) continue;
    unit = pass.to;
    passes.push(pass);
  }
  const ended = own?.ended && due > own.ended.lastDay ? own.ended : undefined;
  const late = enough !== undefined && enough.day > (due > planned.to ? due : planned.to);
  return {
    ...planned,
    due,
    unit,
    plannedDue: planned.due,
    state: stateOf({
      planned,
      due,
      done: enough !== undefined,
      unproven,
      decision,
      ended: ended !== undefined,
      today,
    }),
    late,
    actIds: acts.map(({ id }) => id),
    unproven,
    why: reasons(planned, due, acts, decision, passes, ended),
  };
}

function stateOf(at: {
  planned: PlannedOccurrence;
  due: PlainDate;
  done: boolean;
  unproven: number;
  decision: Decision | undefined;
  ended: boolean;
  today: PlainDate;
}): OccurrenceState {
  // Without a day or a rhythm one act doesn't settle a whole year: it runs on until the plan ends.
  const runsOn = at.planned.rule === 'end-of-plan' && at.today <= at.due && !at.ended;
  if (at.done && !runsOn) return at.unproven > 0 ? 'done' : 'evidenced';
  if (at.decision?.excused !== undefined) return 'excused';
  if (at.ended) return 'ended';
  if (at.today > at.due) return 'overdue';
  return at.today < at.planned.from ? 'coming' : 'open';
}

const DUE_RULES = {
  'last-working-day': 'occurrence.due-by-stretch',
  'named-day': 'occurrence.due-named',
  'end-of-plan': 'occurrence.due-end',
} as const;

function reasons(
  planned: PlannedOccurrence,
  due: PlainDate,
  acts: readonly ActState[],
  decision: Decision | undefined,
  passes: Decided['passes'],
  ended: Decided['ended'],
): Reason<OccurrenceRule>[] {
  const why: Reason<OccurrenceRule>[] = [
    { rule: DUE_RULES[planned.rule], on: planned.due, events: [] },
  ];
  if (decision?.moved) {
    why.push({ rule: 'occurrence.moved', on: decision.moved.due, events: [decision.moved.seq] });
  }
  if (decision?.handed) {
    const { unit, seq } = decision.handed;
    why.push({ rule: 'occurrence.handed-over', on: due, unit, events: [seq] });
  }
  if (decision?.excused !== undefined) {
    why.push({ rule: 'occurrence.excused', on: due, events: [decision.excused] });
  }
  for (const { to, from, seq } of passes) {
    why.push({ rule: 'occurrence.passed', on: from, unit: to, events: [seq] });
  }
  if (ended) why.push({ rule: 'occurrence.ended', on: ended.lastDay, events: [ended.seq] });
  for (const act of acts) {
    const tied = decision?.tied.get(act.id);
    const last = due > planned.to ? due : planned.to;
    const rule =
      tied !== undefined
        ? 'occurrence.act-tied'
        : act.day > last
          ? 'occurrence.act-late'
          : 'occurrence.act-in-time';
    const events = tied === undefined ? act.events : [...act.events, tied];
    why.push({ rule, on: act.day, unit: act.unit, act: act.id, events });
    if (act.evidence.length === 0) {
      why.push({ rule: 'occurrence.act-unevidenced', on: act.day, act: act.id, events: [] });
    }
  }
  return why;
}

/** Days until an occurrence is due, negative once it is past. */
export function daysLeft({ due }: Pick<Occurrence, 'due'>, today: PlainDate): number {
  return daysBetween(today, due);
}
