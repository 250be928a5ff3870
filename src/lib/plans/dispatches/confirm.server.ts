// Confirming a dispatch: a member of the unit at the desk, or a head without an account through a one-time
// link and a PIN that came another way (ruling 25). GET shows, POST acts.
import {
  idInSecretName,
  inCommune,
  newId,
  secretName,
  type Tx,
} from '#lib/platform/index.server.ts';
import { accountOf, thePublic } from '#lib/platform/index.ts';
import { addMillis, toInstant, type Instant } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { LINK_DAYS } from './dispatch.ts';
import { dispatchError } from './errors.ts';
import { checkHeadPin, requireHeadForLink } from './head-pin.server.ts';
import { lockDispatch } from './send.server.ts';

const DAY_MS = 24 * 3_600_000;

/** A member of a recipient unit confirms at the desk. @throws LoaError `dispatch.*`, `access.*` */
export async function confirmAtDesk(
  tx: Tx,
  input: { readonly recipientId: string; readonly revision: number },
): Promise<void> {
  const recipient = await getRecipient(tx, input.recipientId);
  requireCan(tx.actor, 'dispatch.read', recipient.unit_id ? { unitId: recipient.unit_id } : {});
  const dispatch = await lockDispatch(tx, recipient.dispatch_id);
  const accountId = accountOf(tx.actor);
  if (dispatch.sent_by === accountId) throw dispatchError('dispatch.own');
  if (dispatch.revision !== input.revision) throw dispatchError('dispatch.newer-revision');
  await keepReading(tx, recipient, dispatch.revision, { how: 'desk', account_id: accountId });
}

