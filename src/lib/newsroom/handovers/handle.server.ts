// What the editorial secretary does with a hand-over: takes it, asks back, declines, or makes an article of it.
import type { z } from 'zod';
import { publicDocumentUrl } from '#lib/documents/index.ts';
import { accountOf } from '#lib/platform/index.ts';
import { findFile, listUnitLinks, type Tx } from '#lib/platform/index.server.ts';
import { successorsOf } from '#lib/platform/index.ts';
import { addMedia } from '../media/library.server.ts';
import type { People } from '../media/media.ts';
import { requireCan } from '../permissions.ts';
import { startArticle } from '../write.server.ts';
import { addNote, lockHandover, requireState } from './give.server.ts';
import { AskBack, DeclineHandover, DraftHandover, draftOf, type HandedMatter } from './handover.ts';

/** Says that somebody looks after it. @throws LoaError `handover.*`, `access.*` */
export async function takeHandover(tx: Tx, id: string): Promise<void> {
  requireCan(tx.actor, 'handover.handle', {});
  requireState(await lockHandover(tx, id), 'waiting');
  await tx.db
    .updateTable('handover')
    .set({ state: 'taken', ...takenNow(tx) })
    .where('id', '=', id)
    .execute();
  tx.record({ kind: 'handover.taken', subject: { type: 'handover', id } });
}

/** Asks the unit back; until it answers the secretary's time stands still. */
export async function askBack(tx: Tx, input: z.input<typeof AskBack>): Promise<void> {
  requireCan(tx.actor, 'handover.handle', {});
  const { id, question } = AskBack.parse(input);
  requireState(await lockHandover(tx, id), 'waiting', 'taken');
  await tx.db.updateTable('handover').set({ state: 'asked' }).where('id', '=', id).execute();
  await addNote(tx, id, 'question', question);
  tx.record({ kind: 'handover.asked', subject: { type: 'handover', id } });
}

/** It won't be made public; the unit reads why. */
export async function declineHandover(
  tx: Tx,
  input: z.input<typeof DeclineHandover>,
): Promise<void> {
  requireCan(tx.actor, 'handover.handle', {});
  const { id, reason } = DeclineHandover.parse(input);
  requireState(await lockHandover(tx, id), 'waiting', 'taken', 'asked');
  const settled = { state: 'declined', settled_at: tx.now };
  await tx.db.updateTable('handover').set(settled).where('id', '=', id).execute();
  await addNote(tx, id, 'declined', reason);
  tx.record({ kind: 'handover.declined', subject: { type: 'handover', id } });
}

/**
 * Makes the first draft of an article: the unit's words and photographs, crediting it. @returns the edition
 * @throws LoaError `handover.*`, `access.*`
 */
export async function draftFromHandover(
  tx: Tx,
  input: z.input<typeof DraftHandover>,
): Promise<string> {
  requireCan(tx.actor, 'handover.handle', {});
  const { id, section } = DraftHandover.parse(input);
  const row = await lockHandover(tx, id);
  requireState(row, 'waiting', 'taken');
  const article = draftOf(await matterOf(tx, row), section);
  const editionId = await startArticle(tx, { clientKey: row.client_key, article });
  const { item_id: item } = await tx.db
    .selectFrom('edition')
    .select('item_id')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  const taken = row.taken_at === null ? takenNow(tx) : {};
  await tx.db
    .updateTable('handover')
    .set({ state: 'drafted', item_id: item, settled_at: tx.now, ...taken })
    .where('id', '=', id)
    .execute();
  tx.record({ kind: 'handover.drafted', subject: { type: 'handover', id }, data: { item } });
  return editionId;
}

/** The duty that the unit named for what became this item. */
export async function dutyOfHandedItem(tx: Tx, itemId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('handover')
    .select('duty_id')
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  return row?.duty_id ?? null;
}

type Row = Awaited<ReturnType<typeof lockHandover>>;

async function matterOf(tx: Tx, row: Row): Promise<HandedMatter> {
  const unit = await findLivingUnit(tx, row.unit_id);
  return {
    ...{ title: row.title, body: row.body },
    topics: await topicsInForce(tx, row.topics),
    unitId: unit?.id ?? null,
    unitName: await unitNameOf(tx, row.unit_id),
    document: await documentOf(tx, row.entry_id),
    photographs: await takePhotographs(tx, row),
  };
}

/** The unit itself, or the first of those that took its place and still work. */
async function findLivingUnit(tx: Tx, unitId: string): Promise<{ id: string } | undefined> {
  const line = [unitId, ...successorsOf(await listUnitLinks(tx), unitId)];
  const living = await tx.db
    .selectFrom('unit')
    .select('id')
    .where('id', 'in', line)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', tx.today)]))
    .execute();
  return line.flatMap((id) => living.filter((unit) => unit.id === id))[0];
}

async function unitNameOf(tx: Tx, id: string): Promise<string> {
  const unit = await tx.db
    .selectFrom('unit')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return unit.name;
}

/** A plan may have been withdrawn since the matter was handed over. */
async function topicsInForce(tx: Tx, topics: readonly string[]): Promise<string[]> {
  if (topics.length === 0) return [];
  const rows = await tx.db
    .selectFrom('plan_topic')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.commune_id', '=', 'plan_topic.commune_id')
        .onRef('plan.id', '=', 'plan_topic.plan_id'),
    )
    .select('plan_topic.id')
    .where('plan_topic.id', 'in', [...topics])
    .where('plan.status', '=', 'confirmed')
    .orderBy('plan_topic.id')
    .execute();
  return rows.map(({ id }) => id);
}

async function documentOf(tx: Tx, entryId: string | null): Promise<HandedMatter['document']> {
  if (entryId === null) return null;
  const entry = await tx.db
    .selectFrom('register_entry')
    .select(['code', 'title', 'slug', 'published_at'])
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  const words = [entry.code === null ? '' : `số ${entry.code}`, entry.title];
  const slug = entry.published_at === null ? null : entry.slug;
  return {
    words: words.filter(Boolean).join(', '),
    href: slug === null ? null : publicDocumentUrl(slug),
  };
}

/** Puts the photographs into the library, where they aren't there already. */
async function takePhotographs(tx: Tx, row: Row): Promise<HandedMatter['photographs']> {
  const files = await tx.db
    .selectFrom('handover_file')
    .select('sha256')
    .where('handover_id', '=', row.id)
    .where('is_photo', '=', true)
    .orderBy('position')
    .execute();
  const taken: { sha256: string; alt: string }[] = [];
  for (const { sha256 } of files) {
    const known = await tx.db
      .selectFrom('media_picture')
      .select('alt')
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (!known) await addToLibrary(tx, row, sha256);
    taken.push({ sha256, alt: known?.alt ?? row.photo_caption });
  }
  return taken;
}

async function addToLibrary(tx: Tx, row: Row, sha256: string): Promise<void> {
  const file = await findFile(tx, sha256);
  if (!file) throw new Error(`the photograph ${sha256} is not registered`);
  await addMedia(tx, file, {
    alt: row.photo_caption,
    credit: await unitNameOf(tx, row.unit_id),
    people: row.photo_people as People,
    focusX: 50,
    focusY: 50,
  });
}

function takenNow(tx: Tx) {
  return { taken_by: accountOf(tx.actor), taken_at: tx.now };
}
