// The figures of a period as they are stored when it is closed: counts of its acts, the cells of every
// plan in force, and the adjustments of earlier closed periods. Pure: the same events give the same bytes.
import type { ActKinds } from '../acts/kinds.ts';
import { monthOf, monthRange, type PlainDate } from '#lib/vietnam/index.ts';
import { foldAdjustments, type Adjustment, type Closing } from './adjustments.ts';
import { findTotal, foldCounts, type Count, type Grouping } from './counts.ts';
import { foldActs, type FoldEvent } from './fold-acts.ts';
import { foldCoverage, type CellState } from './fold-coverage.ts';
import type { PlanFrame } from './frame.ts';
import { holdsDay, type WorkPeriod } from './period.ts';

/** Raised when a rule of counting changes, so that stored figures say which one made them. */
export const RULE_VERSION = 1;

export type StoredCount = Omit<Count, 'actIds'>;

export interface ClosedCell {
  readonly plan: string;
  readonly topic: string;
  readonly channel: string;
  readonly month: string;
  readonly state: CellState;
  readonly acts: number;
}

export interface PeriodFigures {
  readonly rule: number;
  readonly from: string;
  readonly to: string;
  /** Each act once, however many plans it serves; null when there was none: "không phát sinh". */
  readonly total: StoredCount | null;
  readonly byKind: readonly StoredCount[];
  readonly byChannel: readonly StoredCount[];
  readonly byUnit: readonly StoredCount[];
  readonly byTopic: readonly StoredCount[];
  readonly byMonth: readonly StoredCount[];
  readonly cells: readonly ClosedCell[];
  /** Of periods closed before, recorded within this one. */
  readonly adjustments: readonly Adjustment[];
}

export interface FigureSources {
  /** Recorded by the moment of closing. */
  readonly events: readonly FoldEvent[];
  readonly frames: readonly PlanFrame[];
  readonly kinds: ActKinds;
  /** Earlier closings that stand. */
  readonly closings: readonly Closing[];
  readonly today: PlainDate;
}

/** The figures of a period from what was recorded. */
export function foldFigures(
  period: Pick<WorkPeriod, 'from' | 'to'>,
  { events, frames, kinds, closings, today }: FigureSources,
): PeriodFigures {
  const acts = foldActs(events, null).filter((act) => holdsDay(period, act.day));
  const counts = (by: Grouping) => foldCounts(acts, kinds, by).map(withoutIds);
  const total = findTotal(acts, kinds);
  const months: readonly string[] = monthRange(monthOf(period.from), monthOf(period.to));
  const cells = frames.flatMap((frame) =>
    foldCoverage(events, frame, { asOf: null, today })
      .cells.filter((cell) => months.includes(cell.month))
      .map(({ topic, channel, month, state, actIds }) => ({
        plan: frame.planId,
        topic,
        channel,
        month,
        state,
        acts: actIds.length,
      })),
  );
  const adjustments = closings
    .filter((closing) => closing.period.to < period.from)
    .flatMap((closing) => foldAdjustments(events, closing))
    .filter((adjustment) => holdsDay(period, adjustment.on));
  return {
    rule: RULE_VERSION,
    from: period.from,
    to: period.to,
    total: total ? withoutIds(total) : null,
    byKind: counts('kind'),
    byChannel: counts('channel'),
    byUnit: counts('unit'),
    byTopic: counts('topic'),
    byMonth: counts('month'),
    cells,
    adjustments: onlyOnce(adjustments),
  };
}

/** A month and its quarter closed apart must not adjust twice. */
function onlyOnce(adjustments: readonly Adjustment[]): Adjustment[] {
  return [...new Map(adjustments.map((one) => [one.act, one])).values()];
}

function withoutIds({ actIds: _ids, ...count }: Count): StoredCount {
  return count;
}
