// What every list says of a consultation, how many comments it has, and what other rooms know of it.
import { sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import type { ConsultationState } from './consultation.ts';
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

export const SUMMARY = [
  'id',
  'slug',
  'title',
  'lead',
  'opens_on',
  'closes_on',
  'answered_at',
  'withdrawn_at',
] as const;

/** A row as lists show it, as it stands on `today`, YYYY-MM-DD. */
export function summaryOf(
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

/** What another room that hears of a consultation may say of it; everything in it is public, or about to be. */
export interface ConsultationMark {
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  readonly opensOn: string;
  /** SHA-256 of the draft as people read it. */
  readonly digest: string;
  /** The account that opened or planned it. */
  readonly madeBy: string | null;
}

/** For subscribers of its events, who hear of it only where it stands. */
export async function getConsultationMark(tx: Tx, id: string): Promise<ConsultationMark> {
  const { slug, title, lead, opens_on, paper, made_by } = await tx.db
    .selectFrom('consultation')
    .select(['slug', 'title', 'lead', 'opens_on', 'paper', 'made_by'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { slug, title, lead, opensOn: opens_on, digest: sha256Hex(paper), madeBy: made_by };
}

export interface CommentCounts {
  readonly all: number;
  readonly waiting: number;
  readonly shown: number;
  /** Shown ones to which nobody has said anything yet. */
  readonly unanswered: number;
}

const NONE: CommentCounts = { all: 0, waiting: 0, shown: 0, unanswered: 0 };

/** The comments of one consultation, counted. */
export async function countComments(tx: Tx, id: string): Promise<CommentCounts> {
  return (await countCommentsOf(tx, [id]))(id);
}

/** The comments of some consultations, counted in one question. */
export async function countCommentsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<(id: string) => CommentCounts> {
  if (ids.length === 0) return () => NONE;
  const rows = await tx.db
    .selectFrom('consultation_comment')
    .select(({ fn, eb }) => {
      const shown = eb('state', '=', 'shown');
      return [
        'consultation_id',
        fn.countAll<string>().as('all'),
        fn.countAll<string>().filterWhere('state', '=', 'waiting').as('waiting'),
        fn.countAll<string>().filterWhere(shown).as('shown'),
        fn
          .countAll<string>()
          .filterWhere(shown.and('verdict', 'is', null))
          .as('unanswered'),
      ];
    })
    .where('consultation_id', 'in', [...ids])
    .groupBy('consultation_id')
    .execute();
  const counts = new Map(
    rows.map(({ consultation_id: id, all, waiting, shown, unanswered }) => [
      id,
      {
        all: Number(all),
        waiting: Number(waiting),
        shown: Number(shown),
        unanswered: Number(unanswered),
      },
    ]),
  );
  return (id) => counts.get(id) ?? NONE;
}
