// Keys of people who left something of themselves: what they left is sealed under a key of their own, and
// erasing them is destroying that key, wherever copies of the sealed bytes may lie (ruling 11).
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Tx } from '../database/tx.server.ts';
import { openSealed, seal } from '../keys.server.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Makes the key of a new subject; `id` is a uuid of the caller's.
 * @returns undefined where the id has had a key before; of several that ask at once one gets it
 */
export async function makeSubjectKey(tx: Tx, id: string): Promise<SubjectKey | undefined> {
  const key = randomBytes(32);
  const made = await tx.db
    .insertInto('subject_key')
    .values({
      commune_id: tx.communeId,
      id,
      sealed_key: seal('subject-keys', key, contextOf(tx.communeId, id)),
      made_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n ? new SubjectKey(id, key) : undefined;
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

function contextOf(communeId: string, id: string): string {
  return `${communeId} subject ${id}`;
}
