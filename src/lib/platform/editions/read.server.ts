// Editions as pages read them: the desk's with their story, the public's live ones only.
import { isId } from '../id-form.ts';
import type { Tx } from '../database/tx.server.ts';
import { onceUntilNextEvent } from '../events/memo.server.ts';
import { editionError } from './errors.ts';
import type { EditionRow, ItemRow } from './rows.server.ts';
import type { EditionStatus, ItemKind } from './status.ts';
import { getRevision } from './write.server.ts';

export interface EditionSummary {
  readonly id: string;
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly slug: string | null;
  readonly number: number;
  readonly status: EditionStatus;
  readonly title: string;
  readonly summary: string;
  readonly section: string;
  readonly changedAt: string;
  readonly publishAt: string | null;
  readonly publicAt: string | null;
  /** When this very edition went out; a minor one keeps the earlier `publicAt`. */
  readonly publishedAt: string | null;
  readonly forced: boolean;
  readonly trashed: boolean;
}

export interface EditionView extends EditionSummary {
  readonly revision: number;
  /** JSON as the room wrote it. */
  readonly content: string;
  readonly minor: boolean;
  readonly changeNote: string;
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
  readonly returnedReason: string | null;
  readonly approvedBy: string | null;
  readonly approvedAs: string | null;
  readonly approvedHow: 'desk' | 'link' | 'forced' | null;
  readonly approvedAt: string | null;
  readonly forcedReason: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnHow: 'error' | 'replaced' | 'withdrawn' | null;
  readonly withdrawnReason: string | null;
  readonly replacedBy: string | null;
}

/** @throws LoaError `edition.not-found` */
export async function getEdition(tx: Tx, id: string): Promise<EditionView> {
  const row = isId(id)
    ? await withItem(tx).selectAll('edition').where('edition.id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) throw editionError('edition.not-found');
  return viewOf(tx, row);
}

/** An item's editions, newest first. */
export async function listEditions(tx: Tx, itemId: string): Promise<EditionSummary[]> {
  const rows = await selectSummaries(tx)
    .where('edition.item_id', '=', itemId)
    .orderBy('edition.number', 'desc')
    .execute();
  return rows.map(summaryOf);
}

/** The newest edition of every item of a kind, last changed first. */
export async function listItems(
  tx: Tx,
  kind: ItemKind,
  page: { readonly size: number; readonly start: number },
): Promise<EditionSummary[]> {
  const rows = await selectSummaries(tx)
    .where('item.kind', '=', kind)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('edition as later')
            .select('later.id')
            .whereRef('later.commune_id', '=', 'edition.commune_id')
            .whereRef('later.item_id', '=', 'edition.item_id')
            .whereRef('later.number', '>', 'edition.number'),
        ),
      ),
    )
    .orderBy('edition.changed_at', 'desc')
    .orderBy('edition.id', 'desc')
    .limit(page.size)
    .offset(page.start)
    .execute();
  return rows.map(summaryOf);
}

export interface RevisionSummary {
  readonly revision: number;
  readonly madeBy: string | null;
  readonly madeAt: string;
}

export async function listRevisions(tx: Tx, editionId: string): Promise<RevisionSummary[]> {
  const rows = await tx.db
    .selectFrom('edition_revision')
    .select(['revision', 'made_by', 'made_at'])
    .where('edition_id', '=', editionId)
    .orderBy('revision', 'desc')
    .execute();
  return rows.map((row) => ({ revision: row.revision, madeBy: row.made_by, madeAt: row.made_at }));
}

/** The live edition under an address, or the withdrawn one that was last live there. */
export async function findPublicEdition(
  tx: Tx,
  kind: ItemKind,
  slug: string,
): Promise<EditionView | undefined> {
  const row = await withItem(tx)
    .selectAll('edition')
    .where('item.kind', '=', kind)
    .where('item.slug', '=', slug)
    .where('edition.published_at', 'is not', null)
    .orderBy('edition.number', 'desc')
    .executeTakeFirst();
  return row && viewOf(tx, row);
}

export interface PublicFilter {
  readonly kind: ItemKind;
  readonly section?: string;
}

/** Live editions, newest public date first. */
export async function listPublicEditions(
  tx: Tx,
  filter: PublicFilter,
  page: { readonly size: number; readonly start: number },
): Promise<EditionSummary[]> {
  let live = selectSummaries(tx)
    .where('edition.status', '=', 'published')
    .where('edition.kind', '=', filter.kind);
  if (filter.section !== undefined) live = live.where('edition.section', '=', filter.section);
  const rows = await live
    .orderBy('edition.public_at', 'desc')
    .orderBy('edition.id', 'desc')
    .limit(page.size)
    .offset(page.start)
    .execute();
  return rows.map(summaryOf);
}

/** How many live editions there are; of thousands, counted once until something happens. */
export async function countPublicEditions(tx: Tx, filter: PublicFilter): Promise<number> {
  const key = [filter.kind, filter.section].join('\n');
  return onceUntilNextEvent(tx, 'public-editions', key, () => countLive(tx, filter));
}

async function countLive(tx: Tx, filter: PublicFilter): Promise<number> {
  let live = tx.db
    .selectFrom('edition')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('status', '=', 'published')
    .where('kind', '=', filter.kind);
  if (filter.section !== undefined) live = live.where('section', '=', filter.section);
  return Number((await live.executeTakeFirstOrThrow()).count);
}

function withItem(tx: Tx) {
  return tx.db
    .selectFrom('edition')
    .innerJoin('item', (join) =>
      join
        .onRef('item.commune_id', '=', 'edition.commune_id')
        .onRef('item.id', '=', 'edition.item_id'),
    )
    .select(['item.slug', 'item.trashed_at']);
}

/** Lists are read far more often than editions, and show a third of their columns. */
function selectSummaries(tx: Tx) {
  return withItem(tx).select([
    'edition.id',
    'edition.item_id',
    'edition.kind',
    'edition.number',
    'edition.status',
    'edition.title',
    'edition.summary',
    'edition.section',
    'edition.changed_at',
    'edition.publish_at',
    'edition.public_at',
    'edition.published_at',
    'edition.approved_how',
  ]);
}

type Row = EditionRow & Pick<ItemRow, 'slug' | 'trashed_at'>;
type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['execute']>>[number];

async function viewOf(tx: Tx, row: Row): Promise<EditionView> {
  const { content } = await getRevision(tx, row.id, row.revision);
  return {
    ...summaryOf(row),
    revision: row.revision,
    content,
    minor: row.minor,
    changeNote: row.change_note,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
    returnedReason: row.returned_reason,
    approvedBy: row.approved_by,
    approvedAs: row.approved_as,
    approvedHow: row.approved_how as EditionView['approvedHow'],
    approvedAt: row.approved_at,
    forcedReason: row.forced_reason,
    withdrawnAt: row.withdrawn_at,
    withdrawnHow: row.withdrawn_how as EditionView['withdrawnHow'],
    withdrawnReason: row.withdrawn_reason,
    replacedBy: row.replaced_by,
  };
}

function summaryOf(row: SummaryRow): EditionSummary {
  return {
    id: row.id,
    itemId: row.item_id,
    kind: row.kind as ItemKind,
    slug: row.slug,
    number: row.number,
    status: row.status as EditionStatus,
    title: row.title,
    summary: row.summary,
    section: row.section,
    changedAt: row.changed_at,
    publishAt: row.publish_at,
    publicAt: row.public_at,
    publishedAt: row.published_at,
    forced: row.approved_how === 'forced',
    trashed: row.trashed_at !== null,
  };
}
