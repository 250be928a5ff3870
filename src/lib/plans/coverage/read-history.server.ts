// What reports fold: the events of acts, schedules and duties with the frames of the plans they serve,
// in one reading, so that figures of several plans and of an earlier moment come from the same events.
import { readEvents, type Tx } from '#lib/platform/index.server.ts';
import type { Calendar } from '#lib/vietnam/index.ts';
import { COVERAGE_EVENTS } from '../events.ts';
import { DECISION_EVENTS } from '../occurrences/fold-occurrences.ts';
import {
  dutyCalendar,
  readDuties,
  type NamedDuty,
} from '../occurrences/read-occurrences.server.ts';
import { requireCan } from '../permissions.ts';
import type { FoldEvent } from './fold-acts.ts';
import { readNamedPlan, type NamedPlan } from './read-frame.server.ts';

export interface PlanHistory {
  /** In the order they were recorded. */
  readonly events: readonly FoldEvent[];
  readonly plans: readonly NamedPlan[];
  readonly duties: readonly NamedDuty[];
  readonly calendar: Calendar;
}

/** The history of these plans. @throws LoaError `access.*`, `record.not-found` */
export async function readPlanHistory(tx: Tx, planIds: readonly string[]): Promise<PlanHistory> {
  requireCan(tx.actor, 'coverage.see', {});
  const plans = [];
  for (const id of planIds) plans.push(await readNamedPlan(tx, id));
  return {
    events: await readEvents(tx, { kinds: [...COVERAGE_EVENTS, ...DECISION_EVENTS] }),
    plans,
    duties: (await readDuties(tx)).filter(({ plan }) => planIds.includes(plan.id)),
    calendar: await dutyCalendar(tx),
  };
}
