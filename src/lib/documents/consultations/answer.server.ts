// What came of a consultation, made public when its last day is over, every comment was looked over and every
// shown one answered; and what happens by itself when a day has come.
import { canonicalText, parseMarkup, richTextToPlain } from '#lib/platform/index.ts';
import { sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { PublicPaper } from '../public/paper.ts';
import type { AnswerConsultation } from './consultation.ts';
import { consultationError } from './errors.ts';
import type { ConsultationAnsweredData, ConsultationClosedData } from './events.ts';
import { getOnPortal, putIntoSearch, refusePersonal } from './hold.server.ts';

/**
 * Publishes the result with every shown comment and its reply; again, to put a slip right.
 * @throws LoaError `consultation.not-over`, `consultation.unread`, `consultation.unanswered`,
 *   `consultation.personal-data`, `consultation.answer-changed`
 */
export async function answerConsultation(
  tx: Tx,
  id: string,
  input: AnswerConsultation,
): Promise<void> {
  requireCan(tx.actor, 'consultation.answer', {});
  const row = await getOnPortal(tx, id);
  if (row.closes_on >= tx.today) {
    const words = { day: formatDate(toPlainDate(row.closes_on)) };
    throw consultationError('consultation.not-over', words);
  }
  const comments = await readComments(tx, id);
  const count = comments.filter(({ state }) => state === 'waiting').length;
  if (count > 0) throw consultationError('consultation.unread', { count });
  const shown = comments.filter(({ state }) => state === 'shown');
  const silent = shown.filter(({ verdict }) => verdict === null).length;
  if (silent > 0) throw consultationError('consultation.unanswered', { count: silent });
  if (input.seen !== answerMark(row)) throw consultationError('consultation.answer-changed');
  const answer = parseMarkup(input.answer);
  await refusePersonal(tx, richTextToPlain(answer), 'answer');
  const issued = input.issuedId || null;
  if (issued) await requireRegistered(tx, issued);
  if (row.closed_at === null) await close(tx, id);
  await tx.db
    .updateTable('consultation')
    .set({
      answer: JSON.stringify(answer),
      answered_at: row.answered_at ?? tx.now,
      issued_id: issued,
    })
    .where('id', '=', id)
    .execute();
  tx.record({
    kind: 'consultation.answered',
    subject: { type: 'consultation', id },
    data: {
      comments: comments.length,
      shown: shown.length,
      digest: sha256Hex(canonicalText({ answer, shown })),
      issued,
    } satisfies ConsultationAnsweredData,
  });
}

/** By which a form knows the result that it corrects, with the document it names; '' while there is none. */
export function answerMark(row: { answer: string | null; issued_id: string | null }): string {
  if (row.answer === null) return '';
  return sha256Hex(canonicalText({ answer: row.answer, issued: row.issued_id }));
}

async function readComments(tx: Tx, id: string) {
  return tx.db
    .selectFrom('consultation_comment')
    .select(['number', 'state', 'public_text', 'verdict', 'reply'])
    .where('consultation_id', '=', id)
    .orderBy('number')
    .execute();
}

async function requireRegistered(tx: Tx, id: string): Promise<void> {
  const entry = await tx.db
    .selectFrom('register_entry')
    .select('id')
    .where('id', '=', id)
    .where('status', '=', 'registered')
    .executeTakeFirst();
  if (!entry) throw consultationError('consultation.not-own', {}, 'issuedId');
}

async function close(tx: Tx, id: string): Promise<void> {
  const comments = await readComments(tx, id);
  await tx.db.updateTable('consultation').set({ closed_at: tx.now }).where('id', '=', id).execute();
  tx.record({
    kind: 'consultation.closed',
    subject: { type: 'consultation', id },
    data: {
      comments: comments.length,
      waiting: comments.filter(({ state }) => state === 'waiting').length,
    } satisfies ConsultationClosedData,
  });
}

/** Begins what is to begin, closes what is over. */
export async function turnConsultations(tx: Tx): Promise<void> {
  const standing = await tx.db
    .selectFrom('consultation')
    .select(['id', 'slug', 'title', 'lead', 'paper', 'opens_on', 'closes_on', 'began_at'])
    .where('withdrawn_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('opens_on', '<=', tx.today)
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const row of standing) {
    if (row.began_at === null) {
      await tx.db
        .updateTable('consultation')
        .set({ began_at: tx.now })
        .where('id', '=', row.id)
        .execute();
      const paper = PublicPaper.parse(JSON.parse(row.paper));
      await putIntoSearch(tx, { ...row, paper });
      tx.record({ kind: 'consultation.began', subject: { type: 'consultation', id: row.id } });
    }
    if (row.closes_on < tx.today) await close(tx, row.id);
  }
}
