// What an arrival names, held against what stands.
import { listUnitLinks, type Tx } from '#lib/platform/index.server.ts';
import { predecessorsOf } from '#lib/platform/index.ts';
import type { Arrival } from './arrivals.ts';

/**
 * Of the duties that were named, those a thing of this unit and day can fulfil: given to the unit or to one
 * whose place it took, in a plan that stands, and holding on the day.
 */
export async function knownDuties(
  tx: Tx,
  { duties = [], unitId, day }: Pick<Arrival, 'duties' | 'unitId' | 'day'>,
): Promise<string[]> {
  if (duties.length === 0 || unitId === null) return [];
  const line = [unitId, ...predecessorsOf(await listUnitLinks(tx), unitId)];
  const rows = await tx.db
    .selectFrom('duty')
    .innerJoin('plan', (join) =>
      join.onRef('plan.commune_id', '=', 'duty.commune_id').onRef('plan.id', '=', 'duty.plan_id'),
    )
    .select('duty.id')
    .where('duty.id', 'in', [...duties])
    .where('duty.unit_id', 'in', line)
    .where('plan.status', '=', 'confirmed')
    .where('plan.period_from', '<=', day)
    .where('plan.period_to', '>=', day)
    .where((eb) => eb.or([eb('duty.valid_from', 'is', null), eb('duty.valid_from', '<=', day)]))
    .where((eb) => eb.or([eb('duty.valid_to', 'is', null), eb('duty.valid_to', '>=', day)]))
    .orderBy('duty.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Of what the room named, that which still stands: a plan may have been withdrawn meanwhile. */
export async function knownOf(
  tx: Tx,
  { unitId, topics }: Arrival,
  day: string,
): Promise<{ unitId: string | null; topics: string[] }> {
  const unit =
    unitId === null
      ? undefined
      : await tx.db
          .selectFrom('unit')
          .select('id')
          .where('id', '=', unitId)
          .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
          .executeTakeFirst();
  if (topics.length === 0) return { unitId: unit?.id ?? null, topics: [] };
  const known = await tx.db
    .selectFrom('plan_topic')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.commune_id', '=', 'plan_topic.commune_id')
        .onRef('plan.id', '=', 'plan_topic.plan_id'),
    )
    .select('plan_topic.id')
    .where('plan_topic.id', 'in', [...topics])
    .where('plan.status', '=', 'confirmed')
    .orderBy('plan_topic.id')
    .execute();
  return { unitId: unit?.id ?? null, topics: known.map(({ id }) => id) };
}
