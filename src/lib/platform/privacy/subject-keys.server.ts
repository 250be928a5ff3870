// Keys of people who left something of themselves: what they left is sealed under a key of their own, and
// erasing them is destroying that key, wherever copies of the sealed bytes may lie (ruling 11).
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Tx } from '../database/tx.server.ts';
import { openSealed, seal } from '../keys.server.ts';
import { dataFolder } from '../postgres/instance.server.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Makes the key of a new subject; `id` is a uuid of the caller's. */
export async function makeSubjectKey(tx: Tx, id: string): Promise<SubjectKey> {
  const key = randomBytes(32);
  await tx.db
    .insertInto('subject_key')
    .values({
      commune_id: tx.communeId,
      id,
      sealed_key: seal('subject-keys', key, contextOf(tx.communeId, id)),
      made_at: tx.now,
    })
    .execute();
  return new SubjectKey(id, key);
}

/** The keys of subjects by their ids; one that was destroyed is missing. */
export async function readSubjectKeys(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SubjectKey>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('subject_key')
    .select(['id', 'sealed_key'])
    .where('id', 'in', [...ids])
    .where('sealed_key', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap(({ id, sealed_key }) => {
      if (sealed_key === null) return [];
      const key = openSealed('subject-keys', sealed_key, contextOf(tx.communeId, id));
      return [[id, new SubjectKey(id, key)] as const];
    }),
  );
}

/**
 * Destroys keys for good. Their ids are written down beside the database before the change commits, so that
 * a backup taken earlier doesn't bring the keys back with it.
 */
export async function destroySubjectKeys(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const lines = ids.map((id) => `${tx.communeId} ${id} ${tx.now}\n`);
  await appendFile(listFile(), lines.join(''), { mode: 0o600, flush: true });
  await tx.db
    .updateTable('subject_key')
    .set({ sealed_key: null, destroyed_at: tx.now })
    .where('id', 'in', [...ids])
    .where('sealed_key', 'is not', null)
    .execute();
}

/** After a restore: destroys again what had been destroyed here. Returns how many came back and went. */
export async function destroyAgain(tx: Pick<Tx, 'db' | 'communeId'>): Promise<number> {
  const text = await readFile(listFile(), 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return '';
    throw failure;
  });
  let again = 0;
  for (const line of text.split('\n')) {
    const [communeId, id, at] = line.split(' ');
    if (communeId !== tx.communeId || !id || !at) continue;
    const done = await tx.db
      .updateTable('subject_key')
      .set({ sealed_key: null, destroyed_at: at })
      .where('id', '=', id)
      .where('sealed_key', 'is not', null)
      .executeTakeFirst();
    again += Number(done.numUpdatedRows);
  }
  return again;
}

/** Seals and opens what one subject left; AES-256-GCM, bound to the subject and to what it is. */
export class SubjectKey {
  readonly #id: string;
  readonly #key: Buffer;

  constructor(id: string, key: Buffer) {
    this.#id = id;
    this.#key = key;
  }

  /** @param what names the field, so that one can't be put in the place of another */
  seal(what: string, plain: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    cipher.setAAD(Buffer.from(`${this.#id} ${what}`));
    const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  }

  /** @throws when the bytes are of another subject or field, or were changed. */
  open(what: string, sealed: Buffer): string {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(`${this.#id} ${what}`));
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = sealed.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  }
}

function listFile(): string {
  return path.join(dataFolder(), 'destroyed-keys');
}

function contextOf(communeId: string, id: string): string {
  return `${communeId} subject ${id}`;
}
