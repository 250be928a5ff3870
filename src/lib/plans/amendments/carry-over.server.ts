// Duties left unfinished by an earlier plan are offered to the one that comes after it; chosen ones become
// duties of the new plan, each with a link back.
import { newId, takeTurns, type Tx } from '#lib/platform/index.server.ts';
import { listUnitLinks } from '#lib/platform/index.server.ts';
import { successorsOf } from '#lib/platform/index.ts';
import { draftError } from '../drafts/errors.ts';
import { listDutiesInTime, type DutyReading } from '../occurrences/read-occurrences.server.ts';
import { requireCan } from '../permissions.ts';
import { CarryOver } from './amend.ts';
import { insertDuty } from './insert-duty.server.ts';
import { amendmentError } from './errors.ts';

export interface Unfinished {
  readonly dutyId: string;
  readonly text: string;
  readonly planTitle: string;
  /** Who would take it on: the unit today, or the one that took its place. */
  readonly unitId: string;
  readonly unitName: string;
  /** Keys of the occurrences nobody did. */
  readonly open: readonly string[];
}

/** Unfinished duties of plans that ended before this one begins, or that it replaced. */
export async function listUnfinished(tx: Tx, planId: string): Promise<Unfinished[]> {
  requireCan(tx.actor, 'plan.see', {});
  const plan = await tx.db
    .selectFrom('plan')
    .select(['id', 'status', 'period_from'])
    .where('id', '=', planId)
    .executeTakeFirst();
  if (!plan) throw draftError('plan.not-found');
  if (plan.status !== 'confirmed' || plan.period_from === null) {
    throw draftError('plan.not-confirmed');
  }
  const from = plan.period_from;
  const earlier = await tx.db
    .selectFrom('plan')
    .select(['id', 'period_to', 'replaced_by'])
    .where('status', '=', 'confirmed')
    .where('id', '<>', planId)
    .execute();
  const ended = new Set(
    earlier
      .filter(
        ({ period_to, replaced_by }) =>
          replaced_by === planId || (period_to !== null && period_to < from),
      )
      .map(({ id }) => id),
  );
  const carried = await tx.db
    .selectFrom('duty')
    .select('carried_from')
    .where('carried_from', 'is not', null)
    .execute();
  const taken = new Set(carried.map(({ carried_from }) => carried_from));
  const followed = await tx.db
    .selectFrom('duty')
    .select('follows')
    .where('follows', 'is not', null)
    .execute();
  const changed = new Set(followed.map(({ follows }) => follows));
  const all = (await listDutiesInTime(tx)).filter(
    ({ duty, about }) => ended.has(about.plan.id) && !taken.has(duty) && !changed.has(duty),
  );
  const links = await listUnitLinks(tx);
  const units = await tx.db.selectFrom('unit').select(['id', 'name']).execute();
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return all.flatMap((duty) => {
    const open = openKeys(duty);
    if (open.length === 0) return [];
    const unitId = successorsOf(links, duty.about.unit).at(-1) ?? duty.about.unit;
    return {
      dutyId: duty.duty,
      text: duty.about.text,
      planTitle: duty.about.plan.title,
      unitId,
      unitName: names.get(unitId) ?? '',
      open,
    };
  });
}

/** @throws LoaError `access.*`, `plan.*`, `carry.not-offered` */
export async function carryOver(tx: Tx, input: CarryOver): Promise<number> {
  requireCan(tx.actor, 'plan.carry', {});
  const { planId, dutyIds } = CarryOver.parse(input);
  // Two who carry over at once: the second finds them carried.
  await takeTurns(tx);
  const offered = await listUnfinished(tx, planId);
  const wanted = [...new Set(dutyIds)];
  const chosen = offered.filter(({ dutyId }) => wanted.includes(dutyId));
  if (chosen.length !== wanted.length) throw amendmentError('carry.not-offered');
  const plan = await tx.db
    .selectFrom('plan')
    .select('period_from')
    .where('id', '=', planId)
    .executeTakeFirstOrThrow();
  for (const { dutyId, unitId, text } of chosen) {
    const id = newId();
    const validFrom = plan.period_from ?? tx.today;
    await insertDuty(tx, planId, {
      id,
      unit: unitId,
      text,
      dueOn: null,
      validFrom,
      carriedFrom: dutyId,
    });
    tx.record({
      kind: 'duty.carried',
      subject: { type: 'duty', id },
      data: { from: dutyId, plan: planId, unit: unitId },
    });
  }
  tx.deletePages();
  return chosen.length;
}

function openKeys({ occurrences }: DutyReading): string[] {
  return occurrences
    .filter(({ state }) => state === 'overdue' || state === 'open' || state === 'ended')
    .map(({ key }) => key);
}
