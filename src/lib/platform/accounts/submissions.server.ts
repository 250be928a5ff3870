// Forms that arrived after their session had run out: kept sealed on disk for a day, for the same
// person to send on after signing in again. Nothing typed is lost; nobody else can read it.
import { mkdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { instantFromMillis } from '#lib/vietnam/index.ts';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { writeDurably } from '../files/durable.server.ts';
import { isId } from '../id-form.ts';
import { newId } from '../ids.server.ts';
import { openSealed, seal } from '../keys.server.ts';
import { dataFolder } from '../postgres/instance.server.ts';
import { accountError } from './errors.ts';

export const LARGEST_BYTES = 32 * 1024 * 1024;
const MOST_PER_ACCOUNT = 5;
const KEEP_MS = 24 * 3_600_000;

export interface Submission {
  readonly id: string;
  /** Where it was going, with the name of the form's action. */
  readonly path: string;
  /** When it arrived, ISO UTC. */
  readonly createdAt: string;
}

export interface SubmissionBody {
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Keeps a form for the account. @throws LoaError `submission.too-large` */
export async function keepSubmission(
  communeId: string,
  accountId: string,
  sent: { path: string; contentType: string; body: ReadableStream<Uint8Array> | null },
  nowMs = Date.now(),
): Promise<string> {
  const bytes = await readLimited(sent.body);
  const id = newId();
  const name = `${id}.sealed`;
  await writeDurably(
    fileOf(name),
    seal('pending-submissions', bytes, contextOf(communeId, accountId, id)),
  );
  const dropped = await inCommune(
    communeId,
    async (tx) => {
      await tx.db
        .insertInto('pending_submission')
        .values({
          commune_id: communeId,
          id,
          account_id: accountId,
          path: sent.path,
          content_type: sent.contentType,
          body_name: name,
          created_at: instantFromMillis(nowMs),
        })
        .execute();
      return [...(await dropSurplus(tx, accountId)), ...(await dropExpired(tx, nowMs))];
    },
    { write: true },
  );
  await removeFiles(dropped);
  return id;
}

/** What waits for the account, the newest first. */
export async function listSubmissions(
  tx: Tx,
  accountId: string,
  nowMs = Date.now(),
): Promise<Submission[]> {
  const rows = await tx.db
    .selectFrom('pending_submission')
    .select(['id', 'path', 'created_at'])
    .where('account_id', '=', accountId)
    .where('created_at', '>', instantFromMillis(nowMs - KEEP_MS))
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, path: row.path, createdAt: row.created_at }));
}

/**
 * Opens a kept form for its own account and the address it was sent to. It stays until
 * `dropSubmission`, so that a failure on the way doesn't lose it.
 * @throws LoaError `submission.gone`
 */
export async function openSubmission(
  communeId: string,
  accountId: string,
  id: string,
  sentTo: string,
  nowMs = Date.now(),
): Promise<SubmissionBody> {
  if (!isId(id)) throw accountError('submission.gone');
  const row = await inCommune(communeId, (tx) =>
    tx.db
      .selectFrom('pending_submission')
      .select(['path', 'content_type', 'body_name'])
      .where('id', '=', id)
      .where('account_id', '=', accountId)
      .where('created_at', '>', instantFromMillis(nowMs - KEEP_MS))
      .executeTakeFirst(),
  );
  if (!row || row.path !== sentTo) throw accountError('submission.gone');
  const sealed = await readFile(fileOf(row.body_name)).catch(() => undefined);
  if (!sealed) throw accountError('submission.gone');
  const bytes = openSealed('pending-submissions', sealed, contextOf(communeId, accountId, id));
  return { contentType: row.content_type, bytes };
}

/** Forgets a kept form: it was sent on, or its owner doesn't want it. */
export async function dropSubmission(
  communeId: string,
  accountId: string,
  id: string,
): Promise<void> {
  const rows = await inCommune(
    communeId,
    (tx) =>
      tx.db
        .deleteFrom('pending_submission')
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .returning('body_name')
        .execute(),
    { write: true },
  );
  await removeFiles(rows.map((row) => row.body_name));
}

/** Forgets what nobody fetched within a day: called by the hourly upkeep. */
export async function dropExpiredSubmissions(
  communeId: string,
  nowMs = Date.now(),
): Promise<number> {
  const names = await inCommune(communeId, (tx) => dropExpired(tx, nowMs), { write: true });
  await removeFiles(names);
  return names.length;
}

async function dropSurplus(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('pending_submission')
    .select(['id', 'body_name'])
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(MOST_PER_ACCOUNT)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  await tx.db.deleteFrom('pending_submission').where('id', 'in', ids).execute();
  return rows.map((row) => row.body_name);
}

async function dropExpired(tx: Tx, nowMs: number): Promise<string[]> {
  const rows = await tx.db
    .deleteFrom('pending_submission')
    .where('created_at', '<=', instantFromMillis(nowMs - KEEP_MS))
    .returning('body_name')
    .execute();
  return rows.map((row) => row.body_name);
}

async function readLimited(body: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (body) {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > LARGEST_BYTES) throw accountError('submission.too-large', { limit: '32 MB' });
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks);
}

async function removeFiles(names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => rm(fileOf(name), { force: true })));
}

function fileOf(name: string): string {
  const folder = path.join(dataFolder(), 'pending');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return path.join(folder, path.basename(name));
}

function contextOf(communeId: string, accountId: string, id: string): string {
  return `${communeId}/${accountId}/${id}`;
}
