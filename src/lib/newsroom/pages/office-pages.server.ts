// Pages of the office as the public and the checklist read them, and the word that one still holds.
import {
  getEdition,
  listPublicEditions,
  type EditionSummary,
  type Tx,
} from '#lib/platform/index.server.ts';
import { accountOf } from '#lib/platform/index.ts';
import { toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import { articleError } from '../errors.ts';
import { requireCan } from '../permissions.ts';

export interface OfficePage extends EditionSummary {
  /** The last day it changed or was read again. */
  readonly lookedOn: string;
}

/** A commune has tens of such pages. */
const MOST = 500;

/** Every live page of the office, newest first. */
export async function listOfficePages(tx: Tx): Promise<OfficePage[]> {
  const pages = await listPublicEditions(tx, { kind: 'page' }, { size: MOST, start: 0 });
  const reviews = await readReviews(tx);
  return pages.map((page) => ({ ...page, lookedOn: lookedOn(page, reviews.get(page.itemId)) }));
}

/** The last day the page changed or was read again. */
export async function pageLookedOn(
  tx: Tx,
  page: Pick<EditionSummary, 'itemId' | 'publishedAt'>,
): Promise<string> {
  return lookedOn(page, (await readReviews(tx)).get(page.itemId));
}

/** Says that a live page was read again today and still holds. @throws LoaError `page.not-live` */
export async function reviewPage(tx: Tx, editionId: string): Promise<void> {
  requireCan(tx.actor, 'page.review', {});
  const { itemId, kind, status } = await getEdition(tx, editionId);
  if (kind !== 'page' || status !== 'published') throw articleError('page.not-live');
  const values = { reviewed_on: tx.today, reviewed_by: accountOf(tx.actor) };
  await tx.db
    .insertInto('page_review')
    .values({ commune_id: tx.communeId, item_id: itemId, ...values })
    .onConflict((conflict) => conflict.columns(['commune_id', 'item_id']).doUpdateSet(values))
    .execute();
  tx.record({
    kind: 'page.reviewed',
    subject: { type: 'item', id: itemId },
    data: { edition: editionId },
  });
}

async function readReviews(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.db.selectFrom('page_review').select(['item_id', 'reviewed_on']).execute();
  return new Map(rows.map((row) => [row.item_id, row.reviewed_on]));
}

function lookedOn(page: Pick<EditionSummary, 'publishedAt'>, reviewedOn = ''): string {
  const changedOn = vietnamDate(toInstant(page.publishedAt ?? ''));
  return reviewedOn > changedOn ? reviewedOn : changedOn;
}
