import { beforeEach, describe, expect, it } from 'vitest';
import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  anchorHead,
  checkAnchors,
  inCommune,
  readAnchors,
  readEvents,
  subscribe,
  verifyChain,
} from '../index.server.ts';
import { addTestCommune, useTestDatabase } from '../testing.server.ts';

const office = useTestDatabase();
let commune: string;
let made = 0;

beforeEach(async () => {
  made += 1;
  commune = await addTestCommune('xã Chuỗi', `chuoi-${made}.example`);
});

const record = (note: string, now?: string) =>
  inCommune(
    commune,
    async (tx) =>
      tx.record({ kind: 'note.made', subject: { type: 'note', id: commune }, data: { note } }),
    { write: true, ...(now ? { now } : {}) },
  );

/** What only the owner of the database could do, by going round the app. */
async function tamper(text: string, values: unknown[]): Promise<void> {
  const client = await office().ownerPool.connect();
  try {
    await client.query(`BEGIN; SET LOCAL loa.commune = '${commune}'`);
    await client.query(text, values);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

async function anchorReport() {
  const anchors = await readAnchors(commune);
  return inCommune(commune, (tx) => checkAnchors(tx, anchors));
}

const verify = () => inCommune(commune, verifyChain);

describe('the chain of events', () => {
  it('verifies when nobody touched it', async () => {
    for (const note of ['a', 'b', 'c']) await record(note);
    expect(await verify()).toMatchObject({ events: 3, fault: undefined });
  });

  it('can be walked near its end only, which says nothing about earlier events', async () => {
    for (const note of ['a', 'b', 'c', 'd']) await record(note);
    const quick = () => inCommune(commune, (tx) => verifyChain(tx, { last: 2 }));
    expect(await quick()).toMatchObject({ events: 4, fault: undefined });
    await tamper(`UPDATE event SET kind = 'x.y' WHERE seq = $1`, [1]);
    expect(await quick()).toMatchObject({ events: 4, fault: undefined });
    expect(await verify()).toMatchObject({ fault: { seq: 1 } });
    await tamper(`UPDATE event SET kind = 'x.y' WHERE seq = $1`, [3]);
    expect(await quick()).toMatchObject({ fault: { seq: 3, fault: 'changed' } });
    await tamper('DELETE FROM event WHERE seq <= $1', [2]);
    expect(await quick()).toMatchObject({ fault: { seq: 2, fault: 'missing' } });
  });

  it('stays whole when many write at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => record(`n${index}`)));
    expect(await verify()).toMatchObject({ events: 30, fault: undefined });
    const events = await inCommune(commune, (tx) => readEvents(tx));
    expect(events.map((event) => event.seq)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
  });

  it('is read backwards, a page at a time', async () => {
    for (const name of ['one', 'two', 'three', 'four', 'five']) await record(name);
    const page = (before?: number) =>
      inCommune(commune, async (tx) => {
        const events = await readEvents(tx, {
          newestFirst: true,
          limit: 2,
          ...(before && { before }),
        });
        return events.map(({ seq }) => seq);
      });
    expect(await page()).toEqual([5, 4]);
    expect(await page(4)).toEqual([3, 2]);
    expect(await page(2)).toEqual([1]);
  });

  it('names a changed row, in its text or only in a column', async () => {
    for (const note of ['a', 'b', 'c']) await record(note);
    await tamper(`UPDATE event SET kind = 'note.hidden' WHERE seq = $1`, [2]);
    expect((await verify()).fault).toMatchObject({ seq: 2, fault: 'changed' });
    await tamper(
      `UPDATE event SET kind = 'note.made', body = replace(body, '"b"', '"x"') WHERE seq = $1`,
      [2],
    );
    expect((await verify()).fault).toMatchObject({ seq: 2, fault: 'changed' });
  });

  it('names a deleted row, in the middle and at the end', async () => {
    for (const note of ['a', 'b', 'c']) await record(note);
    await tamper('DELETE FROM event WHERE seq = $1', [3]);
    expect((await verify()).fault).toMatchObject({ seq: 3, fault: 'missing' });
    await tamper('DELETE FROM event WHERE seq = $1', [1]);
    expect((await verify()).fault).toMatchObject({ seq: 1, fault: 'missing' });
  });

  it('names an inserted row', async () => {
    for (const note of ['a', 'b']) await record(note);
    await tamper(
      `INSERT INTO event SELECT commune_id, 3, at, occurred_on, actor, kind, subject_type, subject_id,
         body, previous_hash, hash FROM event WHERE seq = $1`,
      [2],
    );
    expect((await verify()).fault).toMatchObject({ seq: 3 });
  });

  it('cannot be changed or shortened by the app itself', async () => {
    await record('a');
    const change = inCommune(
      commune,
      (tx) => tx.db.updateTable('event').set({ kind: 'x' }).execute(),
      { write: true },
    );
    await expect(change).rejects.toThrow(/permission denied/);
    const remove = inCommune(commune, (tx) => tx.db.deleteFrom('event').execute(), { write: true });
    await expect(remove).rejects.toThrow(/permission denied/);
  });

  it('never runs backwards in time, whatever the clock says', async () => {
    await record('late', '2023-06-30T09:00:00.000Z');
    await record('early', '2023-06-30T08:00:00.000Z');
    const events = await inCommune(commune, (tx) => readEvents(tx));
    expect(events.map((event) => event.at)).toEqual([
      '2023-06-30T09:00:00.000Z',
      '2023-06-30T09:00:00.000Z',
    ]);
  });

  it('reads as of an instant, by kind and by subject', async () => {
    await record('march', '2023-03-01T00:00:00.000Z');
    await record('may', '2023-05-01T00:00:00.000Z');
    const asOf = await inCommune(commune, (tx) =>
      readEvents(tx, { recordedBy: '2023-04-01T00:00:00.000Z' }),
    );
    expect(asOf.map((event) => event.data['note'])).toEqual(['march']);
    const other = await inCommune(commune, (tx) => readEvents(tx, { kinds: ['other.kind'] }));
    expect(other).toEqual([]);
  });

  it('lets a subscriber write in the same transaction, or stop it', async () => {
    subscribe('note.copied', async (tx, event) => {
      if (event.data?.['bad']) throw new Error('refused by a subscriber');
      tx.record({ kind: 'copy.made', subject: event.subject });
    });
    const copy = (bad: boolean) =>
      inCommune(
        commune,
        async (tx) =>
          tx.record({ kind: 'note.copied', subject: { type: 'note', id: commune }, data: { bad } }),
        { write: true },
      );
    await copy(false);
    await expect(copy(true)).rejects.toThrow('refused by a subscriber');
    const events = await inCommune(commune, (tx) => readEvents(tx));
    expect(events.map((event) => event.kind)).toEqual(['note.copied', 'copy.made']);
  });

  it('is held against anchors outside the database: a chain recomputed whole is found out', async () => {
    process.env['LOA_DATA'] = mkdtempSync(join(tmpdir(), 'loa-anchors-'));
    await record('a');
    await anchorHead(commune);
    await anchorHead(commune);
    await record('b');
    expect(await anchorReport()).toEqual({
      anchors: 1,
      anchoredSeq: 1,
      fault: undefined,
    });
    // The whole chain is thrown away and written anew, in itself consistent.
    await tamper('DELETE FROM event WHERE seq >= $1', [1]);
    await tamper(`UPDATE event_head SET seq = 0, hash = $1`, ['0'.repeat(64)]);
    await record('a, rewritten');
    expect((await verify()).fault).toBeUndefined();
    expect((await anchorReport()).fault).toMatch(/sự kiện số 1 khác với mốc/i);
  });

  it('passes over an anchor torn by a crash, notes it, and anchors again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loa-anchors-'));
    process.env['LOA_DATA'] = folder;
    await record('a');
    await anchorHead(commune);
    const file = join(folder, 'anchors', `${commune}.jsonl`);
    appendFileSync(file, readFileSync(file, 'utf8').slice(0, 40));
    expect(await anchorReport()).toMatchObject({ anchoredSeq: 1, fault: undefined });
    expect((await anchorReport()).note).toMatch(/ghi dở/);
    await record('b');
    await anchorHead(commune);
    expect(await anchorReport()).toEqual({
      anchors: 2,
      anchoredSeq: 2,
      fault: undefined,
      note: undefined,
    });
    appendFileSync(file, 'no anchor\n');
    expect((await anchorReport()).fault).toMatch(/Dòng 3 /);
  });
});
