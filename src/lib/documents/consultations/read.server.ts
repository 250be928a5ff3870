// Consultations as everybody reads them and as the desk does.
import { RichText } from '#lib/platform/index.ts';
import { findFile, type StoredFile, type Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { PublicPaper } from '../public/paper.ts';
import type { CommentSource, ConsultationState, Verdict } from './consultation.ts';
import { consultationError } from './errors.ts';
import { stateOfRow } from './hold.server.ts';

export interface ConsultationSummary {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: ConsultationState;
}

const SUMMARY = [
  'id',
  'slug',
  'title',
  'lead',
  'opens_on',
  'closes_on',
  'answered_at',
  'withdrawn_at',
] as const;

function summaryOf(
  row: {
    id: string;
    slug: string;
    title: string;
    lead: string;
    opens_on: string;
    closes_on: string;
    answered_at: string | null;
    withdrawn_at: string | null;
  },
  today: string,
): ConsultationSummary {
  const { id, slug, title, lead } = row;
  const state = stateOfRow(row, today);
  return { id, slug, title, lead, opensOn: row.opens_on, closesOn: row.closes_on, state };
}

/** Those that have begun: the open ones first, the one that closes next on top, then the others by last day. */
export async function listPublicConsultations(tx: Tx): Promise<ConsultationSummary[]> {
  const rows = await tx.db
    .selectFrom('consultation')
    .select(SUMMARY)
    .where('withdrawn_at', 'is', null)
    .where('opens_on', '<=', tx.today)
    .orderBy('closes_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const all = rows.map((row) => summaryOf(row, tx.today));
  const open = all.filter(({ state }) => state === 'open');
  return [...open.reverse(), ...all.filter(({ state }) => state !== 'open')];
}

/** Those about an entry of the register, or whose result it is, that everybody may read. */
export async function listConsultationsAbout(
  tx: Tx,
  entryId: string,
): Promise<ConsultationSummary[]> {
  const rows = await tx.db
    .selectFrom('consultation')
    .select(SUMMARY)
    .where((eb) => eb.or([eb('entry_id', '=', entryId), eb('issued_id', '=', entryId)]))
    .where('withdrawn_at', 'is', null)
    .where('opens_on', '<=', tx.today)
    .orderBy('closes_on', 'desc')
    .execute();
  return rows.map((row) => summaryOf(row, tx.today));
}

export interface PublicComment {
  readonly number: number;
  readonly part: number | null;
  readonly source: CommentSource;
  readonly text: string;
  readonly verdict: Verdict | null;
  readonly reply: string;
}

export interface PublicConsultation extends ConsultationSummary {
  readonly paper: PublicPaper;
  readonly hasFile: boolean;
  readonly shortReason: string;
  /** Null until it is published. */
  readonly answer: RichText | null;
  readonly answeredAt: string | null;
  /** How many came and how many are shown; null while it is open. */
  readonly counts: { readonly all: number; readonly shown: number } | null;
  /** Empty until the result is published. */
  readonly comments: readonly PublicComment[];
  /** What was issued after it, where that is public here. */
  readonly issued: { readonly slug: string; readonly code: string | null } | null;
}

/** One under its address; only why is left of one that was taken off. */
export async function findPublicConsultation(
  tx: Tx,
  slug: string,
): Promise<PublicConsultation | { readonly reason: string } | undefined> {
  const row = await tx.db
    .selectFrom('consultation')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.withdrawn_at !== null) return { reason: row.withdrawn_reason ?? '' };
  const summary = summaryOf(row, tx.today);
  if (summary.state === 'planned') return undefined;
  return {
    ...summary,
    paper: PublicPaper.parse(JSON.parse(row.paper)),
    hasFile: row.publishes_file,
    shortReason: row.short_reason,
    answer: row.answer === null ? null : RichText.parse(JSON.parse(row.answer)),
    answeredAt: row.answered_at,
    counts: summary.state === 'open' ? null : await countComments(tx, row.id),
    comments: summary.state === 'answered' ? await readShown(tx, row.id) : [],
    issued: await findIssued(tx, row.issued_id ?? row.entry_id),
  };
}

async function countComments(tx: Tx, id: string): Promise<{ all: number; shown: number }> {
  const rows = await tx.db
    .selectFrom('consultation_comment')
    .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
    .where('consultation_id', '=', id)
    .groupBy('state')
    .execute();
  const all = rows.reduce((sum, { count }) => sum + Number(count), 0);
  return { all, shown: Number(rows.find(({ state }) => state === 'shown')?.count ?? 0) };
}

async function readShown(tx: Tx, id: string): Promise<PublicComment[]> {
  const rows = await tx.db
    .selectFrom('consultation_comment')
    .select(['number', 'part', 'source', 'public_text', 'verdict', 'reply'])
    .where('consultation_id', '=', id)
    .where('state', '=', 'shown')
    .orderBy('number')
    .execute();
  return rows.map(({ number, part, source, public_text, verdict, reply }) => ({
    number,
    part,
    source: source as CommentSource,
    text: public_text ?? '',
    verdict: verdict as Verdict | null,
    reply,
  }));
}

async function findIssued(
  tx: Tx,
  id: string,
): Promise<{ slug: string; code: string | null } | null> {
  const row = await tx.db
    .selectFrom('register_entry')
    .select(['slug', 'code'])
    .where('id', '=', id)
    .where('published_at', 'is not', null)
    .executeTakeFirst();
  return row?.slug ? { slug: row.slug, code: row.code } : null;
}

/** The file of a draft, where it is given out and the consultation is to be read. */
export async function findConsultationFile(tx: Tx, slug: string): Promise<StoredFile | undefined> {
  const row = await tx.db
    .selectFrom('consultation')
    .innerJoin('register_entry', (join) =>
      join
        .onRef('register_entry.commune_id', '=', 'consultation.commune_id')
        .onRef('register_entry.id', '=', 'consultation.entry_id'),
    )
    .select('register_entry.source_sha256')
    .where('consultation.slug', '=', slug)
    .where('consultation.publishes_file', '=', true)
    .where('consultation.withdrawn_at', 'is', null)
    .where('consultation.opens_on', '<=', tx.today)
    .executeTakeFirst();
  return row?.source_sha256 ? findFile(tx, row.source_sha256) : undefined;
}

export interface DeskConsultation extends ConsultationSummary {
  readonly entryId: string;
  readonly comments: number;
  readonly waiting: number;
}

/** All of them, those that still ask something of the office first. */
export async function listConsultations(tx: Tx): Promise<DeskConsultation[]> {
  requireCan(tx.actor, 'document.see', {});
  const rows = await tx.db
    .selectFrom('consultation')
    .select([...SUMMARY, 'entry_id'])
    .orderBy('closes_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const counts = await tx.db
    .selectFrom('consultation_comment')
    .select(['consultation_id', 'state', ({ fn }) => fn.countAll<string>().as('count')])
    .groupBy(['consultation_id', 'state'])
    .execute();
  const count = (id: string, state?: string) =>
    counts
      .filter((one) => one.consultation_id === id && (!state || one.state === state))
      .reduce((sum, one) => sum + Number(one.count), 0);
  const all = rows.map((row) => ({
    ...summaryOf(row, tx.today),
    entryId: row.entry_id,
    comments: count(row.id),
    waiting: count(row.id, 'waiting'),
  }));
  const isOver = ({ state }: DeskConsultation) => state === 'answered' || state === 'withdrawn';
  return all.toSorted((one, other) => Number(isOver(one)) - Number(isOver(other)));
}

export interface HeldConsultation extends DeskConsultation {
  readonly paper: PublicPaper;
  readonly shortReason: string;
  readonly answer: RichText | null;
  readonly answeredAt: string | null;
  readonly issuedId: string | null;
  readonly withdrawnReason: string | null;
}

/** @throws LoaError `consultation.not-found` */
export async function getConsultation(tx: Tx, id: string): Promise<HeldConsultation> {
  const listed = (await listConsultations(tx)).find((one) => one.id === id);
  if (!listed) throw consultationError('consultation.not-found');
  const row = await tx.db
    .selectFrom('consultation')
    .select(['paper', 'short_reason', 'answer', 'answered_at', 'issued_id', 'withdrawn_reason'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    ...listed,
    paper: PublicPaper.parse(JSON.parse(row.paper)),
    shortReason: row.short_reason,
    answer: row.answer === null ? null : RichText.parse(JSON.parse(row.answer)),
    answeredAt: row.answered_at,
    issuedId: row.issued_id,
    withdrawnReason: row.withdrawn_reason,
  };
}
