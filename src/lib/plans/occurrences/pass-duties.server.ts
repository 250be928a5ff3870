// A unit was merged or renamed: what it still owed passes to the one that took its place, by an event of
// each duty. What it had done stays its own.
import { sql } from 'kysely';
import { listUnitLinks, subscribe, type Tx } from '#lib/platform/index.server.ts';
import { predecessorsOf } from '#lib/platform/index.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';

subscribe('unit.succeeded', async (tx, event) => {
  const { successorId, from } = (event.data ?? {}) as { successorId?: string; from?: string };
  if (event.subject && successorId && from) {
    await passDuties(tx, event.subject.id, successorId, from);
  }
});

/** Passes its duties in plans that weren't closed, also those it took over or was handed. */
async function passDuties(tx: Tx, unitId: string, successorId: string, from: string) {
  const line = [unitId, ...predecessorsOf(await listUnitLinks(tx), unitId)];
  const handed = await tx.db
    .selectFrom('duty_decision')
    .select('duty_id')
    .where('kind', '=', 'handed-over')
    .where(sql`content::jsonb ->> 'unit'`, '=', unitId)
    .execute();
  const handedIds = handed.map(({ duty_id }) => duty_id);
  const duties = await tx.db
    .selectFrom('duty')
    .innerJoin('plan', (join) =>
      join.onRef('plan.commune_id', '=', 'duty.commune_id').onRef('plan.id', '=', 'duty.plan_id'),
    )
    .select('duty.id')
    .where((eb) =>
      eb.or([
        eb('duty.unit_id', 'in', line),
        ...(handedIds.length > 0 ? [eb('duty.id', 'in', handedIds)] : []),
      ]),
    )
    .where('plan.status', '=', 'confirmed')
    .where('plan.closed_on', 'is', null)
    .where((eb) => eb.or([eb('duty.valid_to', 'is', null), eb('duty.valid_to', '>=', from)]))
    .orderBy('duty.id')
    .execute();
  for (const { id } of duties) {
    tx.record({
      kind: 'duty.passed',
      subject: { type: 'duty', id },
      data: { unit: unitId, to: successorId, from: toPlainDate(from) },
    });
  }
}
