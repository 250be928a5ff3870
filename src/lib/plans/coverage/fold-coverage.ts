// The coverage matrix: topic × channel × month, folded from events (ruling 14). A cell is planned only
// where the coordinator scheduled a unit for it; a plan's text alone plans nothing.
import { monthEnd, monthOf, monthRange, toMonthKey, type MonthKey } from '#lib/vietnam/index.ts';
import type { ScheduleData } from '../events.ts';
import { foldActs, recordedBy, type ActState, type FoldEvent } from './fold-acts.ts';
import type { AsOf, PlanFrame } from './frame.ts';
import type { CellRule, Reason } from './reason.ts';

/** From "nobody scheduled it" to "done and proven"; `missing` is scheduled, past and not done. */
export const CELL_STATES = ['unset', 'scheduled', 'done', 'evidenced', 'missing'] as const;
export type CellState = (typeof CELL_STATES)[number];

export interface CoverageCell {
  readonly topic: string;
  readonly channel: string;
  readonly month: MonthKey;
  readonly state: CellState;
  /** Every act of the cell, whoever did it, by day. */
  readonly actIds: readonly string[];
  readonly scheduledUnits: readonly string[];
  readonly why: readonly Reason<CellRule>[];
}

export interface Coverage {
  readonly planId: string;
  readonly asOf: string | null;
  readonly today: string;
  readonly months: readonly MonthKey[];
  /** Cells with something in them; every other one is `unset` (see `cellAt`). */
  readonly cells: readonly CoverageCell[];
}

interface Draft {
  readonly acts: ActState[];
  /** Unit → sequence number of the scheduling that stands. */
  readonly units: Map<string, number>;
}

/** The matrix; whoever already holds the acts that those events leave standing hands them on. */
export function foldCoverage(
  events: readonly FoldEvent[],
  frame: PlanFrame,
  options: AsOf,
  acts = foldActs(events, options.asOf),
): Coverage {
  const drafts = new Map<string, Draft>();
  for (const act of acts) place(drafts, act, frame);
  for (const event of recordedBy(events, options.asOf)) schedule(drafts, event, frame);
  const months = monthRange(monthOf(frame.period.from), monthOf(frame.period.to));
  const cells: CoverageCell[] = [];
  for (const topic of frame.topics) {
    for (const channel of frame.channels) {
      for (const month of months) {
        const draft = drafts.get(keyOf(topic, channel, month));
        if (draft && (draft.acts.length > 0 || draft.units.size > 0)) {
          cells.push(judge({ topic, channel, month }, draft, options));
        }
      }
    }
  }
  return { planId: frame.planId, asOf: options.asOf, today: options.today, months, cells };
}

/** The cell at a place; an empty one is `unset` and says so. */
export function cellAt(
  coverage: Coverage,
  topic: string,
  channel: string,
  month: MonthKey,
): CoverageCell {
  const found = coverage.cells.find(
    (cell) => cell.topic === topic && cell.channel === channel && cell.month === month,
  );
  if (found) return found;
  const why = [{ rule: 'cell.unset' as const, on: monthEnd(month), events: [] }];
  return { topic, channel, month, state: 'unset', actIds: [], scheduledUnits: [], why };
}

function place(drafts: Map<string, Draft>, act: ActState, frame: PlanFrame): void {
  for (const topic of act.topics) {
    if (frame.topics.includes(topic)) {
      draftAt(drafts, keyOf(topic, act.channel, act.month)).acts.push(act);
    }
  }
}

function schedule(drafts: Map<string, Draft>, event: FoldEvent, frame: PlanFrame): void {
  if (event.kind !== 'coverage.scheduled' && event.kind !== 'coverage.unscheduled') return;
  if (event.subject.id !== frame.planId) return;
  const data = event.data as unknown as ScheduleData;
  const draft = draftAt(drafts, keyOf(data.topic, data.channel, toMonthKey(data.month)));
  if (event.kind === 'coverage.scheduled') draft.units.set(data.unit, event.seq);
  else draft.units.delete(data.unit);
}

type Place = Pick<CoverageCell, 'topic' | 'channel' | 'month'>;

function judge(at: Place, { acts, units }: Draft, { today }: AsOf): CoverageCell {
  const end = monthEnd(at.month);
  const past = end < today;
  const scheduledUnits = [...units.keys()].sort();
  const why: Reason<CellRule>[] = [];
  let missing = false;
  let waiting = false;
  for (const unit of scheduledUnits) {
    const own = acts.filter((act) => act.unit === unit);
    const events = [units.get(unit) ?? 0, ...own.flatMap((act) => act.events)];
    if (own.length > 0) why.push({ rule: 'cell.unit-done', on: end, unit, events });
    else if (past) why.push({ rule: 'cell.unit-missing', on: end, unit, events });
    else why.push({ rule: 'cell.unit-scheduled', on: end, unit, events });
    missing ||= own.length === 0 && past;
    waiting ||= own.length === 0 && !past;
  }
  for (const act of acts) {
    const rule = act.evidence.length > 0 ? 'cell.act-counted' : 'cell.act-unevidenced';
    why.push({ rule, on: act.day, unit: act.unit, act: act.id, events: act.events });
  }
  const proven = acts.every((act) => act.evidence.length > 0);
  const state = stateOf(missing, waiting, proven);
  return { ...at, state, actIds: acts.map((act) => act.id), scheduledUnits, why };
}

/** The slowest scheduled unit decides: a gap doesn't hide behind another unit's work. */
function stateOf(missing: boolean, waiting: boolean, proven: boolean): CellState {
  if (missing) return 'missing';
  if (waiting) return 'scheduled';
  return proven ? 'evidenced' : 'done';
}

function draftAt(drafts: Map<string, Draft>, key: string): Draft {
  const known = drafts.get(key);
  if (known) return known;
  const made: Draft = { acts: [], units: new Map() };
  drafts.set(key, made);
  return made;
}

function keyOf(topic: string, channel: string, month: MonthKey): string {
  return `${topic} ${channel} ${month}`;
}
