// What the entry form offers: topics and duties of the plans in force, the units one may report for, and
// what a unit usually ticks for a kind.
import { listUnitLinks, type Tx } from '#lib/platform/index.server.ts';
import { predecessorsOf } from '#lib/platform/index.ts';
import { can, requireCan } from '../permissions.ts';

export interface EntryForm {
  readonly plans: readonly {
    readonly id: string;
    readonly title: string;
    readonly topics: readonly { id: string; number: string | null; label: string }[];
  }[];
  /** Units the person may report for, with the duties they were given or took over. */
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly duties: readonly { id: string; text: string }[];
  }[];
  readonly villages: readonly { readonly id: string; readonly name: string }[];
}

export async function getEntryForm(tx: Tx): Promise<EntryForm> {
  requireCan(tx.actor, 'act.see', {});
  const plans = await tx.db
    .selectFrom('plan')
    .select(['id', 'title'])
    .where('status', '=', 'confirmed')
    .orderBy('period_from', 'desc')
    .execute();
  const topics = await tx.db
    .selectFrom('plan_topic')
    .select(['id', 'plan_id', 'number', 'label'])
    .orderBy('position')
    .execute();
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', tx.today)]))
    .orderBy('position')
    .execute();
  const duties = await tx.db
    .selectFrom('duty')
    .select(['id', 'plan_id', 'unit_id', 'text'])
    .orderBy('assignment_id')
    .orderBy('position')
    .execute();
  const villages = await tx.db
    .selectFrom('village')
    .select(['id', 'name'])
    .orderBy('slug')
    .execute();
  const links = await listUnitLinks(tx);
  const running = new Set(plans.map((plan) => plan.id));
  return {
    plans: plans.map((plan) => ({
      ...plan,
      topics: topics
        .filter((topic) => topic.plan_id === plan.id)
        .map(({ plan_id: _plan, ...topic }) => topic),
    })),
    units: units
      .filter((unit) => can(tx.actor, 'act.record', { unitId: unit.id }))
      .map((unit) => {
        const line = [unit.id, ...predecessorsOf(links, unit.id)];
        const own = duties.filter(
          (duty) => line.includes(duty.unit_id) && running.has(duty.plan_id),
        );
        return { ...unit, duties: own.map(({ id, text }) => ({ id, text })) };
      }),
    villages,
  };
}

/** The duty a unit most often fulfilled with acts of this kind; the latest of equals. */
export async function suggestDuty(
  tx: Tx,
  unitId: string,
  kind: string,
): Promise<string | undefined> {
  requireCan(tx.actor, 'act.see', {});
  const best = await tx.db
    .selectFrom('act')
    .innerJoin('act_duty', (join) =>
      join
        .onRef('act_duty.commune_id', '=', 'act.commune_id')
        .onRef('act_duty.act_id', '=', 'act.id'),
    )
    .select('act_duty.duty_id')
    .where('act.unit_id', '=', unitId)
    .where('act.kind', '=', kind)
    .where('act.withdrawn_at', 'is', null)
    .groupBy('act_duty.duty_id')
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy(({ fn }) => fn.max('act.happened_on'), 'desc')
    .orderBy('act_duty.duty_id')
    .executeTakeFirst();
  return best?.duty_id;
}
