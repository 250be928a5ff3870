// Taking a published plan off the portal again. The plan stays in force at the desk; its page says that
// it was taken off, and kept copies of it are thrown away before anybody is told it is done.
import { dropSearchEntry, type Tx } from '#lib/platform/index.server.ts';
import { toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { draftError } from './errors.ts';
import { WithdrawPlan } from './withdraw-plan.ts';

/**
 * @throws LoaError `access.*`, `plan.not-found`, `plan.not-published`; ZodError for a bad reason
 */
export async function withdrawPlan(tx: Tx, input: WithdrawPlan): Promise<void> {
  requireCan(tx.actor, 'plan.publish', {});
  const { planId, reason } = WithdrawPlan.parse(input);
  const withdrawn = await tx.db
    .updateTable('plan')
    .set({
      published_at: null,
      public_reading: null,
      withdrawn_at: tx.now,
      withdrawn_reason: reason,
    })
    .where('id', '=', planId)
    .where('published_at', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (!withdrawn) throw draftError('plan.not-published');
  await dropSearchEntry(tx, planId);
  tx.deletePages();
  tx.record({ kind: 'plan.withdrawn', subject: { type: 'plan', id: planId } });
}

/** The day (Vietnam) a plan that once stood at this address was taken off; undefined for any other. */
export async function findPlanWithdrawal(tx: Tx, slug: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('plan')
    .select('withdrawn_at')
    .where('slug', '=', slug)
    .where('withdrawn_at', 'is not', null)
    .executeTakeFirst();
  return row?.withdrawn_at ? vietnamDate(toInstant(row.withdrawn_at)) : undefined;
}
