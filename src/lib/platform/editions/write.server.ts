// Writing: an item begins, its open edition is revised, what isn't saved yet is kept, who else writes is seen.
import { addMillis } from '#lib/vietnam/index.ts';
import { sha256Hex } from '../digest.server.ts';
import { accountOf } from '../actor.ts';
import type { Tx } from '../database/tx.server.ts';
import { canonicalText } from '../events/canonical.ts';
import { newId } from '../ids.server.ts';
import { editionError } from './errors.ts';
import { isOpen, type EditionStatus, type ItemKind } from './status.ts';
import { change, lockEdition, lockItem, requireStep } from './rows.server.ts';

/** What every room's content has; the rest is the room's own. */
export interface EditionContent {
  readonly title: string;
  readonly summary: string;
  /** What it is listed under. */
  readonly section: string;
}

export interface StartedItem {
  readonly itemId: string;
  readonly editionId: string;
}

/** Begins an item with its first edition; sending twice begins one. */
export async function startItem<Content extends EditionContent>(
  tx: Tx,
  input: { readonly kind: ItemKind; readonly clientKey: string; readonly content: Content },
): Promise<StartedItem> {
  const known = await tx.db
    .selectFrom('item')
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.commune_id', '=', 'item.commune_id')
        .onRef('edition.item_id', '=', 'item.id'),
    )
    .select(['item.id as itemId', 'edition.id as editionId'])
    .where('item.client_key', '=', input.clientKey)
    .orderBy('edition.number')
    .executeTakeFirst();
  if (known) return known;
  const itemId = newId();
  await tx.db
    .insertInto('item')
    .values({
      commune_id: tx.communeId,
      id: itemId,
      client_key: input.clientKey,
      kind: input.kind,
      started_by: accountOf(tx.actor),
      started_at: tx.now,
    })
    .execute();
  const editionId = await insertEdition(tx, { id: itemId, kind: input.kind }, 1, input.content);
  return { itemId, editionId };
}

/**
 * Opens the next edition of an item that was public, beginning with the words of an earlier one.
 * @throws LoaError `edition.unchanged-number` while another is open
 */
export async function startEdition(tx: Tx, fromEditionId: string): Promise<string> {
  const { item, edition } = await lockEdition(tx, fromEditionId);
  if (item.trashed_at !== null) throw editionError('edition.trashed');
  const all = await tx.db
    .selectFrom('edition')
    .select(['number', 'status'])
    .where('item_id', '=', item.id)
    .execute();
  if (all.some(({ status }) => isOpen(status as EditionStatus))) {
    throw editionError('edition.unchanged-number');
  }
  const { content } = await getRevision(tx, edition.id, edition.revision);
  const number = Math.max(...all.map((each) => each.number)) + 1;
  return insertEdition(tx, item, number, JSON.parse(content) as EditionContent);
}

export interface Revising<Content extends EditionContent> {
  readonly editionId: string;
  /** The revision it was written over. */
  readonly base: number;
  readonly content: Content;
  readonly minor: boolean;
  readonly changeNote: string;
}

/**
 * Saves a revision. Nothing happens where nothing changed.
 * @returns the revision now in force
 * @throws LoaError `edition.changed` where another revision came meanwhile; nothing of it is lost
 */
export async function reviseEdition<Content extends EditionContent>(
  tx: Tx,
  { editionId, base, content, minor, changeNote }: Revising<Content>,
): Promise<number> {
  const locked = await lockEdition(tx, editionId);
  requireStep(locked, 'revise');
  const { edition } = locked;
  const { text, digest } = contentText(content);
  const kept = await getRevision(tx, editionId, edition.revision);
  const mine = accountOf(tx.actor);
  // Sent twice, or two wrote the very same: nobody's words are in danger.
  const isSame = kept.digest === digest;
  if (!isSame && edition.revision !== base) {
    throw editionError('edition.changed', { who: await positionOf(tx, kept.made_by) });
  }
  await tx.db
    .deleteFrom('edition_draft')
    .where('edition_id', '=', editionId)
    .where('account_id', '=', mine)
    .execute();
  if (isSame && edition.minor === minor && edition.change_note === changeNote)
    return edition.revision;
  const revision = isSame ? edition.revision : edition.revision + 1;
  if (!isSame) await insertRevision(tx, editionId, revision, text, digest);
  const { title, summary, section } = content;
  await change(tx, editionId, {
    revision,
    title,
    summary,
    section,
    minor,
    change_note: changeNote,
    changed_at: tx.now,
  });
  tx.record({
    kind: 'edition.revised',
    subject: { type: 'item', id: edition.item_id },
    data: { edition: editionId, revision, digest, minor },
  });
  return revision;
}

/** Keeps what a person has typed and not saved. No event: it is theirs until they save (ruling 10). */
export async function keepDraft(
  tx: Tx,
  input: { readonly editionId: string; readonly base: number; readonly content: EditionContent },
): Promise<void> {
  const account_id = accountOf(tx.actor);
  const { edition } = await lockEdition(tx, input.editionId);
  if (account_id === null || edition.status !== 'draft') return;
  const values = { base: input.base, content: contentText(input.content).text, saved_at: tx.now };
  await tx.db
    .insertInto('edition_draft')
    .values({ commune_id: tx.communeId, edition_id: edition.id, account_id, ...values })
    .onConflict((conflict) =>
      conflict.columns(['commune_id', 'edition_id', 'account_id']).doUpdateSet(values),
    )
    .execute();
}

