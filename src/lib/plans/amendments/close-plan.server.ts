// A plan ends before its time, alone or because another replaces it. Its open duties end that day, each
// with an event; what was done, and what was overdue by then, stays as it is.
import { takeTurns, type Tx } from '#lib/platform/index.server.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { draftError } from '../drafts/errors.ts';
import { requireCan } from '../permissions.ts';
import { ClosePlan } from './amend.ts';
import { amendmentError } from './errors.ts';

/** @throws LoaError `access.*`, `plan.not-found`, `plan.closed-already`, `amendment.outside-plan` */
export async function closePlan(tx: Tx, input: ClosePlan): Promise<void> {
  requireCan(tx.actor, 'plan.close', {});
  const { planId, lastDay, reason, replacedBy } = ClosePlan.parse(input);
  await takeTurns(tx);
  const plan = await tx.db
    .selectFrom('plan')
    .select(['status', 'period_from', 'period_to', 'closed_on'])
    .where('id', '=', planId)
    .executeTakeFirst();
  if (!plan) throw draftError('plan.not-found');
  if (plan.status !== 'confirmed') throw draftError('plan.not-confirmed');
  if (plan.closed_on !== null) {
    throw amendmentError('plan.closed-already', { day: formatDate(toPlainDate(plan.closed_on)) });
  }
  const [from, to] = [toPlainDate(plan.period_from ?? ''), toPlainDate(plan.period_to ?? '')];
  if (lastDay < from || lastDay > to) {
    const words = {
      day: formatDate(toPlainDate(lastDay)),
      from: formatDate(from),
      to: formatDate(to),
    };
    throw amendmentError('amendment.outside-plan', words, 'lastDay');
  }
  if (replacedBy !== null) await requireReplacement(tx, planId, replacedBy);
  await tx.db
    .updateTable('plan')
    .set({
      closed_on: lastDay,
      closed_reason: reason,
      planned_to: to,
      period_to: lastDay,
      replaced_by: replacedBy,
    })
    .where('id', '=', planId)
    .execute();
  const duties = await tx.db
    .selectFrom('duty')
    .select('id')
    .where('plan_id', '=', planId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', lastDay)]))
    .execute();
  for (const { id } of duties) {
    tx.record({
      kind: 'duty.ended',
      subject: { type: 'duty', id },
      data: { lastDay, because: replacedBy === null ? 'closed' : 'replaced' },
    });
  }
  await tx.db
    .updateTable('duty')
    .set({ valid_to: lastDay })
    .where('plan_id', '=', planId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', lastDay)]))
    .execute();
  tx.record({
    kind: 'plan.closed',
    subject: { type: 'plan', id: planId },
    data: { lastDay, replacedBy },
  });
  tx.deletePages();
}

async function requireReplacement(tx: Tx, planId: string, otherId: string): Promise<void> {
  const other = await tx.db
    .selectFrom('plan')
    .select('status')
    .where('id', '=', otherId)
    .executeTakeFirst();
  if (otherId === planId || other?.status !== 'confirmed') {
    throw amendmentError('plan.replaced-by-itself', {}, 'replacedBy');
  }
}
