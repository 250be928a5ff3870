// Consultations as the desk reads them.
import { isId, RichText } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { canWithDocuments, requireCan } from '../permissions.ts';
import { PublicPaper } from '../public/paper.ts';
import { answerMark } from './answer.server.ts';
import { needOf } from './consultation.ts';
import { consultationError } from './errors.ts';
import {
  countComments,
  countCommentsOf,
  SUMMARY,
  summaryOf,
  type CommentCounts,
  type ConsultationSummary,
} from './summary.server.ts';

export interface DeskConsultation extends ConsultationSummary {
  readonly entryId: string;
  readonly comments: CommentCounts;
}

/** All of them, those that still ask something of the office first. */
export async function listConsultations(tx: Tx): Promise<DeskConsultation[]> {
  requireCan(tx.actor, 'document.see', {});
  const rows = await selectForDesk(tx).orderBy('closes_on', 'desc').orderBy('id', 'desc').execute();
  const all = await withCounts(tx, rows);
  const isOver = ({ state }: DeskConsultation) => state === 'answered' || state === 'withdrawn';
  return all.toSorted((one, other) => Number(isOver(one)) - Number(isOver(other)));
}

function selectForDesk(tx: Tx) {
  return tx.db.selectFrom('consultation').select([...SUMMARY, 'entry_id']);
}

type DeskRow = Awaited<ReturnType<ReturnType<typeof selectForDesk>['execute']>>[number];

async function withCounts(tx: Tx, rows: readonly DeskRow[]): Promise<DeskConsultation[]> {
  const countsOf = await countCommentsOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...summaryOf(row, tx.today),
    entryId: row.entry_id,
    comments: countsOf(row.id),
  }));
}

/**
 * Those that ask something of the office now, whose result is due first; none for whoever may neither look
 * comments over nor answer.
 */
export async function listNeedyConsultations(tx: Tx): Promise<DeskConsultation[]> {
  requireCan(tx.actor, 'document.see', {});
  if (!canWithDocuments(tx.actor, 'consultation.review', {})) return [];
  // Years of answered ones aren't counted on every opening of the desk.
  const rows = await selectForDesk(tx)
    .where('answered_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('opens_on', '<=', tx.today)
    .orderBy('closes_on')
    .orderBy('id')
    .execute();
  return (await withCounts(tx, rows)).filter((one) => needOf(one, tx.today) !== null);
}

export interface HeldConsultation extends DeskConsultation {
  readonly paper: PublicPaper;
  readonly shortReason: string;
  readonly answer: RichText | null;
  /** By which a form knows the result that it corrects. */
  readonly answerMark: string;
  readonly answeredAt: string | null;
  readonly issuedId: string | null;
  readonly withdrawnReason: string | null;
}

/** @throws LoaError `consultation.not-found` */
export async function getConsultation(tx: Tx, id: string): Promise<HeldConsultation> {
  requireCan(tx.actor, 'document.see', {});
  const row = isId(id)
    ? await tx.db.selectFrom('consultation').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) throw consultationError('consultation.not-found');
  return {
    ...summaryOf(row, tx.today),
    entryId: row.entry_id,
    comments: await countComments(tx, id),
    paper: PublicPaper.parse(JSON.parse(row.paper)),
    shortReason: row.short_reason,
    answer: row.answer === null ? null : RichText.parse(JSON.parse(row.answer)),
    answerMark: answerMark(row),
    answeredAt: row.answered_at,
    issuedId: row.issued_id,
    withdrawnReason: row.withdrawn_reason,
  };
}
