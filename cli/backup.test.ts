// Tests of backup and restore on a whole office: everything comes back byte for byte, the chain goes
// on where it was, and whatever is wrong with an archive or a target is refused with nothing kept.
import { randomBytes } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  anchorHead,
  checkAnchors,
  checkBackup,
  closeDatabase,
  inCommune,
  listCommuneIds,
  openDatabase,
  readEvents,
  readMigrations,
  readStoredFile,
  restoreBackup,
  takeBackup,
  verifyChain,
  type BackupReport,
  readAnchors,
} from '#lib/platform/index.server.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { loadDemo } from './demo.ts';

const PASSPHRASE = 'một câu dài để niêm phong';
const office = useTestDatabase();
const folders: string[] = [];
const databases: string[] = [];
let source = '';
let sealedFile = '';
let plainFile = '';
let report: BackupReport;

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'loa-backup-'));
  folders.push(folder);
  return folder;
}

const at = (folder: string) => (process.env['LOA_DATA'] = folder);
const owned = (owner: pg.PoolConfig) => ({ owner, appRole: 'loa_app', version: 'test' });
const take = (file: string, passphrase?: string) =>
  takeBackup(owned(office().owner), { file, passphrase, now: '2026-01-02T03:04:05.000Z' });

/** An empty database: with the present schema when cloned from the run's template, else with none. */
async function newTarget(template: string): Promise<string> {
  const database = `loa_test_${randomBytes(8).toString('hex')}`;
  await office().ownerPool.query('SELECT 1');
  const client = new pg.Client(inject('testServer').superuser);
  await client.connect();
  await client.query(`CREATE DATABASE ${database} OWNER loa_owner TEMPLATE ${template}`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO loa_app`);
  await client.end();
  databases.push(database);
  return database;
}

/** Tables of a database and their rows, as the superuser sees them all. */
async function readWhole(database: string): Promise<Map<string, string[]>> {
  const client = new pg.Client({ ...inject('testServer').superuser, database });
  await client.connect();
  const whole = new Map<string, string[]>();
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`,
  );
  for (const { name } of rows) {
    const found = await client.query<{ row: string }>(
      `SELECT t::text AS row FROM public.${name} t`,
    );
    whole.set(name, found.rows.map(({ row }) => row).sort());
  }
  await client.end();
  return whole;
}

function flip(file: string, position: number): string {
  const copy = path.join(newFolder(), 'flipped.loa');
  const bytes = readFileSync(file);
  bytes[position] = (bytes[position] ?? 0) ^ 1;
  writeFileSync(copy, bytes);
  return copy;
}

async function refused(
  work: Promise<unknown>,
): Promise<{ code: string; details: { member?: string } }> {
  return work.then(
    () => expect.fail('nothing was refused'),
    (error) => error,
  );
}

beforeAll(async () => {
  source = newFolder();
  at(source);
  // The sample answers at localhost, as the fixture's commune does.
  await office().ownerPool.query(`UPDATE commune_host SET host = 'an-binh.example'`);
  const { communeId } = await loadDemo(() => undefined);
  await addTestCommune('xã Bên Cạnh', 'ben-canh.example');
  await anchorHead(communeId);
  sealedFile = path.join(newFolder(), 'office.loa');
  plainFile = path.join(newFolder(), 'plain.loa');
  report = await take(sealedFile, PASSPHRASE);
  await take(plainFile);
}, 240_000);

