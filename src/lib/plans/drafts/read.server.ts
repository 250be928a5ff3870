// Drafts as the review reads them.
import { isId } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { draftError } from './errors.ts';
import type { ReadingForDraft } from './from-reading.ts';
import type { History } from './history.ts';

export interface StoredDraft {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly status: 'draft' | 'confirmed' | 'discarded';
  readonly version: number;
  readonly history: History;
  /** The document's whole text, which spans count in. */
  readonly text: string;
  readonly reading: ReadingForDraft;
  readonly sourceName: string;
  readonly sourceSha256: string | null;
  readonly publishedAt: string | null;
}

/** @throws LoaError `plan.not-found` */
export async function getDraft(tx: Tx, planId: string): Promise<StoredDraft> {
  requireCan(tx.actor, 'plan.see', {});
  if (!isId(planId)) throw draftError('plan.not-found');
  const row = await planJoinedToDocument(tx)
    .select([
      'plan.id',
      'plan.slug',
      'plan.title',
      'plan.status',
      'plan.draft',
      'plan.draft_version',
      'plan.published_at',
      'document.text',
      'document.reading',
      'document.source_name',
      'document.source_sha256',
    ])
    .where('plan.id', '=', planId)
    .executeTakeFirst();
  if (!row) throw draftError('plan.not-found');
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    status: row.status as StoredDraft['status'],
    version: row.draft_version,
    history: JSON.parse(row.draft) as History,
    text: row.text,
    reading: JSON.parse(row.reading) as ReadingForDraft,
    sourceName: row.source_name,
    sourceSha256: row.source_sha256,
    publishedAt: row.published_at,
  };
}

/** Every plan with the document it was read from: the one join of the two. */
export function planJoinedToDocument(tx: Tx) {
  return tx.db
    .selectFrom('plan')
    .innerJoin('document', (join) =>
      join
        .onRef('document.commune_id', '=', 'plan.commune_id')
        .onRef('document.id', '=', 'plan.document_id'),
    );
}
