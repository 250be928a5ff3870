// Keys of subjects: what one seals no other opens, and a destroyed key stays destroyed after a restore.
import { describe, expect, test } from 'vitest';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { newId } from '../ids.server.ts';
import { addTestCommune, useTestDatabase } from '../testing.server.ts';
import {
  destroyAgain,
  destroySubjectKeys,
  makeSubjectKey,
  readSubjectKeys,
} from './subject-keys.server.ts';

const database = useTestDatabase();
const office = <Value>(work: (tx: Tx) => Promise<Value>) =>
  inCommune(database().communeId, work, { write: true });
const WORDS = 'Bà con thôn Đầu';

async function sealed(): Promise<{ id: string; bytes: Buffer }> {
  const id = newId();
  const key = await office((tx) => makeSubjectKey(tx, id));
  return { id, bytes: key.seal('text', WORDS) };
}
const keyOf = async (id: string) => (await office((tx) => readSubjectKeys(tx, [id]))).get(id);

describe('the key of a subject', () => {
  test('opens what it sealed, as that field only, and nobody else’s does', async () => {
    const [one, other] = [await sealed(), await sealed()];
    const key = await keyOf(one.id);
    expect(key?.open('text', one.bytes)).toBe(WORDS);
    expect(() => key?.open('sender', one.bytes)).toThrow();
    expect(() => key?.open('text', other.bytes)).toThrow();
    one.bytes[20] = (one.bytes[20] ?? 0) ^ 1;
    expect(() => key?.open('text', one.bytes)).toThrow();
  });

  test('is of one commune', async () => {
    const { id } = await sealed();
    const neighbour = await addTestCommune('xã Bình Yên', `binh-yen-${newId()}.example`);
    expect((await inCommune(neighbour, (tx) => readSubjectKeys(tx, [id]))).size).toBe(0);
  });

  test('once destroyed is gone, also when an older row comes back', async () => {
    const [gone, stays] = [await sealed(), await sealed()];
    const row = await office((tx) =>
      tx.db.selectFrom('subject_key').selectAll().where('id', '=', gone.id).executeTakeFirst(),
    );
    await office((tx) => destroySubjectKeys(tx, [gone.id]));
    expect(await keyOf(gone.id)).toBeUndefined();
    // What a restore does: the row is as it was.
    await office((tx) =>
      tx.db
        .updateTable('subject_key')
        .set({ sealed_key: row?.sealed_key ?? null, destroyed_at: null })
        .where('id', '=', gone.id)
        .execute(),
    );
    expect((await keyOf(gone.id))?.open('text', gone.bytes)).toBe(WORDS);
    expect(await office(destroyAgain)).toBe(1);
    expect(await office(destroyAgain)).toBe(0);
    expect(await keyOf(gone.id)).toBeUndefined();
    expect((await keyOf(stays.id))?.open('text', stays.bytes)).toBe(WORDS);
  });
});
