// Tests that an examination notices what it is for: each thing is first well, then spoiled.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorHead } from '../events/anchor.server.ts';
import { inCommune } from '../database/commune.server.ts';
import { forgetKeys, keyFingerprint } from '../keys.server.ts';
import { addTestCommune, useTestDatabase } from '../testing.server.ts';
import { examineChains } from './chains.server.ts';
import { examineMigrations, examineRole, examineSettings } from './database.server.ts';
import { type Finding, judgeClock, judgeDisk, judgeVoice } from './finding.ts';
import { examineBackups, examineMachine, examineOrphans } from './machine.server.ts';

const office = useTestDatabase();
const NOW = Date.parse('2026-05-01T00:00:00.000Z');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'loa-doctor-'));
  process.env['LOA_DATA'] = folder;
  forgetKeys();
});
afterEach(() => {
  delete process.env['LOA_DATA'];
  forgetKeys();
  rmSync(folder, { recursive: true, force: true });
});

const states = (findings: readonly Finding[], id: string) =>
  findings.filter((each) => each.id === id).map(({ state }) => state);

/** Looks twice in one transaction, before and after it is spoiled, and takes that back. */
async function spoiled(
  look: (client: pg.Client) => Promise<Finding[]>,
  spoil: string,
): Promise<[Finding[], Finding[]]> {
  const client = new pg.Client(office().owner);
  await client.connect();
  try {
    await client.query('BEGIN');
    const before = await look(client);
    await client.query(spoil);
    return [before, await look(client)];
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

describe('the database', () => {
  it('is durable only when every setting is on', async () => {
    const [before, after] = await spoiled(examineSettings, 'SET LOCAL synchronous_commit = off');
    // The throw-away cluster of the tests runs without fsync, and that is noticed too.
    const named = (findings: Finding[]) => findings.map(({ says }) => says.split(' ')[0]);
    expect(named(after)).toContain('synchronous_commit');
    expect(after.every(({ state }) => state === 'fault')).toBe(true);
    expect(after.length).toBeGreaterThanOrEqual(before.length);
  });

  it('has the schema of this program, an older or a strange one', async () => {
    const last = 'DELETE FROM migration WHERE number = (SELECT max(number) FROM migration)';
    const [before, older] = await spoiled(examineMigrations, last);
    expect(states(before, 'database.schema')).toEqual(['ok']);
    expect(states(older, 'database.schema')).toEqual(['warning']);
    const change = `UPDATE migration SET sha256 = 'other' WHERE number = 2`;
    const [, strange] = await spoiled(examineMigrations, change);
    expect(states(strange, 'database.schema')).toEqual(['fault']);
  });

  it('keeps the app role small', async () => {
    const client = new pg.Client(office().app);
    await client.connect();
    expect(states(await examineRole(client), 'database.roles')).toEqual(['ok']);
    await client.end();
    // The owner in the app's place, and a wall that was taken down.
    const [before, after] = await spoiled(
      examineRole,
      'ALTER TABLE act NO FORCE ROW LEVEL SECURITY',
    );
    expect(states(before, 'database.roles')).toEqual(['fault']);
    const walls = (findings: Finding[]) =>
      findings.filter(({ says }) => says.includes('Bảng act '));
    expect([walls(before).length, walls(after).length]).toEqual([0, 1]);
  });
});

describe('the chains', () => {
  const record = (commune: string, note: string, now?: string) =>
    inCommune(
      commune,
      async (tx) =>
        tx.record({ kind: 'note.made', subject: { type: 'note', id: commune }, data: { note } }),
      { write: true, ...(now ? { now } : {}) },
    );
  const of = (findings: readonly Finding[]) => findings.filter(({ says }) => says.includes('Khám'));

  it('are whole, anchored and in the past, or it is said', async () => {
    const commune = await addTestCommune('xã Khám', 'kham.example');
    await record(commune, 'a', '2026-04-30T10:00:00.000Z');
    const unanchored = of(await examineChains(false, NOW));
    expect(states(unanchored, 'chain')).toEqual(['ok']);
    expect(states(unanchored, 'anchors')).toEqual(['warning']);
    await anchorHead(commune);
    expect(states(of(await examineChains(true, NOW)), 'anchors')).toEqual(['ok']);
    const early = of(await examineChains(false, Date.parse('2026-04-01T00:00:00.000Z')));
    expect(states(early, 'clock')).toEqual(['warning']);
    const client = await office().ownerPool.connect();
    await client.query(
      `BEGIN; SET LOCAL loa.commune = '${commune}'; UPDATE event SET kind = 'note.other'; COMMIT`,
    );
    client.release();
    expect(states(of(await examineChains(false, NOW)), 'chain')).toEqual(['fault']);
  });
});

it('a machine without a voice is no fault, and says what would give it one', () => {
  expect(judgeVoice(undefined).says).toContain('đọc được');
  expect(judgeVoice('chưa cài espeak-ng')).toMatchObject({
    state: 'ok',
    says: expect.stringContaining('chưa cài espeak-ng'),
  });
});

describe('the machine', () => {
  it('keeps the data folder closed', () => {
    expect(states(examineMachine(folder, undefined), 'folder.closed')).toEqual(['ok']);
    writeFileSync(path.join(folder, 'database.json'), '{}', { mode: 0o600 });
    chmodSync(path.join(folder, 'database.json'), 0o644);
    chmodSync(folder, 0o750);
    expect(states(examineMachine(folder, undefined), 'folder.closed')).toEqual(['fault', 'fault']);
  });

  it('has a backup of the present key, not long ago, and sealed', () => {
    expect(states(examineBackups(folder, NOW), 'key.kept')).toEqual(['ok']);
    const masterKey = keyFingerprint();
    expect(states(examineBackups(folder, NOW), 'key.kept')).toEqual(['warning']);
    const note = { at: '2026-04-30T00:00:00.000Z', file: '/x.loa', sealed: true, masterKey };
    const look = (changes: object) => {
      writeFileSync(path.join(folder, 'last-backup.json'), JSON.stringify({ ...note, ...changes }));
      return examineBackups(folder, NOW).map(({ id, state }) => `${id} ${state}`);
    };
    expect(look({})).toEqual(['key.kept ok', 'backup.age ok']);
    expect(look({ at: '2026-04-01T00:00:00.000Z' })).toContain('backup.age warning');
    expect(look({ masterKey: 'another' })).toContain('key.kept warning');
    expect(look({ sealed: false })).toContain('backup.seal warning');
  });

  it('names clusters whose data folder is gone or another’s', () => {
    const cluster = (id: string, owner: string) => {
      mkdirSync(path.join(folder, 'system', id), { recursive: true });
      writeFileSync(path.join(folder, 'system', id, 'data-folder'), owner);
    };
    mkdirSync(path.join(folder, 'system', 'postgresql-18'), { recursive: true });
    writeFileSync(path.join(folder, 'instance.json'), JSON.stringify({ id: 'aaaaaaaaaaaa' }));
    cluster('aaaaaaaaaaaa', folder);
    cluster('bbbbbbbbbbbb', folder);
    cluster('cccccccccccc', path.join(folder, 'gone'));
    const found = examineOrphans(path.join(folder, 'system'));
    expect(found.map(({ todo }) => path.basename(todo ?? ''))).toEqual([
      'bbbbbbbbbbbb',
      'cccccccccccc',
    ]);
  });

  it('has room and the right time', () => {
    const gib = 1024 ** 3;
    const room = [0.1, 1, 10].map((free) => judgeDisk('/x', free * gib).state);
    expect(room).toEqual(['fault', 'warning', 'ok']);
    expect([0, -20_000, 90_000].map((ahead) => judgeClock('x', ahead).state)).toEqual([
      'ok',
      'warning',
      'fault',
    ]);
  });
});
