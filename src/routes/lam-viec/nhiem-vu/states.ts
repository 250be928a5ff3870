// How states of occurrences are drawn, with the shapes the desk uses everywhere.
import type { OccurrenceState } from '#lib/plans/index.ts';
import type { State } from '#lib/ui/index.ts';

export const MARKS: Readonly<Record<OccurrenceState, State>> = {
  coming: 'unset',
  open: 'planned',
  overdue: 'missing',
  done: 'done',
  evidenced: 'evidenced',
  excused: 'unset',
  ended: 'unset',
};