afterAll(async () => {
  delete process.env['LOA_DATA'];
  const client = new pg.Client(inject('testServer').superuser);
  await client.connect();
  for (const database of databases) {
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  }
  await client.end();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('says what it holds, and hides it', () => {
    expect(report.manifest.communes.length).toBeGreaterThanOrEqual(2);
    expect(report.manifest.lostFiles).toEqual([]);
    const rows = new Map(report.manifest.tables.map((table) => [table.name, table.rows]));
    for (const name of ['account', 'plan', 'duty', 'act', 'event', 'evidence', 'search_entry']) {
      expect([name, (rows.get(name) ?? 0) > 0]).toEqual([name, true]);
    }
    expect(readFileSync(sealedFile).includes('manifest.json')).toBe(false);
    expect(readFileSync(plainFile).includes('manifest.json')).toBe(true);
  });

  it('never replaces a file', async () => {
    expect(await refused(take(sealedFile, PASSPHRASE))).toMatchObject({ code: 'backup.exists' });
    expect(readdirSync(path.dirname(sealedFile))).toEqual(['office.loa']);
  });

  it('is whole after reading it from end to end', async () => {
    const checked = await checkBackup(sealedFile, PASSPHRASE);
    expect(checked).toMatchObject({ sealed: true, signedBy: report.signedBy });
  });

  it('is of one moment while others write', async () => {
    const id = report.manifest.communes.at(-1)?.id ?? '';
    const subject = { type: 'note', id };
    const one = () =>
      inCommune(id, async (tx) => tx.record({ kind: 'note.made', subject }), { write: true });
    let writing = true;
    const writer = (async () => {
      let written = 0;
      for (; writing; written += 1) await one();
      return written;
    })();
    const { manifest } = await take(path.join(newFolder(), 'busy.loa'), PASSPHRASE);
    writing = false;
    expect(await writer).toBeGreaterThan(0);
    expect(manifest.communes.filter(({ fault }) => fault)).toEqual([]);
    const events = manifest.communes.reduce((sum, commune) => sum + commune.events, 0);
    expect(manifest.tables.find(({ name }) => name === 'event')?.rows).toBe(events);
    // The rest is held against what was taken before.
    report = await take((sealedFile = path.join(newFolder(), 'office.loa')), PASSPHRASE);
  });

  it('writes down a stored file that is gone, and keeps the rest', async () => {
    const lost = report.manifest.members.find(({ name }) => name.startsWith('data/files/'))?.name;
    const file = path.join(source, String(lost).slice('data/'.length));
    const bytes = readFileSync(file);
    writeFileSync(file, 'something else');
    try {
      const damaged = await take(path.join(newFolder(), 'lost.loa'), PASSPHRASE);
      expect(damaged.manifest.lostFiles).toEqual([String(lost).slice('data/'.length)]);
      expect(damaged.manifest.members.length).toBe(report.manifest.members.length - 1);
    } finally {
      writeFileSync(file, bytes);
    }
  });
});

describe('a damaged or foreign archive', () => {
  it('with a wrong passphrase stays closed', async () => {
    expect(await refused(checkBackup(sealedFile, 'một câu dài khác hẳn'))).toMatchObject({
      code: 'backup.wrong-passphrase',
    });
    expect(await refused(checkBackup(sealedFile, undefined))).toMatchObject({
      code: 'backup.needs-passphrase',
    });
  });

  it('with one flipped byte names the part, sealed or not', async () => {
    const bytes = readFileSync(plainFile);
    const member = report.manifest.members.find(({ name }) => name.startsWith('rows/event/'));
    const header = bytes.indexOf(Buffer.from(String(member?.name)));
    expect(header).toBeGreaterThan(0);
    const inside = header + 512 + Math.floor((member?.size ?? 0) / 2);
    expect(await refused(checkBackup(flip(plainFile, inside), undefined))).toMatchObject({
      code: 'backup.damaged',
      details: { member: member?.name },
    });
    const places = report.manifest.members.map(({ name }) => name);
    const half = Math.floor(readFileSync(sealedFile).length / 2);
    const error = await refused(checkBackup(flip(sealedFile, half), PASSPHRASE));
    expect(error.code).toBe('backup.damaged');
    expect(places).toContain(error.details.member?.replace('ngay sau ', ''));
  });

  it('with a forged table of contents is refused', async () => {
    const place = readFileSync(plainFile).lastIndexOf(Buffer.from('"madeAt":"2026')) + 10;
    expect(await refused(checkBackup(flip(plainFile, place + 3), undefined))).toMatchObject({
      code: 'backup.damaged',
      details: { member: 'manifest.json' },
    });
  });

  it('cut short anywhere is noticed', async () => {
    const copy = path.join(newFolder(), 'cut.loa');
    for (const [file, passphrase] of [
      [sealedFile, PASSPHRASE],
      [plainFile, undefined],
    ] as const) {
      const whole = readFileSync(file);
      // The last place is the end of a sealed piece: only its mark tells that more must follow.
      for (const length of [whole.length - 1100, Math.floor(whole.length / 3), 64 + 65_552 * 2]) {
        writeFileSync(copy, whole);
        truncateSync(copy, length);
        expect(await refused(checkBackup(copy, passphrase))).toMatchObject({
          code: 'backup.damaged',
        });
      }
    }
  });

  it('that is none is told apart', async () => {
    const file = path.join(newFolder(), 'other.loa');
    writeFileSync(file, randomBytes(4000));
    expect(await refused(checkBackup(file, undefined))).toMatchObject({ code: 'backup.not-one' });
  });
});

