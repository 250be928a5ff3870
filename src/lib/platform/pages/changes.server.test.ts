// News of changes on a real database: raised with the change, heard at once here and soon elsewhere.
import { afterEach, expect, it, vi } from 'vitest';
import { systemJob } from '../actor.ts';
import { inCommune } from '../database/commune.server.ts';
import { newId } from '../ids.server.ts';
import { useTestDatabase } from '../testing.server.ts';
import { type Change, type Listener, startListening, stopListening } from './changes.server.ts';

const office = useTestDatabase();
afterEach(stopListening);

/** A busy machine takes its time over a connection; the second that vi grants by itself is too little. */
const PATIENCE = { timeout: 20_000 };

function recorder() {
  const heard: Change[] = [];
  const deleted: number[] = [];
  const versions: number[] = [];
  const there: boolean[] = [];
  const listener: Listener = {
    changed: (change) => void heard.push(change),
    version: (_, version) => void versions.push(version),
    deleteCommune: (_, version) => void deleted.push(version),
    communes: () => [office().communeId],
    reachable: (isThere) => void there.push(isThere),
  };
  return { listener, heard, deleted, versions, there };
}

function addVillage(also: (deletePages: () => void) => void = () => undefined) {
  return inCommune(
    office().communeId,
    async (tx) => {
      const id = newId();
      await tx.db
        .insertInto('village')
        .values({ commune_id: tx.communeId, id, name: 'thôn Một', slug: `thon-${id.slice(-12)}` })
        .execute();
      also(tx.deletePages);
    },
    { write: true, actor: systemJob('test') },
  );
}

it('names the tables of a change and counts versions up', async () => {
  const { listener, heard, there } = recorder();
  startListening(listener, office().app);
  await vi.waitFor(() => expect(there).toEqual([true]), PATIENCE);
  await addVillage();
  await addVillage();
  expect(heard.map((change) => change.tables)).toEqual([['village'], ['village']]);
  expect((heard[1]?.version ?? 0) - (heard[0]?.version ?? 0)).toBe(1);
  const seen = await inCommune(office().communeId, async (tx) => tx.publicVersion);
  expect(seen).toBe(heard[1]?.version);
});

it('says nothing of a change to what no page is made of, nor of one that was taken back', async () => {
  const { listener, heard } = recorder();
  startListening(listener, office().app);
  await inCommune(
    office().communeId,
    async (tx) => {
      await tx.db.deleteFrom('visit_day').execute();
    },
    { write: true, actor: systemJob('test') },
  );
  const failing = addVillage(() => {
    throw new Error('taken back');
  });
  await expect(failing).rejects.toThrow('taken back');
  expect(heard).toEqual([]);
});

it('notes what a reading stood on, through a fold kept in memory as well', async () => {
  const reads = await inCommune(office().communeId, async (tx) => {
    await tx.db.selectFrom('unit').select('id').execute();
    return [...tx.touched.reads];
  });
  expect(reads).toEqual(expect.arrayContaining(['commune', 'unit']));
});

it('deletes here at once, and waits until a silent process of earlier is past its time', async () => {
  const { listener, deleted, there } = recorder();
  startListening(listener, office().app);
  await vi.waitFor(() => expect(there).toEqual([true]), PATIENCE);
  await office().ownerPool.query(
    "INSERT INTO page_process (name, seen_at) VALUES ('gone', now() - interval '20 minutes')",
  );
  await addVillage((deletePages) => deletePages());
  expect(deleted).toHaveLength(1);
});

it('does not acknowledge a deletion before another process has carried it out', async () => {
  await office().ownerPool.query('DELETE FROM page_deletion');
  await office().ownerPool.query(
    "INSERT INTO page_process (name, seen_at) VALUES ('other', now()) ON CONFLICT (name) DO UPDATE SET seen_at = now()",
  );
  let acknowledged = false;
  const withdrawing = addVillage((deletePages) => deletePages()).then(() => (acknowledged = true));
  const pool = office().ownerPool;
  const order = await vi.waitFor(async () => {
    const found = await pool.query<{ id: string }>(
      `SELECT id FROM page_deletion d WHERE NOT EXISTS
         (SELECT FROM page_deletion_done WHERE deletion_id = d.id AND process = 'other')
       ORDER BY asked_at DESC LIMIT 1`,
    );
    expect(found.rows).toHaveLength(1);
    return found.rows[0]?.id;
  }, PATIENCE);
  expect(acknowledged).toBe(false);
  await pool.query(
    "INSERT INTO page_deletion_done (deletion_id, process, done_at) VALUES ($1, 'other', now())",
    [order],
  );
  await withdrawing;
  expect(acknowledged).toBe(true);
  await pool.query("DELETE FROM page_process WHERE name = 'other'");
});
