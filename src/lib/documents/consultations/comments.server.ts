// What people say of a draft: sent by anybody or written down by an officer, sealed as it came, looked over
// by a person before others read it, answered one by one.
import { accountOf, findPersonalData, maskPersonalData } from '#lib/platform/index.ts';
import {
  listOwnContacts,
  makeSubjectKey,
  readSubjectKeys,
  sha256Hex,
  type Tx,
} from '#lib/platform/index.server.ts';
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
import type { ConsultationCommentedData } from './events.ts';
import {
  getConsultationRow,
  getOnPortal,
  getStanding,
  refusePersonal,
  stateOfRow,
} from './hold.server.ts';

/** What somebody left to be answered by; either may be empty. */
export interface CommentSender {
  readonly name: string;
  readonly contact: string;
}

/**
 * Takes a comment from anybody while the consultation is open; sending twice makes one.
 * @returns its number, which its sender is told
 * @throws LoaError `consultation.not-found`, `consultation.not-open`, `consultation.no-part`
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
  if (shown) await refusePersonal(tx, input.publicText, 'publicText');
  const done = await tx.db
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
    .where('consultation_id', '=', consultationId)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw consultationError('consultation.no-comment');
  // Whoever reads a page now must not be told what was taken back.
  if (answered_at !== null) tx.deletePages();
  tx.record({
    kind: 'consultation.comment-reviewed',
    subject: { type: 'consultation', id: consultationId },
    data: { comment: input.id, shown, aside: shown ? null : input.aside },
  });
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
    data: { comment: id, verdict },
  });
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