/** Makes a one-time link for a head. @returns its name, to be put after `/xac-nhan/` */
export async function makeReadingLink(
  tx: Tx,
  input: { readonly recipientId: string; readonly headId: string },
): Promise<string> {
  requireCan(tx.actor, 'dispatch.send', {});
  const recipient = await getRecipient(tx, input.recipientId);
  const dispatch = await lockDispatch(tx, recipient.dispatch_id);
  const head = await tx.db
    .selectFrom('unit_head')
    .selectAll()
    .where('id', '=', input.headId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  const place = recipient.unit_id ?? recipient.village_id;
  if (!head || (head.unit_id ?? head.village_id) !== place) throw dispatchError('head.not-found');
  await requireHeadForLink(tx, head.id, [dispatch.sent_by]);
  const by = accountOf(tx.actor);
  await revokeLinks(tx, recipient.id);
  const id = newId();
  await tx.db
    .insertInto('reading_link')
    .values({
      commune_id: tx.communeId,
      id,
      recipient_id: recipient.id,
      head_id: head.id,
      revision: dispatch.revision,
      made_by: by,
      made_at: tx.now,
      expires_at: addMillis(tx.now, LINK_DAYS * DAY_MS),
    })
    .execute();
  tx.record({
    kind: 'reading-link.made',
    subject: { type: 'dispatch', id: dispatch.id },
    data: { link: id, head: head.id, recipient: recipient.id, revision: dispatch.revision },
  });
  return secretName('reading-links', tx.communeId, id);
}

/** Makes the open links of a recipient useless. @throws LoaError `access.*` */
export async function revokeReadingLinks(tx: Tx, recipientId: string): Promise<void> {
  requireCan(tx.actor, 'dispatch.send', {});
  const recipient = await getRecipient(tx, recipientId);
  await revokeLinks(tx, recipient.id);
  tx.record({
    kind: 'reading-link.revoked',
    subject: { type: 'dispatch', id: recipient.dispatch_id },
    data: { recipient: recipientId },
  });
}

export interface OpenLink {
  readonly id: string;
  readonly headId: string;
  readonly position: string;
  readonly number: number;
  readonly year: number;
  readonly kind: string;
  readonly revision: number;
  readonly title: string;
  readonly body: string;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
}

/** What a link leads to, for whoever holds it. @throws LoaError `link.invalid`, `link.void` */
export async function openReadingLink(tx: Tx, name: string): Promise<OpenLink> {
  return (await findLink(tx, name)).open;
}

export interface CodeAttempt {
  /** What stands after `/xac-nhan/`. */
  readonly name: string;
  readonly pin: string;
  /** Of the one who asks, as sign-in counts it. */
  readonly network: string;
  /** Instead of the office's clock, ISO UTC. */
  readonly now?: string;
}

/**
 * Confirms through a link and its PIN. Attempts are counted even where they are refused.
 * @throws LoaError `link.*`
 */
export async function confirmByCode(
  communeId: string,
  { name, pin, network, now }: CodeAttempt,
  nowMs = Date.now(),
): Promise<void> {
  const asPublic = { write: true, actor: thePublic, ...(now !== undefined && { now }) };
  const { open, dispatchId } = await inCommune(communeId, (tx) => findLink(tx, name), asPublic);
  const attempt = { headId: open.headId, pin, network, ...(now !== undefined && { now }) };
  const confirm = async (tx: Tx) => {
    // Locked first: two at once confirm once, and a revision that came meanwhile is seen.
    await lockDispatch(tx, dispatchId);
    const link = await findLink(tx, name);
    await tx.db
      .updateTable('reading_link')
      .set({ used_at: tx.now })
      .where('id', '=', link.open.id)
      .execute();
    const recipient = await getRecipient(tx, link.recipientId);
    const by = { how: 'code' as const, head_id: link.open.headId, link: link.open.id };
    await keepReading(tx, recipient, link.open.revision, by);
  };
  await checkHeadPin(communeId, attempt, confirm, nowMs);
}

type By =
  | { readonly how: 'desk'; readonly account_id: string | null }
  | { readonly how: 'code'; readonly head_id: string; readonly link: string };

/** Keeps that a recipient read a revision. @throws LoaError `dispatch.already-read` */
export async function keepReading(
  tx: Tx,
  recipient: { readonly id: string; readonly dispatch_id: string },
  revision: number,
  by: By,
): Promise<void> {
  const kept = await tx.db
    .insertInto('dispatch_reading')
    .values({
      commune_id: tx.communeId,
      recipient_id: recipient.id,
      revision,
      how: by.how,
      account_id: by.how === 'desk' ? by.account_id : null,
      head_id: by.how === 'code' ? by.head_id : null,
      read_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('revision')
    .executeTakeFirst();
  if (!kept) throw dispatchError('dispatch.already-read');
  tx.record({
    kind: 'dispatch.read',
    subject: { type: 'dispatch', id: recipient.dispatch_id },
    data: {
      recipient: recipient.id,
      revision,
      how: by.how,
      ...(by.how === 'code' && { head: by.head_id, link: by.link }),
    },
  });
}

/** The link by its name. @throws LoaError `link.invalid`, `link.void` */
async function findLink(tx: Tx, name: string) {
  const id = idInSecretName('reading-links', tx.communeId, name);
  if (id === undefined) throw dispatchError('link.invalid');
  const row = await tx.db
    .selectFrom('reading_link')
    .innerJoin('dispatch_recipient', (join) =>
      join
        .onRef('dispatch_recipient.commune_id', '=', 'reading_link.commune_id')
        .onRef('dispatch_recipient.id', '=', 'reading_link.recipient_id'),
    )
    .innerJoin('dispatch', (join) =>
      join
        .onRef('dispatch.commune_id', '=', 'dispatch_recipient.commune_id')
        .onRef('dispatch.id', '=', 'dispatch_recipient.dispatch_id'),
    )
    .innerJoin('dispatch_revision', (join) =>
      join
        .onRef('dispatch_revision.commune_id', '=', 'dispatch.commune_id')
        .onRef('dispatch_revision.dispatch_id', '=', 'dispatch.id')
        .onRef('dispatch_revision.revision', '=', 'reading_link.revision'),
    )
    .innerJoin('unit_head', (join) =>
      join
        .onRef('unit_head.commune_id', '=', 'reading_link.commune_id')
        .onRef('unit_head.id', '=', 'reading_link.head_id'),
    )
    .selectAll('reading_link')
    .select([
      'dispatch.id as dispatch_id',
      'dispatch.number',
      'dispatch.year',
      'dispatch.kind',
      'dispatch.sent_at',
      'dispatch.recalled_at',
      'dispatch.revision as current_revision',
      'dispatch_revision.title',
      'dispatch_revision.body',
      'unit_head.position',
      'unit_head.pin_until',
      'unit_head.ended_at',
    ])
    .where('reading_link.id', '=', id)
    .executeTakeFirst();
  if (!row) throw dispatchError('link.invalid');
  const why = whyVoid(row, tx);
  if (why) throw dispatchError('link.void', { why });
  const open: OpenLink = {
    id: row.id,
    headId: row.head_id,
    position: row.position,
    number: row.number,
    year: row.year,
    kind: row.kind,
    revision: row.revision,
    title: row.title,
    body: row.body,
    sentAt: toInstant(row.sent_at),
    expiresAt: toInstant(row.expires_at),
  };
  return {
    open,
    recipientId: row.recipient_id,
    dispatchId: row.dispatch_id,
  };
}

interface Validity {
  readonly used_at: string | null;
  readonly revoked_at: string | null;
  readonly recalled_at: string | null;
  readonly ended_at: string | null;
  readonly pin_until: string | null;
  readonly expires_at: string;
  readonly revision: number;
  readonly current_revision: number;
}

function whyVoid(row: Validity, { now, today }: Tx): string | undefined {
  if (row.used_at !== null) return 'đã được dùng để xác nhận';
  if (row.recalled_at !== null) return 'nội dung đã được thu hồi';
  if (row.current_revision !== row.revision) return 'nội dung đã có bản mới';
  if (row.revoked_at !== null) return 'người gửi đã hủy';
  if (row.ended_at !== null) return 'người xác nhận đã thay đổi';
  if (toInstant(row.expires_at) <= now) return 'đã quá hạn';
  if (row.pin_until === null || row.pin_until < today) return 'mã PIN đã hết hạn';
  return undefined;
}

async function revokeLinks(tx: Tx, recipientId: string): Promise<void> {
  await tx.db
    .updateTable('reading_link')
    .set({ revoked_at: tx.now })
    .where('recipient_id', '=', recipientId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

async function getRecipient(tx: Tx, id: string) {
  const row = await tx.db
    .selectFrom('dispatch_recipient')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw dispatchError('dispatch.not-recipient');
  return row;
}
