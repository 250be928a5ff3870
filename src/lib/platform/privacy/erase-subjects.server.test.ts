// Erasing: listed on the disk first, destroyed only where still due, and destroyed again after a restore.
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { newId } from '../ids.server.ts';
import { useTestDatabase } from '../testing.server.ts';
import { readDestroyed } from './destroyed-keys.server.ts';
import { destroyAgain, eraseSubjects } from './erase-subjects.server.ts';
import { makeSubjectKey, readSubjectKeys } from './subject-keys.server.ts';

const database = useTestDatabase();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'loa-erase-'));
  vi.stubEnv('LOA_DATA', folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const office = <Value>(work: (tx: Tx) => Promise<Value>) =>
  inCommune(database().communeId, work, { write: true });
async function subjects(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  for (const id of ids) await office((tx) => makeSubjectKey(tx, id));
  return ids;
}
const alive = async (ids: readonly string[]) => {
  const keys = await office((tx) => readSubjectKeys(tx, ids));
  return ids.filter((id) => keys.has(id));
};
const list = () => readDestroyed(database().communeId);
const quiet = async () => undefined;
const erase = (
  due: (tx: Tx) => Promise<readonly string[]>,
  tell: (tx: Tx, ids: readonly string[]) => Promise<void> = quiet,
) => eraseSubjects(database().communeId, { due, tell }, {});

describe('erasing subjects', () => {
  test('lists them on the disk before any transaction changes a row', async () => {
    const [gone = '', stays = ''] = await subjects(2);
    const seen: boolean[] = [];
    const told: string[][] = [];
    const count = await erase(
      async (tx) => {
        seen.push((await list()).has(gone), tx.writes);
        return [gone];
      },
      async (_tx, ids) => void told.push([...ids]),
    );
    expect(count).toBe(1);
    // Asked first without the list and without writing, then with both.
    expect(seen).toEqual([false, false, true, true]);
    expect(told).toEqual([[gone]]);
    expect(await alive([gone, stays])).toEqual([stays]);
  });

  test('writes nothing down where nothing is due', async () => {
    const before = [...(await list()).keys()];
    expect(await erase(async () => [])).toBe(0);
    expect([...(await list()).keys()]).toEqual(before);
  });

  test('spares what is no longer due, on the list too', async () => {
    const [gone = '', spared = ''] = await subjects(2);
    const due = async (tx: Tx) => (tx.writes ? [gone] : [gone, spared]);
    expect(await erase(due)).toBe(1);
    expect(await alive([gone, spared])).toEqual([spared]);
    expect([...(await list()).keys()]).toEqual(expect.arrayContaining([gone]));
    expect((await list()).has(spared)).toBe(false);
    expect(await office(destroyAgain)).toBe(0);
    expect(await alive([spared])).toEqual([spared]);
  });

  test('keeps on the list what another machine destroyed in between', async () => {
    const [gone = ''] = await subjects(1);
    const other = async (tx: Tx) => {
      if (!tx.writes) return [gone];
      await tx.db
        .updateTable('subject_key')
        .set({ sealed_key: null, destroyed_at: tx.now })
        .where('id', '=', gone)
        .execute();
      return [];
    };
    expect(await erase(other)).toBe(0);
    expect((await list()).has(gone)).toBe(true);
  });

  test('undone by a failure is done by the next round', async () => {
    const ids = await subjects(1);
    const fail = async () => {
      throw new Error('the record is away');
    };
    await expect(erase(async () => ids, fail)).rejects.toThrow('the record is away');
    expect(await alive(ids)).toEqual(ids);
    expect(await erase(async () => ids)).toBe(1);
    expect(await alive(ids)).toEqual([]);
  });

  test('holds after an older row came back, and past a line that a power cut tore', async () => {
    const [one = '', stays = ''] = await subjects(2);
    const row = await office((tx) =>
      tx.db.selectFrom('subject_key').selectAll().where('id', '=', one).executeTakeFirst(),
    );
    const file = path.join(folder, 'destroyed-keys');
    await appendFile(file, `${database().communeId} ${stays.slice(0, 20)}`);
    await erase(async () => [one]);
    expect(await readFile(file, 'utf8')).toContain(`\n${database().communeId} ${one} `);
    // What a restore does: the row is as it was.
    await office((tx) =>
      tx.db
        .updateTable('subject_key')
        .set({ sealed_key: row?.sealed_key ?? null, destroyed_at: null })
        .where('id', '=', one)
        .execute(),
    );
    expect(await alive([one])).toEqual([one]);
    expect(await office(destroyAgain)).toBe(1);
    expect(await office(destroyAgain)).toBe(0);
    expect(await alive([one, stays])).toEqual([stays]);
  });
});
