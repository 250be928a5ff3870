// A plan while it is written in Loa: begun from a plan in force, with everything that doesn't carry over by
// itself as a point that a person settles. Plain data; the same shape is kept, one revision after another.
import type { PaperSetting } from '#lib/documents/index.ts';
import type { Draft } from '../drafts/draft.ts';

/** Words or a day that were moved to the new year. */
export interface MovedPoint {
  /** Key of the clause; `title` for the plan's own. */
  readonly key: string;
  readonly before: string;
  readonly dueBefore: string | null;
  readonly settled: boolean;
}

export interface Basis {
  readonly key: string;
  readonly text: string;
  /** What the register knows against it, or that it doesn't know it; null where it holds. */
  readonly doubt: string | null;
  readonly dropped: boolean;
  readonly settled: boolean;
}

/** A unit that isn't called, or doesn't exist, as the plan has it. */
export interface UnitPoint {
  /** Key of the assignment. */
  readonly key: string;
  readonly before: string;
  /** What it is called today, or which unit took its place; null where none did. */
  readonly now: string | null;
  /** It gives way to another, or to none; otherwise it is only called something else. */
  readonly isOver: boolean;
  /** Its last day, where that was written down. */
  readonly endedOn: string | null;
  readonly settled: boolean;
}

/** A duty of the plan before of which something was due and not done. */
export interface OwedDuty {
  readonly dutyId: string;
  readonly unit: string;
  readonly text: string;
  /** The occurrences nobody did, in words: "Quý II/2023, hạn 30/06/2023". */
  readonly open: readonly string[];
  /** Key of the clause it became; empty where it was left behind, null while nobody has decided. */
  readonly takenAs: string | null;
}

export interface Composition {
  /** The year it is for. */
  readonly year: number;
  readonly draft: Draft;
  readonly moved: readonly MovedPoint[];
  readonly bases: readonly Basis[];
  readonly units: readonly UnitPoint[];
  readonly owed: readonly OwedDuty[];
  /** Recipients and signatory, where a person chose others than the plan's units and the chairman. */
  readonly paper: PaperSetting | null;
}

export interface OpenPoints {
  readonly moved: number;
  readonly bases: number;
  readonly units: number;
  readonly owed: number;
  readonly all: number;
}

/** What still waits for a person. */
export function openPoints({ moved, bases, units, owed }: Composition): OpenPoints {
  const open = {
    moved: moved.filter(({ settled }) => !settled).length,
    bases: bases.filter(({ settled }) => !settled).length,
    units: units.filter(({ settled }) => !settled).length,
    owed: owed.filter(({ takenAs }) => takenAs === null).length,
  };
  return { ...open, all: open.moved + open.bases + open.units + open.owed };
}
