// Several months of one topic and channel looked at together.
import type { MonthKey } from '#lib/vietnam/index.ts';
import type { CellState, Coverage, CoverageCell } from './fold-coverage.ts';

/** What a reader must see first: a gap, then work to come, then work unproven. */
const URGENCY: readonly CellState[] = ['missing', 'scheduled', 'done', 'evidenced', 'unset'];

export function mostUrgent(states: readonly CellState[]): CellState {
  return URGENCY.find((state) => states.includes(state)) ?? 'unset';
}

export interface RangeCell {
  readonly state: CellState;
  /** Months of the range in each state that occurs, `unset` left out. */
  readonly months: Readonly<Partial<Record<CellState, number>>>;
  /** Acts of the range, each once. */
  readonly acts: number;
}

/** Cells of a range of months by `topic channel`; a pair without any is left out. */
export function foldRange(
  coverage: Coverage,
  months: readonly MonthKey[],
): ReadonlyMap<string, RangeCell> {
  const groups = new Map<string, CoverageCell[]>();
  for (const cell of coverage.cells) {
    if (!months.includes(cell.month)) continue;
    const key = rangeKey(cell.topic, cell.channel);
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return new Map([...groups].map(([key, cells]) => [key, summarise(cells)]));
}

export function rangeKey(topic: string, channel: string): string {
  return `${topic} ${channel}`;
}

function summarise(cells: readonly CoverageCell[]): RangeCell {
  const months: Partial<Record<CellState, number>> = {};
  for (const { state } of cells) months[state] = (months[state] ?? 0) + 1;
  return {
    state: mostUrgent(cells.map((cell) => cell.state)),
    months,
    acts: new Set(cells.flatMap((cell) => cell.actIds)).size,
  };
}