describe('a restore', () => {
  const request = () => ({ file: sealedFile, passphrase: PASSPHRASE });

  it('refuses a target with rows, and leaves it and the folder as they were', async () => {
    const before = await readWhole(office().owner.database ?? '');
    const folder = newFolder();
    at(folder);
    expect(await refused(restoreBackup(owned(office().owner), request()))).toMatchObject({
      code: 'restore.not-empty',
    });
    expect(await readWhole(office().owner.database ?? '')).toEqual(before);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a schema this program does not know', async () => {
    at(newFolder());
    const owner = { ...office().owner, database: await newTarget(inject('testServer').template) };
    expect(await refused(restoreBackup(owned(owner), request(), []))).toMatchObject({
      code: 'restore.unknown-migration',
      details: { name: report.manifest.migrations[0]?.name },
    });
  });

  it('keeps nothing when something fails on the way', async () => {
    const folder = newFolder();
    at(folder);
    const database = await newTarget(inject('testServer').template);
    const before = await readWhole(database);
    const owner = { ...office().owner, database };
    const own = readMigrations();
    const broken = {
      number: own.length + 1,
      name: `${own.length + 1}-break.sql`,
      sql: 'SELECT 1/0',
    };
    expect(await refused(restoreBackup(owned(owner), request(), [...own, broken]))).toMatchObject({
      code: 'migration.failed',
    });
    expect(await readWhole(database)).toEqual(before);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    expect(files.filter((entry) => entry.isFile())).toEqual([]);
  });

  it('of an older schema goes on to the present one', async () => {
    at(newFolder());
    const owner = { ...office().owner, database: await newTarget('template0') };
    const own = readMigrations();
    const name = `${String(own.length + 1).padStart(4, '0')}-add-note.sql`;
    const next = { number: own.length + 1, name, sql: `ALTER TABLE act ADD COLUMN note text` };
    const restored = await restoreBackup(owned(owner), request(), [...own, next]);
    expect(restored.applied).toEqual([name]);
    const client = new pg.Client(owner);
    await client.connect();
    const keys = await client.query(
      `SELECT conname FROM pg_constraint WHERE contype = 'f' AND condeferrable`,
    );
    const last = await client.query('SELECT name FROM migration ORDER BY number DESC LIMIT 1');
    await client.end();
    expect([keys.rows, last.rows]).toEqual([[], [{ name }]]);
  }, 120_000);

  it('brings back every row, file, key and anchor, and goes on from there', async () => {
    const expected = await readWhole(office().owner.database ?? '');
    const folder = newFolder();
    at(folder);
    for (const template of ['template0', inject('testServer').template]) {
      const database = await newTarget(template);
      const owner = { ...office().owner, database };
      const restored = await restoreBackup(owned(owner), request());
      expect(restored).toMatchObject({ applied: [], setAside: [], anchorFaults: [] });
      expect(await readWhole(database)).toEqual(expected);
    }
    for (const { name, sha256 } of report.manifest.members) {
      if (!name.startsWith('data/')) continue;
      const kept = name.slice('data/'.length);
      expect(readFileSync(path.join(folder, kept)), sha256).toEqual(
        readFileSync(path.join(source, kept)),
      );
    }
    await closeDatabase();
    const database = databases.at(-1) ?? '';
    openDatabase({ app: { ...office().app, database }, owner: { ...office().owner, database } });
    await goesOn();
  }, 120_000);

  /** The restored office, opened as the app does. */
  async function goesOn(): Promise<void> {
    const ids = await listCommuneIds();
    expect(ids).toEqual(report.manifest.communes.map(({ id }) => id));
    for (const commune of report.manifest.communes) {
      const chain = await inCommune(commune.id, verifyChain);
      expect(chain).toMatchObject({ events: commune.events, fault: undefined });
      const kept = await readAnchors(commune.id);
      const anchors = await inCommune(commune.id, (tx) => checkAnchors(tx, kept));
      expect(anchors.fault).toBeUndefined();
      const files = await inCommune(commune.id, (tx) =>
        tx.db.selectFrom('stored_file').select('sha256').execute(),
      );
      for (const { sha256 } of files) await readStoredFile(commune.id, sha256);
    }
    const busy = report.manifest.communes.find(({ events }) => events > 100);
    const id = String(busy?.id);
    const subject = { type: 'note', id };
    await inCommune(id, async (tx) => tx.record({ kind: 'note.made', subject }), { write: true });
    const last = (await inCommune(id, (tx) => readEvents(tx))).at(-1);
    expect(last?.seq).toBe((busy?.events ?? 0) + 1);
    expect(await inCommune(id, verifyChain)).toMatchObject({ fault: undefined });
  }
});
