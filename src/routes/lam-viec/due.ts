// An occurrence as the first page of the desk lists it.
import type { OccurrenceState } from '#lib/plans/index.ts';

export interface DueView {
  readonly dutyId: string;
  readonly key: string;
  readonly text: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly due: string;
  readonly left: string;
  readonly state: OccurrenceState;
  /** The last day the unit was reminded of it; '' where it wasn't. */
  readonly remindedOn: string;
}
