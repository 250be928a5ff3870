// How each unit keeps its days, for the leader's page: who is late, and who did everything in time.
import type { PlainDate } from '#lib/vietnam/index.ts';
import type { Occurrence } from '../occurrences/fold-occurrences.ts';

export interface UnitStanding {
  readonly id: string;
  readonly name: string;
  /** Occurrences past their day with nothing done. */
  readonly overdue: number;
  /** Came due and were done in time. */
  readonly kept: number;
  /** Done, but after their day. */
  readonly late: number;
}

/** Units in the order in which their first occurrence falls due. */
export function standingOfUnits(
  occurrences: readonly (Pick<Occurrence, 'unit' | 'state' | 'due' | 'late'> & {
    readonly answersFor: string;
  })[],
  today: PlainDate,
): UnitStanding[] {
  const units = new Map<string, UnitStanding>();
  for (const { unit, answersFor, state, due, late } of occurrences) {
    const row = units.get(unit) ?? { id: unit, name: answersFor, overdue: 0, kept: 0, late: 0 };
    const done = state === 'done' || state === 'evidenced';
    units.set(unit, {
      ...row,
      overdue: row.overdue + (state === 'overdue' ? 1 : 0),
      kept: row.kept + (done && !late && due <= today ? 1 : 0),
      late: row.late + (done && late ? 1 : 0),
    });
  }
  return [...units.values()];
}

/** Everything that came due was done in time. */
export function keptEveryDay({ overdue, kept, late }: UnitStanding): boolean {
  return kept > 0 && overdue === 0 && late === 0;
}

/** Units with something overdue, those with most first. */
export function latestFirst(units: readonly UnitStanding[]): UnitStanding[] {
  return units.filter(({ overdue }) => overdue > 0).sort((a, b) => b.overdue - a.overdue);
}
