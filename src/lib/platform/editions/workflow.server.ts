// The steps of an edition between draft and public, and out of it. The room asks for the permission and
// guards what goes public; here the order of steps, the second pair of eyes and the reasons are held.
import { sql } from 'kysely';
import { formatInstant, slugify, toInstant, type Instant } from '#lib/vietnam/index.ts';
import { accountOf } from '../actor.ts';
import type { Tx } from '../database/tx.server.ts';
import { editionError } from './errors.ts';
import type { ItemKind } from './status.ts';
import {
  change,
  lockEdition,
  requireReason,
  requireStep,
  type EditionRow,
  type LockedEdition,
} from './rows.server.ts';

const NOT_APPROVED = {
  approved_by: null,
  approved_as: null,
  approved_how: null,
  approved_at: null,
  forced_reason: null,
  publish_at: null,
} as const;

/** Asks for approval. @throws LoaError `edition.wrong-status` */
export async function submitEdition(tx: Tx, id: string): Promise<void> {
  const locked = await lockEdition(tx, id);
  const status = requireStep(locked, 'submit');
  await change(tx, id, {
    status,
    submitted_by: accountOf(tx.actor),
    submitted_at: tx.now,
    returned_reason: null,
  });
  say(tx, 'edition.submitted', locked);
}

/** Back to its writer, with what is to be changed. @throws LoaError `edition.reason-needed` */
export async function returnEdition(tx: Tx, id: string, reason: string): Promise<void> {
  const locked = await lockEdition(tx, id);
  const status = requireStep(locked, 'return');
  const returned_reason = requireReason(reason);
  await change(tx, id, { ...NOT_APPROVED, status, returned_reason });
  await revokeLinks(tx, id, 'approval');
  say(tx, 'edition.returned', locked);
}

/**
 * Approves the revision that was read.
 * @throws LoaError `edition.own`, `edition.newer-revision`, `edition.wrong-status`
 */
export async function approveEdition(tx: Tx, id: string, revision: number): Promise<void> {
  const locked = await lockEdition(tx, id);
  const status = requireStep(locked, 'approve');
  const { edition } = locked;
  if (edition.revision !== revision) throw editionError('edition.newer-revision');
  if (edition.submitted_by === accountOf(tx.actor)) throw editionError('edition.own');
  await change(tx, id, {
    status,
    approved_by: accountOf(tx.actor),
    approved_how: 'desk',
    approved_at: tx.now,
  });
  await revokeLinks(tx, id, 'approval');
  say(tx, 'edition.approved', locked, { how: 'desk' });
}

/** Approves through a link that was confirmed with a PIN; `position` is whose it was. */
export async function approveByLink(
  tx: Tx,
  id: string,
  by: {
    readonly revision: number;
    readonly position: string;
    readonly headId: string;
    readonly linkId: string;
  },
): Promise<void> {
  const locked = await lockEdition(tx, id);
  const status = requireStep(locked, 'approve');
  if (locked.edition.revision !== by.revision) throw editionError('edition.newer-revision');
  await change(tx, id, {
    status,
    approved_as: by.position,
    approved_how: 'link',
    approved_at: tx.now,
  });
  say(tx, 'edition.approved', locked, { how: 'link', head: by.headId, link: by.linkId });
}

/** Approves without a second pair of eyes; the reason is shown wherever the edition is. */
export async function forceEdition(tx: Tx, id: string, reason: string): Promise<void> {
  const locked = await lockEdition(tx, id);
  const status = requireStep(locked, 'force');
  await change(tx, id, {
    status,
    forced_reason: requireReason(reason),
    approved_by: accountOf(tx.actor),
    approved_how: 'forced',
    approved_at: tx.now,
  });
  await revokeLinks(tx, id, 'approval');
  say(tx, 'edition.forced', locked);
}

/** Sets the time of publication: a row that a job sweeps. @throws LoaError `edition.time-past` */
export async function scheduleEdition(tx: Tx, id: string, at: Instant): Promise<void> {
  const locked = await lockEdition(tx, id);
  const status = requireStep(locked, 'schedule');
  if (at <= tx.now) throw editionError('edition.time-past', { time: formatInstant(at) }, 'at');
  await change(tx, id, { status, publish_at: at });
  say(tx, 'edition.scheduled', locked, { at });
}

export async function unscheduleEdition(tx: Tx, id: string): Promise<void> {
  const locked = await lockEdition(tx, id);
  const status = requireStep(locked, 'unschedule');
  await change(tx, id, { status, publish_at: null });
  say(tx, 'edition.unscheduled', locked);
}

