// The document of a plan in force stands in the register of documents, with what it cites. Plans that were
// confirmed before the office kept a register are entered when somebody asks for it.
import { documentsOutsideRegister, registerConfirmed } from '#lib/documents/index.server.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { findForeignIssuer } from './ownership.ts';

/** Puts the plan's document into the register; one that is there stays as it is. */
export async function enterRegister(tx: Tx, planId: string): Promise<void> {
  const document = await tx.db
    .selectFrom('plan')
    .innerJoin('document', (join) =>
      join
        .onRef('document.commune_id', '=', 'plan.commune_id')
        .onRef('document.id', '=', 'plan.document_id'),
    )
    .select(['document.id', 'document.agency', 'document.place'])
    .where('plan.id', '=', planId)
    .executeTakeFirst();
  if (!document) return;
  const commune = await tx.db.selectFrom('commune').select('name').executeTakeFirstOrThrow();
  const foreign = findForeignIssuer(document, commune.name) !== undefined;
  await registerConfirmed(tx, document.id, foreign ? 'incoming' : 'own');
}

/** Plans in force whose document has no entry in the register, the oldest first. */
export async function plansOutsideRegister(tx: Tx): Promise<{ id: string; title: string }[]> {
  const plans = await tx.db
    .selectFrom('plan')
    .select(['id', 'title', 'document_id'])
    .where('status', '=', 'confirmed')
    .orderBy('confirmed_at')
    .orderBy('id')
    .execute();
  const outside = await documentsOutsideRegister(
    tx,
    plans.map((plan) => plan.document_id),
  );
  return plans
    .filter((plan) => outside.has(plan.document_id))
    .map(({ id, title }) => ({ id, title }));
}

/**
 * Enters the documents of all plans in force that have no entry yet.
 * @returns how many
 * @throws LoaError `access.denied` for who may not register documents
 */
export async function enterPlansIntoRegister(tx: Tx): Promise<number> {
  const plans = await plansOutsideRegister(tx);
  for (const { id } of plans) await enterRegister(tx, id);
  return plans.length;
}
