// What stood after one event: acts of the plans, cells of their matrices, occurrences of their duties.
// Judged on the report's last day, or today while the period still runs.
import {
  foldActs,
  foldCoverage,
  foldOccurrences,
  type ActKinds,
  type FoldEvent,
  type PlanFrame,
} from '#lib/plans/index.ts';
import type { Calendar, PlainDate } from '#lib/vietnam/index.ts';
import type { ReportPeriod } from '../period.ts';
import type { ReportSource } from './resolve.ts';

export interface History {
  readonly events: readonly FoldEvent[];
  readonly plans: readonly { readonly id: string; readonly frame: PlanFrame }[];
  readonly duties: Parameters<typeof foldOccurrences>[1];
  readonly calendar: Calendar;
  readonly kinds: ActKinds;
}

/** The source as of event `seq`; an act that serves several plans stands in it once. */
export function sourceAt(
  { events, plans, duties, calendar, kinds }: History,
  period: ReportPeriod,
  seq: number,
  today: PlainDate,
): ReportSource {
  const known = events.filter((event) => event.seq <= seq);
  const on = today < period.to ? today : period.to;
  const at = { asOf: null, today: on };
  const topics = new Set(plans.flatMap(({ frame }) => frame.topics));
  const dutyIds = new Set(duties.map(({ id }) => id));
  const acts = foldActs(known, null).filter(
    (act) =>
      plans.length === 0 ||
      act.topics.some((id) => topics.has(id)) ||
      act.duties.some((id) => dutyIds.has(id)),
  );
  const cells = plans.flatMap(({ id, frame }) =>
    foldCoverage(known, frame, at).cells.map((cell) => ({ ...cell, plan: id })),
  );
  const occurrences = foldOccurrences(known, duties, calendar, at).flatMap((duty) =>
    duty.occurrences.map((one) => ({ ...one, duty: duty.duty })),
  );
  return { acts, kinds, period, cells, occurrences };
}
