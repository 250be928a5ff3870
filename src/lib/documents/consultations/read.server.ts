// Consultations as everybody reads them.
import { fileNameFor, RichText } from '#lib/platform/index.ts';
import { findFile, type StoredFile, type Tx } from '#lib/platform/index.server.ts';
import { toPlainDate, vietnamInstant } from '#lib/vietnam/index.ts';
import { PublicPaper } from '../public/paper.ts';
import type { CommentSource, Verdict } from './consultation.ts';
import { countComments, SUMMARY, summaryOf, type ConsultationSummary } from './summary.server.ts';

/**
 * Those that have begun: the open ones, the one that closes next on top, or those whose last day is over, the
 * latest first; with how many there are in all.
 */
export async function listPublicConsultations(
  tx: Tx,
  which: 'open' | 'over',
  page: { readonly size: number; readonly start: number },
): Promise<{ readonly total: number; readonly consultations: ConsultationSummary[] }> {
  const begun = tx.db
    .selectFrom('consultation')
    .where('withdrawn_at', 'is', null)
    .where('opens_on', '<=', tx.today)
    .where('closes_on', which === 'open' ? '>=' : '<', tx.today);
  const direction = which === 'open' ? 'asc' : 'desc';
  const rows = await begun
    .select(SUMMARY)
    .orderBy('closes_on', direction)
    .orderBy('id', direction)
    .limit(page.size)
    .offset(page.start)
    .execute();
  const { total } = await begun
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return { total: Number(total), consultations: rows.map((row) => summaryOf(row, tx.today)) };
}

export interface ConsultationNews {
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  readonly closesOn: string;
  /** Whether it tells that a result was published; otherwise that a draft was opened for comment. */
  readonly isResult: boolean;
  /** ISO UTC */
  readonly at: string;
}

/** What happened last: drafts that were opened and results that were published, the newest first. */
export async function listConsultationNews(tx: Tx, most: number): Promise<ConsultationNews[]> {
  const rows = await tx.db
    .selectFrom('consultation')
    .select(['slug', 'title', 'lead', 'opens_on', 'closes_on', 'began_at', 'answered_at'])
    .where('withdrawn_at', 'is', null)
    .where('opens_on', '<=', tx.today)
    .orderBy(({ fn }) => fn.coalesce('answered_at', 'began_at'), 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows
    .flatMap(({ opens_on, closes_on: closesOn, began_at, answered_at, ...words }) => {
      // A day begins before the job that writes it down has run.
      const opened = began_at ?? vietnamInstant(toPlainDate(opens_on));
      const said = { ...words, closesOn };
      return [
        { ...said, isResult: false, at: opened },
        ...(answered_at === null ? [] : [{ ...said, isResult: true, at: answered_at }]),
      ];
    })
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, most);
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
  const { all, shown } = await countComments(tx, row.id);
  return {
    ...summary,
    paper: PublicPaper.parse(JSON.parse(row.paper)),
    hasFile: row.publishes_file,
    shortReason: row.short_reason,
    answer: row.answer === null ? null : RichText.parse(JSON.parse(row.answer)),
    answeredAt: row.answered_at,
    counts: summary.state === 'open' ? null : { all, shown },
    comments: summary.state === 'answered' ? await readShown(tx, row.id) : [],
    issued: await findIssued(tx, row.issued_id ?? row.entry_id),
  };
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
  const file = row?.source_sha256 ? await findFile(tx, row.source_sha256) : undefined;
  return file && { ...file, name: fileNameFor(slug, file.mediaType) };
}
