// Comments as those read them who look them over: as they were sent, while their keys last.
import { findPersonalData, maskPersonalData } from '#lib/platform/index.ts';
import { listOwnContacts, readSubjectKeys, type Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import type { CommentSource } from './consultation.ts';
import { consultationError } from './errors.ts';

/** What somebody left to be answered by; either may be empty. */
export interface CommentSender {
  readonly name: string;
  readonly contact: string;
}

/**
 * What a sender left of themselves; looking is written into the record.
 * @throws LoaError `consultation.no-comment`, `consultation.erased`
 */
export async function readSender(
  tx: Tx,
  consultationId: string,
  id: string,
): Promise<CommentSender> {
  requireCan(tx.actor, 'consultation.see-sender', {});
  const row = await tx.db
    .selectFrom('consultation_comment')
    .select(['sealed_sender'])
    .where('id', '=', id)
    .where('consultation_id', '=', consultationId)
    .executeTakeFirst();
  if (!row?.sealed_sender) throw consultationError('consultation.no-comment');
  const key = (await readSubjectKeys(tx, [id])).get(id);
  if (!key) throw consultationError('consultation.erased');
  tx.record({
    kind: 'consultation.sender-read',
    subject: { type: 'consultation', id: consultationId },
    data: { comment: id },
  });
  return JSON.parse(key.open('sender', row.sealed_sender)) as CommentSender;
}

export interface ReviewedComment {
  readonly id: string;
  readonly number: number;
  readonly part: number | null;
  readonly source: CommentSource;
  readonly sentAt: string;
  readonly state: 'waiting' | 'shown' | 'aside';
  /** As sent; null once its key was destroyed. */
  readonly text: string | null;
  /** As others read it, or are offered to: what is personal in it is covered. */
  readonly publicText: string;
  readonly aside: string | null;
  readonly verdict: string | null;
  readonly reply: string;
  readonly hasSender: boolean;
}

/** Comments of a consultation for those who look them over, the waiting ones first, then by number. */
export async function listComments(tx: Tx, consultationId: string): Promise<ReviewedComment[]> {
  requireCan(tx.actor, 'consultation.review', {});
  const rows = await tx.db
    .selectFrom('consultation_comment')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .orderBy('number')
    .execute();
  const keys = await readSubjectKeys(
    tx,
    rows.map(({ id }) => id),
  );
  const own = await listOwnContacts(tx);
  return rows
    .map((row) => {
      const text = keys.get(row.id)?.open('text', row.sealed_text) ?? null;
      const covered = text === null ? '' : maskPersonalData(text, findPersonalData(text, own));
      return {
        id: row.id,
        number: row.number,
        part: row.part,
        source: row.source as CommentSource,
        sentAt: row.sent_at,
        state: row.state as ReviewedComment['state'],
        text,
        publicText: row.public_text ?? covered,
        aside: row.aside,
        verdict: row.verdict,
        reply: row.reply,
        hasSender: row.sealed_sender !== null && text !== null,
      };
    })
    .toSorted((one, other) => Number(other.state === 'waiting') - Number(one.state === 'waiting'));
}