/** Ids of editions whose time has come, oldest first; also after the program was down. */
export async function listDueEditions(tx: Tx, kinds: readonly ItemKind[]): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('edition')
    .select('id')
    .where('status', '=', 'scheduled')
    .where('publish_at', '<=', tx.now)
    .where('kind', 'in', [...kinds])
    .orderBy('publish_at')
    .execute();
  return rows.map(({ id }) => id);
}

export interface Published {
  readonly itemId: string;
  readonly slug: string;
  readonly publicAt: Instant;
  readonly number: number;
  readonly revision: number;
  readonly minor: boolean;
}

/** Names for the address of an item that has none yet. */
interface SlugWish {
  /** Goes before the title's where it is free. */
  readonly first?: string | undefined;
  /** Not given to a title: they are waiting for somebody else. */
  readonly spared?: ReadonlySet<string>;
}

/** Makes an approved edition the live one; the one before is superseded, its address stays. */
export async function publishEdition(tx: Tx, id: string, wish: SlugWish = {}): Promise<Published> {
  const locked = await lockEdition(tx, id);
  const status = requireStep(locked, 'publish');
  const { item, edition } = locked;
  const before = await tx.db
    .selectFrom('edition')
    .selectAll()
    .where('item_id', '=', item.id)
    .where('published_at', 'is not', null)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (before?.status === 'published') {
    requireStep({ item, edition: before }, 'supersede');
    await change(tx, before.id, { status: 'superseded' });
  }
  // A slip put right is no news.
  const publicAt = edition.minor && before ? (before.public_at ?? tx.now) : tx.now;
  await change(tx, id, { status, publish_at: null, published_at: tx.now, public_at: publicAt });
  const slug = item.slug ?? (await giveSlug(tx, item, edition.title, wish));
  await revokeLinks(tx, id);
  say(tx, 'edition.published', locked, { number: edition.number, minor: edition.minor });
  return {
    itemId: item.id,
    slug,
    publicAt: toInstant(publicAt),
    number: edition.number,
    revision: edition.revision,
    minor: edition.minor,
  };
}

export type Withdrawal =
  | { readonly how: 'error' | 'withdrawn'; readonly reason: string }
  | { readonly how: 'replaced'; readonly reason: string; readonly replacedBy: string };

/** Takes the live edition off: wrong (gone), replaced (leads on), or withdrawn (page with a notice). */
export async function withdrawEdition(tx: Tx, id: string, why: Withdrawal): Promise<void> {
  const locked = await lockEdition(tx, id);
  const status = requireStep(locked, 'withdraw');
  const replaced_by = why.how === 'replaced' ? requireLocal(why.replacedBy) : null;
  await change(tx, id, {
    status,
    withdrawn_at: tx.now,
    withdrawn_how: why.how,
    withdrawn_reason: requireReason(why.reason),
    replaced_by,
  });
  // Gone in every process before it is called done (ruling 17).
  tx.deletePages();
  say(tx, 'edition.withdrawn', locked, { how: why.how });
}

function requireLocal(address: string): string {
  const local = address.trim();
  if (/^\/(?!\/)[^\s\\]*$/.test(local)) return local;
  throw editionError('edition.replacement-unknown', {}, 'replacedBy');
}

/** The first free address of the title, kept for ever. */
async function giveSlug(
  tx: Tx,
  item: LockedEdition['item'],
  title: string,
  { first, spared }: SlugWish,
): Promise<string> {
  // Two that come out at once are named one after the other, or both would find the same name free.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${tx.communeId} ${item.kind}`}, 0))`.execute(
    tx.db,
  );
  const name = slugify(title, 80) || 'bai-viet';
  const ofTitle = [name, `${name}-${tx.today}`, `${name}-${item.id.slice(-12)}`];
  const mayTake = ofTitle.filter((slug) => !spared?.has(slug));
  for (const slug of first === undefined ? mayTake : [first, ...mayTake]) {
    const taken = await tx.db
      .selectFrom('item')
      .select('id')
      .where('kind', '=', item.kind)
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (taken) continue;
    await tx.db.updateTable('item').set({ slug }).where('id', '=', item.id).execute();
    return slug;
  }
  throw new Error('no slug was free for the item');
}

/** Links end when what they led to has moved on. */
export async function revokeLinks(
  tx: Tx,
  editionId: string,
  purpose?: 'preview' | 'approval',
): Promise<void> {
  let open = tx.db
    .updateTable('edition_link')
    .set({ revoked_at: tx.now })
    .where('edition_id', '=', editionId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null);
  if (purpose) open = open.where('purpose', '=', purpose);
  await open.execute();
}

function say(
  tx: Tx,
  kind: string,
  { edition }: { readonly edition: EditionRow },
  data: Readonly<Record<string, string | number | boolean>> = {},
): void {
  tx.record({
    kind,
    subject: { type: 'item', id: edition.item_id },
    data: { edition: edition.id, revision: edition.revision, ...data },
  });
}
