// Published plans as the public sees them; nobody needs to sign in for these.
import type { Tx } from '#lib/platform/index.server.ts';
import type { PlanReading } from '../reading/index.ts';

export interface PublishedPlan {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly publishedAt: string;
}

export interface PublishedPlanWithReading extends PublishedPlan {
  /** The document as read, personal numbers masked where the office chose. */
  readonly reading: PlanReading;
}

const SHOWN = ['id', 'slug', 'title', 'period_from', 'period_to', 'published_at'] as const;

/** Newest first. */
export async function listPublishedPlans(tx: Tx): Promise<PublishedPlan[]> {
  const rows = await tx.db
    .selectFrom('plan')
    .select(SHOWN)
    .where('published_at', 'is not', null)
    .where('status', '=', 'confirmed')
    .orderBy('published_at', 'desc')
    .execute();
  return rows.map(toPublished);
}

export async function findPublishedPlan(
  tx: Tx,
  slug: string,
): Promise<PublishedPlanWithReading | undefined> {
  const row = await tx.db
    .selectFrom('plan')
    .select([...SHOWN, 'public_reading'])
    .where('slug', '=', slug)
    .where('published_at', 'is not', null)
    .where('status', '=', 'confirmed')
    .executeTakeFirst();
  if (!row?.public_reading) return undefined;
  return { ...toPublished(row), reading: JSON.parse(row.public_reading) as PlanReading };
}

interface PublishedRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly published_at: string | null;
}

function toPublished(row: PublishedRow): PublishedPlan {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    from: row.period_from,
    to: row.period_to,
    publishedAt: row.published_at ?? '',
  };
}
