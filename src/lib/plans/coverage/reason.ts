// Why a figure is what it is: the rule, the day it was applied on, and the data it rests on. Codes and
// ids only; `explain.ts` says them in words.
import type { PlainDate } from '#lib/vietnam/index.ts';

/** Rules of the coverage matrix, one per thing that can be said about a cell (ruling 14). */
export const CELL_RULES = [
  'cell.unset',
  'cell.unit-scheduled',
  'cell.unit-missing',
  'cell.unit-done',
  'cell.act-counted',
  'cell.act-unevidenced',
] as const;
export type CellRule = (typeof CELL_RULES)[number];

export interface Reason<Rule extends string = string> {
  readonly rule: Rule;
  /** The day that decided: of the act, the month's last, or the day judged on. */
  readonly on: PlainDate;
  readonly unit?: string;
  readonly act?: string;
  /** Sequence numbers of the events behind it. */
  readonly events: readonly number[];
}
