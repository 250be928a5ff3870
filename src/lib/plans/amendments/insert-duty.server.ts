// Writing one more duty into a plan in force, under the assignment of its unit; the unit gets one where
// the plan didn't name it.
import { newId, type Tx } from '#lib/platform/index.server.ts';
import type { Cadence } from '../drafts/draft.ts';

export interface NewDuty {
  readonly id: string;
  readonly unit: string;
  readonly text: string;
  readonly dueOn: string | null;
  readonly validFrom: string;
  readonly cadence?: Cadence | null;
  readonly follows?: string;
  readonly carriedFrom?: string;
}

export async function insertDuty(tx: Tx, planId: string, duty: NewDuty): Promise<void> {
  const assignmentId = await assignmentOf(tx, planId, duty.unit);
  const last = await tx.db
    .selectFrom('duty')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('assignment_id', '=', assignmentId)
    .executeTakeFirst();
  await tx.db
    .insertInto('duty')
    .values({
      commune_id: tx.communeId,
      id: duty.id,
      plan_id: planId,
      assignment_id: assignmentId,
      unit_id: duty.unit,
      position: (last?.position ?? -1) + 1,
      text: duty.text,
      due_on: duty.dueOn,
      cadence: JSON.stringify(duty.cadence ?? null),
      valid_from: duty.validFrom,
      follows: duty.follows ?? null,
      carried_from: duty.carriedFrom ?? null,
    })
    .execute();
}

async function assignmentOf(tx: Tx, planId: string, unitId: string): Promise<string> {
  const rows = await tx.db
    .selectFrom('plan_assignment')
    .select(['id', 'unit_id', 'position'])
    .where('plan_id', '=', planId)
    .orderBy('position', 'desc')
    .execute();
  const known = rows.find((row) => row.unit_id === unitId);
  if (known) return known.id;
  const unit = await tx.db
    .selectFrom('unit')
    .select('name')
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow();
  const id = newId();
  await tx.db
    .insertInto('plan_assignment')
    .values({
      commune_id: tx.communeId,
      id,
      plan_id: planId,
      position: (rows[0]?.position ?? -1) + 1,
      number: null,
      unit_id: unitId,
      named_as: unit.name,
      is_lead: false,
    })
    .execute();
  return id;
}
