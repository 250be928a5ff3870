// Mail is written down in the transaction of the change and sent by a job afterwards, always under the same
// Message-ID (ruling 27). Of a try that nobody knows the end of, one is repeated, never a second.
import { randomUUID } from 'node:crypto';
import { requireInPlatform } from '../accounts/permissions.ts';
import { systemJob, type Actor } from '../actor.ts';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { newId } from '../ids.server.ts';
import { defineJob, enqueue } from '../jobs/jobs.server.ts';
import { isOfficeOpen } from '../office/calendar.server.ts';
import { mailError } from './errors.ts';
import { MAIL_TROUBLES } from './mail-server.ts';
import { readMailServer } from './server.server.ts';
import { sendLetter, type Letter, type Outcome } from './transport.server.ts';

const SEND_JOB = 'mail.send';
const SWEEP_JOB = 'mail.sweep';
const SWEEP_MINUTES = 15;
/** A server that stays away is asked for two working days, then the message is given up. */
const MOST_TRIES = 64;
const MOST_UNSURE = 2;
/** A message still on its way after so long belongs to a process that died. */
const LOST_AFTER_MS = 10 * 60_000;

export interface NewMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** Waits for a working hour of the office. */
  readonly inOfficeHours: boolean;
}

/** Writes a message down and asks for it to be sent once this transaction stands. @returns its id */
export async function putMail(tx: Tx, mail: NewMail): Promise<string> {
  const server = await tx.db.selectFrom('mail_server').select('sender_address').executeTakeFirst();
  if (!server) throw mailError('mail.no-server');
  const id = newId();
  await tx.db
    .insertInto('mail_message')
    .values({
      commune_id: tx.communeId,
      id,
      message_id: messageIdOf(id, server.sender_address),
      recipient: mail.to,
      subject: mail.subject,
      body: mail.body,
      in_office_hours: mail.inOfficeHours,
      made_at: tx.now,
    })
    .execute();
  await enqueue(tx, SEND_JOB, { mail: id });
  return id;
}

export interface Clock {
  /** The office's, ISO UTC, instead of its own. */
  readonly now?: string;
  /** The machine's. */
  readonly nowMs?: number;
}

/** Sends one message, unless it is settled, on its way, or has to wait for the office to open. */
export async function sendMail(
  communeId: string,
  id: string,
  { now, nowMs = Date.now() }: Clock = {},
): Promise<void> {
  const options = { write: true, actor: systemJob(SEND_JOB), ...(now !== undefined && { now }) };
  const begun = await inCommune(communeId, (tx) => beginTry(tx, id, nowMs), options);
  if (!begun) return;
  const outcome = await sendLetter(begun.server, begun.letter);
  await inCommune(communeId, (tx) => endTry(tx, id, outcome), options);
}

/** Tries again what waits, and what a process left on its way when it died. */
export async function sweepMail(communeId: string, clock: Clock = {}): Promise<void> {
  const open = await inCommune(communeId, (tx) =>
    tx.db
      .selectFrom('mail_message')
      .select('id')
      .where('settled_at', 'is', null)
      .orderBy('made_at')
      .execute(),
  );
  for (const { id } of open) await sendMail(communeId, id, clock);
}

/**
 * Sends a test message at once, so that whoever set the server up sees what it answers.
 * @throws LoaError `access.*`, `mail.no-server`, `mail.test-failed`
 */
export async function sendTestMail(communeId: string, actor: Actor, to: string): Promise<void> {
  const server = await inCommune(
    communeId,
    (tx) => {
      requireInPlatform(tx.actor, 'mail.manage', {});
      return readMailServer(tx);
    },
    { actor },
  );
  if (!server) throw mailError('mail.no-server');
  const outcome = await sendLetter(server, {
    messageId: messageIdOf(randomUUID(), server.senderAddress),
    to,
    subject: 'Thư thử từ Loa',
    body: 'Đây là thư thử. Nhận được thư này nghĩa là máy chủ gửi thư của xã đã khai đúng.\n',
  });
  if (outcome.state === 'sent') return;
  throw mailError('mail.test-failed', { trouble: MAIL_TROUBLES[outcome.trouble] });
}

defineJob({ name: SEND_JOB, run: (communeId, data) => sendMail(communeId, String(data['mail'])) });
defineJob({
  name: SWEEP_JOB,
  run: (communeId) => sweepMail(communeId),
  everyMinutes: SWEEP_MINUTES,
});

/** Marks a message as on its way, before anybody is asked to take it. */
async function beginTry(tx: Tx, id: string, nowMs: number) {
  const row = await tx.db
    .selectFrom('mail_message')
    .selectAll()
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const lost = row.state === 'going';
  if (lost && nowMs - Date.parse(row.tried_at ?? '') < LOST_AFTER_MS) return undefined;
  const unsure = row.unsure + (lost ? 1 : 0);
  if (unsure >= MOST_UNSURE) {
    await settle(tx, id, { state: 'unsure', trouble: 'unknown', unsure });
    return undefined;
  }
  const server = await readMailServer(tx);
  if (!server || (row.in_office_hours && !(await isOfficeOpen(tx)))) return undefined;
  await tx.db
    .updateTable('mail_message')
    .set({
      state: 'going',
      tries: row.tries + 1,
      unsure,
      tried_at: new Date(nowMs).toISOString(),
    })
    .where('id', '=', id)
    .execute();
  const letter: Letter = {
    messageId: row.message_id,
    to: row.recipient,
    subject: row.subject,
    body: row.body,
  };
  return { server, letter };
}

async function endTry(tx: Tx, id: string, outcome: Outcome): Promise<void> {
  const row = await tx.db
    .selectFrom('mail_message')
    .select(['tries', 'unsure'])
    .where('id', '=', id)
    .where('state', '=', 'going')
    .forUpdate()
    .executeTakeFirst();
  if (!row) return;
  if (outcome.state === 'sent') return settle(tx, id, { state: 'sent', trouble: null });
  const { trouble } = outcome;
  const unsure = row.unsure + (outcome.state === 'unsure' ? 1 : 0);
  if (unsure >= MOST_UNSURE) return settle(tx, id, { state: 'unsure', trouble, unsure });
  if (outcome.state === 'failed' || row.tries >= MOST_TRIES) {
    return settle(tx, id, { state: 'failed', trouble });
  }
  await tx.db
    .updateTable('mail_message')
    .set({ state: 'waiting', trouble, unsure })
    .where('id', '=', id)
    .execute();
}

interface Settled {
  readonly state: 'sent' | 'failed' | 'unsure';
  readonly trouble: string | null;
  readonly unsure?: number;
}

async function settle(tx: Tx, id: string, settled: Settled): Promise<void> {
  await tx.db
    .updateTable('mail_message')
    .set({ ...settled, settled_at: tx.now })
    .where('id', '=', id)
    .execute();
  tx.record({
    kind: settled.state === 'sent' ? 'mail.sent' : 'mail.not-sent',
    subject: { type: 'mail', id },
    data: { ...(settled.trouble !== null && { trouble: settled.trouble }) },
  });
}

function messageIdOf(id: string, sender: string): string {
  return `<${id}@${sender.slice(sender.lastIndexOf('@') + 1)}>`;
}
