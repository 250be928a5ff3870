// What people say of a draft: sent by anybody or written down by an officer, sealed as it came, looked over
// by a person before others read it, answered one by one.
import { accountOf, canonicalText } from '#lib/platform/index.ts';
import { makeSubjectKey, readSubjectKeys, sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { PublicPaper } from '../public/paper.ts';
import type {
  CommentSource,
  ReplyToComment,
  ReviewComment,
  SendComment,
  WriteDownComment,
} from './consultation.ts';
import { consultationError } from './errors.ts';
import type {
  CommentAnsweredData,
  CommentReviewedData,
  ConsultationCommentedData,
} from './events.ts';
import {
  getConsultationRow,
  getOnPortal,
  getStanding,
  refusePersonal,
  stateOfRow,
} from './hold.server.ts';
import type { CommentSender } from './queue.server.ts';

/**
 * Takes a comment from anybody while the consultation is open; sending twice makes one.
 * @returns its number, which its sender is told
 * @throws LoaError `consultation.not-found`, `consultation.not-open`, `consultation.no-part`,
 *   `consultation.key-used`
 */
export async function sendComment(tx: Tx, slug: string, input: SendComment): Promise<number> {
  const found = await tx.db
    .selectFrom('consultation')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!found) throw consultationError('consultation.not-found');
  const row = await getConsultationRow(tx, found.id);
  const known = await numberOf(tx, input.key, found.id);
  if (known !== undefined) return known;
  if (stateOfRow(row, tx.today) !== 'open') throw consultationError('consultation.not-open');
  const { name, contact } = input;
  return keep(tx, row, input, 'portal', name || contact ? { name, contact } : null);
}

/** Writes down a comment that came another way, also after the last day while there is no result. */
export async function writeDownComment(
  tx: Tx,
  consultationId: string,
  input: WriteDownComment,
): Promise<number> {
  requireCan(tx.actor, 'consultation.review', {});
  const row = await getStanding(tx, consultationId);
  const known = await numberOf(tx, input.key, consultationId);
  if (known !== undefined) return known;
  return keep(tx, row, input, input.source, null);
}

async function numberOf(tx: Tx, key: string, consultationId: string): Promise<number | undefined> {
  const row = await tx.db
    .selectFrom('consultation_comment')
    .select('number')
    .where('id', '=', key)
    .where('consultation_id', '=', consultationId)
    .executeTakeFirst();
  return row?.number;
}

/** The consultation's row is locked, so that numbers follow one another. */
async function keep(
  tx: Tx,
  consultation: { readonly id: string; readonly paper: string },
  given: { readonly key: string; readonly part: number | null; readonly text: string },
  source: CommentSource,
  sender: CommentSender | null,
): Promise<number> {
  const { sections } = PublicPaper.parse(JSON.parse(consultation.paper));
  if (given.part !== null && !sections[given.part]) {
    throw consultationError('consultation.no-part', {}, 'part');
  }
  const key = await makeSubjectKey(tx, given.key);
  if (!key) throw consultationError('consultation.key-used', {}, 'key');
  const last = await tx.db
    .selectFrom('consultation_comment')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('consultation_id', '=', consultation.id)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const text = key.seal('text', given.text);
  await tx.db
    .insertInto('consultation_comment')
    .values({
      commune_id: tx.communeId,
      id: given.key,
      consultation_id: consultation.id,
      number,
      part: given.part,
      source,
      sent_at: tx.now,
      sealed_text: text,
      sealed_sender: sender && key.seal('sender', JSON.stringify(sender)),
    })
    .execute();
  tx.record({
    kind: 'consultation.commented',
    subject: { type: 'consultation', id: consultation.id },
    data: {
      comment: given.key,
      number,
      source,
      digest: sha256Hex(text.toString('base64')),
    } satisfies ConsultationCommentedData,
  });
  return number;
}

/**
 * Decides whether others read a comment, and with what words; after the result too, where a slip shows.
 * @throws LoaError `consultation.*`
 */
export async function reviewComment(
  tx: Tx,
  consultationId: string,
  input: ReviewComment,
): Promise<void> {
  requireCan(tx.actor, 'consultation.review', {});
  const { answered_at } = await getOnPortal(tx, consultationId);
  const shown = input.decision === 'show';
  await requireReadable(tx, consultationId, input);
  if (shown) await refusePersonal(tx, input.publicText, 'publicText');
  await tx.db
    .updateTable('consultation_comment')
    .set({
      state: shown ? 'shown' : 'aside',
      public_text: shown ? input.publicText : null,
      aside: shown ? null : input.aside,
      reviewed_at: tx.now,
      reviewed_by: accountOf(tx.actor),
      ...(shown ? {} : { verdict: null, reply: '' }),
    })
    .where('id', '=', input.id)
    .execute();
  // Whoever reads a page now must not be told what was taken back.
  if (answered_at !== null) tx.deletePages();
  tx.record({
    kind: 'consultation.comment-reviewed',
    subject: { type: 'consultation', id: consultationId },
    data: {
      comment: input.id,
      shown,
      aside: shown ? null : input.aside,
      digest: shown ? sha256Hex(canonicalText({ publicText: input.publicText })) : null,
    } satisfies CommentReviewedData,
  });
}

/** Nobody decides by words that are gone: such a comment is put aside as that, unless others read it already. */
async function requireReadable(
  tx: Tx,
  consultationId: string,
  { id, decision, aside }: ReviewComment,
): Promise<void> {
  const row = await tx.db
    .selectFrom('consultation_comment')
    .select('state')
    .where('id', '=', id)
    .where('consultation_id', '=', consultationId)
    .executeTakeFirst();
  if (!row) throw consultationError('consultation.no-comment');
  const isExpired = decision === 'aside' && aside === 'expired';
  const isKnown = row.state === 'shown' || (await readSubjectKeys(tx, [id])).has(id);
  if (isKnown && isExpired) throw consultationError('consultation.not-expired', {}, 'aside');
  if (!isKnown && !isExpired) throw consultationError('consultation.erased');
}

/** Says what the office does with a comment; others read it with the result. @throws LoaError `consultation.*` */
export async function replyToComment(
  tx: Tx,
  consultationId: string,
  { id, verdict, reply }: ReplyToComment,
): Promise<void> {
  requireCan(tx.actor, 'consultation.review', {});
  await getOnPortal(tx, consultationId);
  await refusePersonal(tx, reply, 'reply');
  const row = await tx.db
    .selectFrom('consultation_comment')
    .select('state')
    .where('id', '=', id)
    .where('consultation_id', '=', consultationId)
    .executeTakeFirst();
  if (!row) throw consultationError('consultation.no-comment');
  if (row.state !== 'shown') throw consultationError('consultation.not-shown');
  await tx.db
    .updateTable('consultation_comment')
    .set({ verdict, reply })
    .where('id', '=', id)
    .execute();
  tx.record({
    kind: 'consultation.comment-answered',
    subject: { type: 'consultation', id: consultationId },
    data: {
      comment: id,
      verdict,
      digest: sha256Hex(canonicalText({ verdict, reply })),
    } satisfies CommentAnsweredData,
  });
}
