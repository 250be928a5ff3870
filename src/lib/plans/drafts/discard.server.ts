// Setting a draft aside. The document stays in the register; taking the same text in again begins anew.
import type { Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { draftError } from './errors.ts';
import { getDraft } from './read.server.ts';

/** @throws LoaError `plan.not-found`, `plan.not-draft` */
export async function discardPlan(tx: Tx, planId: string): Promise<void> {
  requireCan(tx.actor, 'plan.discard', {});
  const plan = await getDraft(tx, planId);
  if (plan.status !== 'draft') throw draftError('plan.not-draft');
  const discarded = await tx.db
    .updateTable('plan')
    .set({ status: 'discarded' })
    .where('id', '=', planId)
    .where('status', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  // Somebody may have confirmed it since it was read: what isn't done isn't recorded.
  if (!discarded) throw draftError('plan.not-draft');
  tx.record({ kind: 'plan.discarded', subject: { type: 'plan', id: planId }, data: {} });
}
