// Published plans as the public sees them; nobody needs to sign in for these.
import { findFile, sha256Hex, type StoredFile, type Tx } from '#lib/platform/index.server.ts';
import { toInstant } from '#lib/vietnam/index.ts';
import { publicFileName } from '../public-name.ts';
import type { PlanReading } from '../reading/index.ts';
import { planJoinedToDocument } from './read.server.ts';

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

/** The file a published plan was read from; none where it was pasted, or shown with numbers masked. */
export async function findPublishedOriginal(tx: Tx, slug: string): Promise<StoredFile | undefined> {
  const row = await planJoinedToDocument(tx)
    .select(['plan.public_reading', 'document.source_sha256', 'document.text_sha256'])
    .where('plan.slug', '=', slug)
    .where('plan.published_at', 'is not', null)
    .where('plan.status', '=', 'confirmed')
    .executeTakeFirst();
  if (!row?.public_reading || !row.source_sha256) return undefined;
  const { text } = JSON.parse(row.public_reading) as PlanReading;
  if (sha256Hex(text) !== row.text_sha256) return undefined;
  const file = await findFile(tx, row.source_sha256);
  return file && { ...file, name: publicFileName(file.name) };
}

export interface PublicDuty {
  readonly id: string;
  readonly planSlug: string;
  readonly unitName: string;
  readonly text: string;
  /** YYYY-MM-DD, where the plan sets a day. */
  readonly dueOn: string | null;
}

/** Duties of published plans, in the plans' order. */
export async function listPublicDuties(tx: Tx): Promise<PublicDuty[]> {
  return tx.db
    .selectFrom('duty')
    .innerJoin('plan', (join) =>
      join.onRef('plan.commune_id', '=', 'duty.commune_id').onRef('plan.id', '=', 'duty.plan_id'),
    )
    .innerJoin('plan_assignment', (join) =>
      join
        .onRef('plan_assignment.commune_id', '=', 'duty.commune_id')
        .onRef('plan_assignment.id', '=', 'duty.assignment_id'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.commune_id', '=', 'duty.commune_id').onRef('unit.id', '=', 'duty.unit_id'),
    )
    .select([
      'duty.id',
      'plan.slug as planSlug',
      'unit.name as unitName',
      'duty.text',
      'duty.due_on as dueOn',
    ])
    .where('plan.published_at', 'is not', null)
    .where('plan.status', '=', 'confirmed')
    .where((eb) =>
      eb.or([eb('duty.valid_from', 'is', null), eb('duty.valid_from', '<=', tx.today)]),
    )
    .where((eb) => eb.or([eb('duty.valid_to', 'is', null), eb('duty.valid_to', '>=', tx.today)]))
    .orderBy('plan.published_at', 'desc')
    .orderBy('plan_assignment.position')
    .orderBy('duty.position')
    .execute();
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
    publishedAt: toInstant(row.published_at ?? ''),
  };
}
