// A unit's page: its duties with their sentences, and for each what was done and what is still unproven.
// Figures are counted where the acts lie and equal the fold over events.
import { listUnitLinks, type Tx } from '#lib/platform/index.server.ts';
import { platformError, predecessorsOf } from '#lib/platform/index.ts';
import { requireCan } from '../permissions.ts';
import { listNewestActs, type ActSummary } from './list-acts.server.ts';
import { NO_PROGRESS, progressByDuty, progressByUnit, type Progress } from './progress.server.ts';

export interface UnitDuty extends Progress {
  readonly id: string;
  /** The sentence of the plan. */
  readonly text: string;
  readonly dueOn: string | null;
  readonly dueText: string | null;
  readonly plan: { readonly id: string; readonly slug: string; readonly title: string };
}

export interface UnitSummary extends Progress {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly isLead: boolean;
  readonly duties: number;
  /** Duties for which nothing was done so far. */
  readonly idleDuties: number;
}

export interface UnitPage {
  readonly unit: UnitSummary;
  readonly duties: readonly UnitDuty[];
  readonly recent: readonly ActSummary[];
  readonly unproven: readonly ActSummary[];
}

const SHOWN = 10;

/** Every unit of the office in its order. @throws LoaError `access.*` */
export async function listUnitProgress(tx: Tx): Promise<UnitSummary[]> {
  requireCan(tx.actor, 'act.see', {});
  const byUnit = await progressByUnit(tx);
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'name', 'slug'])
    .orderBy('position')
    .execute();
  const duties = await selectDuties(tx).execute();
  const byDuty = await progressByDuty(
    tx,
    duties.map((duty) => duty.id),
  );
  const links = await listUnitLinks(tx);
  return units.map((unit) =>
    summarise(
      unit,
      byUnit.get(unit.id),
      byDuty,
      dutiesOf([unit.id, ...predecessorsOf(links, unit.id)], duties),
    ),
  );
}

/** @throws LoaError `access.*`, `record.not-found` */
export async function getUnitPage(tx: Tx, slug: string): Promise<UnitPage> {
  requireCan(tx.actor, 'act.see', {});
  const unit = await tx.db
    .selectFrom('unit')
    .select(['id', 'name', 'slug'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!unit) throw platformError('record.not-found', { what: 'đơn vị này' });
  const byUnit = await progressByUnit(tx, unit.id);
  const line = [unit.id, ...predecessorsOf(await listUnitLinks(tx), unit.id)];
  const duties = await selectDuties(tx).where('duty.unit_id', 'in', line).execute();
  const byDuty = await progressByDuty(
    tx,
    duties.map((duty) => duty.id),
  );
  return {
    unit: summarise(unit, byUnit.get(unit.id), byDuty, duties),
    duties: duties.map((duty) => ({
      id: duty.id,
      text: duty.text,
      dueOn: duty.due_on,
      dueText: duty.due_text,
      plan: { id: duty.plan_id, slug: duty.plan_slug, title: duty.plan_title },
      ...(byDuty.get(duty.id) ?? NO_PROGRESS),
    })),
    recent: await listNewestActs(tx, { unitId: unit.id }, SHOWN),
    unproven: await listNewestActs(tx, { unitId: unit.id, evidence: 'none' }, SHOWN),
  };
}

function selectDuties(tx: Tx) {
  return tx.db
    .selectFrom('duty')
    .innerJoin('plan', (join) =>
      join.onRef('plan.commune_id', '=', 'duty.commune_id').onRef('plan.id', '=', 'duty.plan_id'),
    )
    .innerJoin('plan_assignment', (join) =>
      join
        .onRef('plan_assignment.commune_id', '=', 'duty.commune_id')
        .onRef('plan_assignment.id', '=', 'duty.assignment_id'),
    )
    .select([
      'duty.id',
      'duty.unit_id',
      'duty.text',
      'duty.due_on',
      'duty.due_text',
      'duty.plan_id',
      'plan.slug as plan_slug',
      'plan.title as plan_title',
      'plan_assignment.is_lead',
    ])
    .where('plan.status', '=', 'confirmed')
    .orderBy('plan.period_from', 'desc')
    .orderBy('plan_assignment.position')
    .orderBy('duty.position');
}

type DutyRow = Awaited<ReturnType<ReturnType<typeof selectDuties>['execute']>>[number];

/** Duties given to one of a line of units that followed one another. */
function dutiesOf(line: readonly string[], duties: readonly DutyRow[]): DutyRow[] {
  return duties.filter((duty) => line.includes(duty.unit_id));
}

function summarise(
  unit: { id: string; name: string; slug: string },
  done: Progress | undefined,
  byDuty: ReadonlyMap<string, Progress>,
  own: readonly DutyRow[],
): UnitSummary {
  return {
    ...unit,
    isLead: own.some((duty) => duty.is_lead),
    duties: own.length,
    idleDuties: own.filter((duty) => !byDuty.has(duty.id)).length,
    ...(done ?? NO_PROGRESS),
  };
}
