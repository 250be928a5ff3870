// Sending numbered dispatches, changing and recalling them. A new revision asks every recipient again and
// voids the links of the former one.
import { accountOf } from '#lib/platform/index.ts';
import { newId, sha256Hex, takeTurns, type Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { RecallDispatch, ReviseDispatch, SendDispatch } from './dispatch.ts';
import { dispatchError } from './errors.ts';

/** Sends a dispatch; sending the form twice sends once. @throws LoaError `dispatch.*`, `access.*` */
export async function sendDispatch(tx: Tx, input: SendDispatch): Promise<string> {
  requireCan(tx.actor, 'dispatch.send', {});
  const given = SendDispatch.parse(input);
  const known = await tx.db
    .selectFrom('dispatch')
    .select('id')
    .where('client_key', '=', given.clientKey)
    .executeTakeFirst();
  if (known) return known.id;
  const places = await readPlaces(tx, given.recipients);
  const planId = given.topicId
    ? await getPlanOfTopic(tx, given.topicId)
    : given.planId && (await getPlan(tx, given.planId));
  const id = newId();
  const year = Number(tx.today.slice(0, 4));
  const number = await nextNumber(tx, year);
  const by = accountOf(tx.actor);
  await tx.db
    .insertInto('dispatch')
    .values({
      commune_id: tx.communeId,
      id,
      client_key: given.clientKey,
      year,
      number,
      kind: given.kind,
      plan_id: planId,
      topic_id: given.topicId,
      confirm_within: given.confirmWithin,
      sent_by: by,
      sent_at: tx.now,
    })
    .execute();
  await addRevision(tx, { dispatchId: id, revision: 1, reason: null, ...given });
  await tx.db
    .insertInto('dispatch_recipient')
    .values(
      places.map((place) => ({
        commune_id: tx.communeId,
        id: newId(),
        dispatch_id: id,
        ...place,
      })),
    )
    .execute();
  tx.record({
    kind: 'dispatch.sent',
    subject: { type: 'dispatch', id },
    data: {
      kind: given.kind,
      number,
      recipients: places.map(({ unit_id, village_id }) => unit_id ?? village_id ?? ''),
      within: given.confirmWithin,
      digest: digestOf(given.title, given.body),
    },
  });
  return id;
}

/** Replaces the words of a dispatch; everybody has to confirm the new ones. */
export async function reviseDispatch(tx: Tx, input: ReviseDispatch): Promise<void> {
  requireCan(tx.actor, 'dispatch.send', {});
  const given = ReviseDispatch.parse(input);
  const { revision } = await lockDispatch(tx, given.id);
  const next = revision + 1;
  await tx.db.updateTable('dispatch').set({ revision: next }).where('id', '=', given.id).execute();
  await addRevision(tx, { dispatchId: given.id, revision: next, ...given });
  tx.record({
    kind: 'dispatch.revised',
    subject: { type: 'dispatch', id: given.id },
    data: { revision: next, digest: digestOf(given.title, given.body) },
  });
}

/** Takes a dispatch back: nobody has to confirm it any more; it stays readable with the reason. */
export async function recallDispatch(tx: Tx, input: RecallDispatch): Promise<void> {
  requireCan(tx.actor, 'dispatch.send', {});
  const { id, reason } = RecallDispatch.parse(input);
  await lockDispatch(tx, id);
  await tx.db
    .updateTable('dispatch')
    .set({ recalled_at: tx.now, recalled_reason: reason })
    .where('id', '=', id)
    .execute();
  tx.record({ kind: 'dispatch.recalled', subject: { type: 'dispatch', id } });
}

/** A dispatch in force, locked. @throws LoaError `dispatch.not-found`, `dispatch.recalled` */
export async function lockDispatch(tx: Tx, id: string) {
  const row = await tx.db
    .selectFrom('dispatch')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw dispatchError('dispatch.not-found');
  if (row.recalled_at !== null) throw dispatchError('dispatch.recalled');
  return row;
}

interface Revision {
  readonly dispatchId: string;
  readonly revision: number;
  readonly title: string;
  readonly body: string;
  readonly reason: string | null;
}

async function addRevision(tx: Tx, given: Revision): Promise<void> {
  await tx.db
    .insertInto('dispatch_revision')
    .values({
      commune_id: tx.communeId,
      dispatch_id: given.dispatchId,
      revision: given.revision,
      title: given.title,
      body: given.body,
      reason: given.reason,
      made_by: accountOf(tx.actor),
      made_at: tx.now,
    })
    .execute();
}

async function nextNumber(tx: Tx, year: number): Promise<number> {
  await takeTurns(tx);
  const last = await tx.db
    .selectFrom('dispatch')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('year', '=', year)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

async function getPlanOfTopic(tx: Tx, id: string): Promise<string> {
  const row = await tx.db
    .selectFrom('plan_topic')
    .select('plan_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw dispatchError('dispatch.unknown-topic', {}, 'topicId');
  return row.plan_id;
}

async function getPlan(tx: Tx, id: string): Promise<string> {
  const row = await tx.db
    .selectFrom('plan')
    .select('id')
    .where('id', '=', id)
    .where('status', '=', 'confirmed')
    .executeTakeFirst();
  if (!row) throw dispatchError('dispatch.unknown-plan', {}, 'planId');
  return row.id;
}

async function readPlaces(tx: Tx, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  const units = await tx.db.selectFrom('unit').select('id').where('id', 'in', wanted).execute();
  const villages = await tx.db
    .selectFrom('village')
    .select('id')
    .where('id', 'in', wanted)
    .execute();
  if (units.length + villages.length !== wanted.length) {
    throw dispatchError('dispatch.unknown-recipient', {}, 'recipients');
  }
  return [
    ...units.map(({ id }) => ({ unit_id: id, village_id: null })),
    ...villages.map(({ id }) => ({ unit_id: null, village_id: id })),
  ];
}

function digestOf(title: string, body: string): string {
  return sha256Hex(`${title}\n${body}`);
}