export interface KeptDraft {
  readonly base: number;
  readonly content: string;
  readonly savedAt: string;
}

/** The actor's own unsaved words. */
export async function findDraft(tx: Tx, editionId: string): Promise<KeptDraft | undefined> {
  const row = await tx.db
    .selectFrom('edition_draft')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('account_id', '=', accountOf(tx.actor))
    .executeTakeFirst();
  return row && { base: row.base, content: row.content, savedAt: row.saved_at };
}

export async function dropDraft(tx: Tx, editionId: string): Promise<void> {
  await tx.db
    .deleteFrom('edition_draft')
    .where('edition_id', '=', editionId)
    .where('account_id', '=', accountOf(tx.actor))
    .execute();
}

/** Somebody counts as present so long after they were last seen. */
const PRESENT_MS = 90_000;

/** Says that the actor has the edition open. @returns positions of the others who have */
export async function bePresent(tx: Tx, editionId: string): Promise<string[]> {
  const account_id = accountOf(tx.actor);
  if (account_id === null) return [];
  // By the machine's clock: a demonstration office stands still.
  const seen_at = new Date().toISOString();
  await tx.db
    .insertInto('edition_presence')
    .values({ commune_id: tx.communeId, edition_id: editionId, account_id, seen_at })
    .onConflict((conflict) =>
      conflict.columns(['commune_id', 'edition_id', 'account_id']).doUpdateSet({ seen_at }),
    )
    .execute();
  const rows = await tx.db
    .selectFrom('edition_presence')
    .innerJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'edition_presence.commune_id')
        .onRef('account.id', '=', 'edition_presence.account_id'),
    )
    .select('account.name')
    .where('edition_id', '=', editionId)
    .where('account_id', '<>', account_id)
    .where('seen_at', '>', new Date(Date.now() - PRESENT_MS).toISOString())
    .orderBy('account.name')
    .execute();
  return rows.map(({ name }) => name);
}

/** Puts an item that was never public aside; nothing of it is lost. */
export async function trashItem(tx: Tx, itemId: string): Promise<void> {
  const item = await lockItem(tx, itemId);
  if (item.slug !== null) throw editionError('edition.was-public');
  if (item.trashed_at !== null) return;
  await tx.db
    .updateTable('item')
    .set({ trashed_at: tx.now, trashed_by: accountOf(tx.actor) })
    .where('id', '=', itemId)
    .execute();
  // A schedule must not come true out of the bin.
  await tx.db
    .updateTable('edition')
    .set({ status: 'approved', publish_at: null })
    .where('item_id', '=', itemId)
    .where('status', '=', 'scheduled')
    .execute();
  tx.record({ kind: 'item.trashed', subject: { type: 'item', id: itemId } });
}

export async function restoreItem(tx: Tx, itemId: string): Promise<void> {
  const item = await lockItem(tx, itemId);
  if (item.trashed_at === null) return;
  await tx.db
    .updateTable('item')
    .set({ trashed_at: null, trashed_by: null })
    .where('id', '=', itemId)
    .execute();
  tx.record({ kind: 'item.restored', subject: { type: 'item', id: itemId } });
}

/** A link of an approval or a preview lives so long. */
export const LINK_DAYS = 7;
export const linkEnd = (tx: Tx) => addMillis(tx.now, LINK_DAYS * 24 * 3_600_000);

export async function getRevision(tx: Tx, editionId: string, revision: number) {
  return tx.db
    .selectFrom('edition_revision')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
}

async function insertEdition(
  tx: Tx,
  item: { readonly id: string; readonly kind: string },
  number: number,
  content: EditionContent,
): Promise<string> {
  const id = newId();
  const { text, digest } = contentText(content);
  await tx.db
    .insertInto('edition')
    .values({
      commune_id: tx.communeId,
      id,
      item_id: item.id,
      kind: item.kind,
      number,
      status: 'draft',
      revision: 1,
      title: content.title,
      summary: content.summary,
      section: content.section,
      changed_at: tx.now,
    })
    .execute();
  await insertRevision(tx, id, 1, text, digest);
  tx.record({
    kind: 'edition.started',
    subject: { type: 'item', id: item.id },
    data: { edition: id, number, digest },
  });
  return id;
}

async function insertRevision(
  tx: Tx,
  edition_id: string,
  revision: number,
  content: string,
  digest: string,
): Promise<void> {
  await tx.db
    .insertInto('edition_revision')
    .values({
      commune_id: tx.communeId,
      edition_id,
      revision,
      content,
      digest,
      made_by: accountOf(tx.actor),
      made_at: tx.now,
    })
    .execute();
}

function contentText(content: EditionContent): { text: string; digest: string } {
  const text = canonicalText(content);
  return { text, digest: sha256Hex(text) };
}

async function positionOf(tx: Tx, accountId: string | null): Promise<string> {
  const row = await tx.db
    .selectFrom('account')
    .select('name')
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row?.name ?? 'người khác';
}
