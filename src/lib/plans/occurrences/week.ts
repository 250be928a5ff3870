// A week of the office: what falls due in it and in the next, unit by unit, and what is late by then.
import { addDays, type PlainDate } from '#lib/vietnam/index.ts';
import type { Occurrence } from './fold-occurrences.ts';
import { spellOf } from './spells.ts';

export interface Week {
  /** Monday and Sunday. */
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface UnitWeek<One> {
  readonly unit: string;
  readonly items: readonly One[];
}

export interface WeekView<One> {
  readonly week: Week;
  /** Due within the week, done or not. */
  readonly due: readonly UnitWeek<One>[];
  /** Overdue and due before the week. */
  readonly late: readonly UnitWeek<One>[];
  readonly next: readonly UnitWeek<One>[];
}

/** The week a day lies in. */
export function weekOf(day: PlainDate): Week {
  const { from, to } = spellOf('week', day);
  return { from, to };
}

/** What a week asks for. Occurrences let off or ended are owed by nobody. */
export function foldWeek<One extends Pick<Occurrence, 'unit' | 'due' | 'state'>>(
  occurrences: readonly One[],
  week: Week,
): WeekView<One> {
  const owed = occurrences.filter(({ state }) => state !== 'excused' && state !== 'ended');
  const after = weekOf(addDays(week.to, 1));
  return {
    week,
    due: byUnit(owed.filter(({ due }) => week.from <= due && due <= week.to)),
    late: byUnit(owed.filter(({ due, state }) => due < week.from && state === 'overdue')),
    next: byUnit(owed.filter(({ due }) => after.from <= due && due <= after.to)),
  };
}

function byUnit<One extends Pick<Occurrence, 'unit' | 'due'>>(
  occurrences: readonly One[],
): UnitWeek<One>[] {
  const sorted = [...occurrences].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return [...Map.groupBy(sorted, ({ unit }) => unit)].map(([unit, items]) => ({ unit, items }));
}
