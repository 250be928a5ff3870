// Recipients and signatory that new documents of the office start with.
import { canonicalText } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { sha256Hex } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { Signatory } from './official-document.ts';
import { defaultPaper, PaperForm, paperOf, type PaperSetting } from './paper-setting.ts';

export async function readPaperSetting(tx: Tx): Promise<PaperSetting> {
  const row = await tx.db
    .selectFrom('paper_setting')
    .select(['recipients', 'signatory'])
    .executeTakeFirst();
  if (!row) return defaultPaper;
  return {
    recipients: row.recipients.split('\n'),
    signatory: Signatory.parse(JSON.parse(row.signatory)),
  };
}

/** @throws LoaError `access.*` */
export async function setPaperSetting(tx: Tx, input: PaperForm): Promise<void> {
  requireCan(tx.actor, 'paper.set', {});
  const paper = paperOf(PaperForm.parse(input));
  const values = {
    recipients: paper.recipients.join('\n'),
    signatory: canonicalText(paper.signatory),
    set_at: tx.now,
  };
  await tx.db
    .insertInto('paper_setting')
    .values({ commune_id: tx.communeId, ...values })
    .onConflict((conflict) => conflict.constraint('paper_setting_pk').doUpdateSet(values))
    .execute();
  tx.record({
    kind: 'paper.set',
    subject: { type: 'commune', id: tx.communeId },
    data: { digest: sha256Hex(canonicalText(paper)) },
  });
}
