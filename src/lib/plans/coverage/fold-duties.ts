// Duties × units: what of each duty came due, for the unit that answers for it. Occurrences handed over
// stand with the unit that took them. Every figure is the list it counts.
import type { PlainDate } from '#lib/vietnam/index.ts';
import type { DutyInTime, Occurrence } from '../occurrences/fold-occurrences.ts';

/** What can be opened of a cell, in the order of its columns. */
export const DUTY_FIGURES = ['planned', 'done', 'evidenced', 'overdue', 'excused'] as const;
export type DutyFigure = (typeof DUTY_FIGURES)[number];

export interface DutyCell {
  readonly duty: string;
  /** The unit that answers for the occurrences of this cell. */
  readonly unit: string;
  /**
   * Keys of occurrences, the soonest due first. `planned` is all that fall due within the days asked for,
   * those let off or ended left out; `done` counts those with and without evidence.
   */
  readonly figures: Readonly<Record<DutyFigure, readonly string[]>>;
}

export interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Cells with at least one occurrence due within the days, in the duties' order. */
export function foldDutyCells(duties: readonly DutyInTime[], days: Days): DutyCell[] {
  return duties.flatMap(({ duty, occurrences }) => {
    const due = occurrences.filter((one) => days.from <= one.due && one.due <= days.to);
    return [...Map.groupBy(due, ({ unit }) => unit)].map(([unit, own]) => ({
      duty,
      unit,
      figures: {
        planned: keysOf(own, 'planned'),
        done: keysOf(own, 'done'),
        evidenced: keysOf(own, 'evidenced'),
        overdue: keysOf(own, 'overdue'),
        excused: keysOf(own, 'excused'),
      },
    }));
  });
}

/** Whether an occurrence is one of those a figure counts. */
export function countsFor(figure: DutyFigure, { state }: Pick<Occurrence, 'state'>): boolean {
  if (figure === 'planned') return state !== 'excused' && state !== 'ended';
  if (figure === 'excused') return state === 'excused' || state === 'ended';
  if (figure === 'done') return state === 'done' || state === 'evidenced';
  return state === figure;
}

function keysOf(occurrences: readonly Occurrence[], figure: DutyFigure): string[] {
  return occurrences.filter((one) => countsFor(figure, one)).map(({ key }) => key);
}
