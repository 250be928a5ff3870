// Duties × units and villages × channels of a plan as pages read them: the folds with the names they need.
import type { Tx } from '#lib/platform/index.server.ts';
import type { MonthKey } from '#lib/vietnam/index.ts';
import { monthEnd, monthStart } from '#lib/vietnam/index.ts';
import {
  listDutiesInTime,
  type DutyReading,
  type NamedDuty,
} from '../occurrences/read-occurrences.server.ts';
import { requireCan } from '../permissions.ts';
import { foldDutyCells, type DutyCell } from './fold-duties.ts';
import {
  foldVillageCells,
  foldVillageGaps,
  type VillageCell,
  type VillageGap,
} from './fold-villages.ts';
import { getCoverage, type CoverageReading } from './read-coverage.server.ts';

export interface MatrixOptions {
  /** Only what was recorded by then, ISO UTC, judged on that day in Vietnam. */
  readonly asOf?: string;
  /** First and last month counted. */
  readonly months: { readonly from: MonthKey; readonly to: MonthKey };
}

export interface NamedDutyCell extends DutyCell {
  readonly about: NamedDuty;
  /** The unit that answers, as it was called. */
  readonly unitName: string;
  /** Taken over from the unit the plan names. */
  readonly handedOver: boolean;
}

/** What of each duty came due in those months, for whom. @throws LoaError `access.*` */
export async function getDutyCoverage(
  tx: Tx,
  planId: string,
  { asOf, months }: MatrixOptions,
): Promise<NamedDutyCell[]> {
  requireCan(tx.actor, 'coverage.see', {});
  const read: DutyReading[] = await listDutiesInTime(tx, { planId, ...(asOf && { asOf }) });
  const names = new Map(
    (await tx.db.selectFrom('unit').select(['id', 'name']).execute()).map((unit) => [
      unit.id,
      unit.name,
    ]),
  );
  const about = new Map(read.map((one) => [one.duty, one.about]));
  const days = { from: monthStart(months.from), to: monthEnd(months.to) };
  return foldDutyCells(read, days).flatMap((cell) => {
    const duty = about.get(cell.duty);
    if (!duty) return [];
    return {
      ...cell,
      about: duty,
      unitName: names.get(cell.unit) ?? '',
      handedOver: cell.unit !== duty.unit,
    };
  });
}

export interface VillageCoverage {
  readonly plan: CoverageReading['plan'];
  readonly villages: readonly { readonly id: string; readonly name: string }[];
  readonly cells: readonly VillageCell[];
  readonly gaps: readonly VillageGap[];
}

/** Where acts that serve the plan took place in those months. @throws LoaError `access.*` */
export async function getVillageCoverage(
  tx: Tx,
  planId: string,
  { asOf, months }: MatrixOptions,
): Promise<VillageCoverage> {
  const { plan, acts } = await getCoverage(tx, planId, { ...(asOf && { asOf }) });
  const counted = acts.filter(({ month }) => months.from <= month && month <= months.to);
  const cells = foldVillageCells(counted);
  const last = monthEnd(months.to);
  const villages = await tx.db
    .selectFrom('village')
    .select(['id', 'name', 'valid_from', 'valid_to'])
    .orderBy('slug')
    .execute();
  // A village that was merged before the months asked for stays only where something happened in it.
  const shown = villages.filter(
    ({ id, valid_from, valid_to }) =>
      cells.some(({ village }) => village === id) ||
      ((valid_from === null || valid_from <= last) &&
        (valid_to === null || valid_to > monthStart(months.from))),
  );
  return {
    plan,
    villages: shown.map(({ id, name }) => ({ id, name })),
    cells,
    gaps: foldVillageGaps(
      cells,
      shown.filter(({ valid_to }) => valid_to === null || valid_to > last).map(({ id }) => id),
    ),
  };
}
