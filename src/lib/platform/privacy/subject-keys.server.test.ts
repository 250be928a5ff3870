// Keys of subjects: what one seals no other opens.
import { describe, expect, test } from 'vitest';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { newId } from '../ids.server.ts';
import { addTestCommune, useTestDatabase } from '../testing.server.ts';
import { makeSubjectKey, readSubjectKeys } from './subject-keys.server.ts';

const database = useTestDatabase();
const office = <Value>(work: (tx: Tx) => Promise<Value>) =>
  inCommune(database().communeId, work, { write: true });
const WORDS = 'Bà con thôn Đầu';

async function sealed(): Promise<{ id: string; bytes: Buffer }> {
  const id = newId();
  const key = await office((tx) => makeSubjectKey(tx, id));
  if (!key) throw new Error('a new id has no key');
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

  test('is made once, however many ask for it at once', async () => {
    const id = newId();
    const made = await Promise.all(
      [1, 2, 3].map(() => office(async (tx) => (await makeSubjectKey(tx, id)) !== undefined)),
    );
    expect(made.filter(Boolean)).toEqual([true]);
  });
});
