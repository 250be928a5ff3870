// The database that comes with Loa, through its life: made, used, found running, left behind, refused.
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from './roles.server.ts';
import type { RunningDatabase } from './running.server.ts';
import { startDatabase } from './start.server.ts';

// Spaces and Vietnamese letters, as in the folders of real offices.
const data = mkdtempSync(path.join(tmpdir(), 'loa thử '));
let home = '';
let running: RunningDatabase;

function start(share = false): Promise<RunningDatabase> {
  return startDatabase({ dataFolder: data, command: 'test', share, env: {} });
}

function inCluster(...names: string[]): string {
  return path.join(home, 'data', ...names);
}

function postmasterPid(): number {
  return Number(readFileSync(inCluster('postmaster.pid'), 'utf8').split('\n')[0]);
}

async function ask(database: RunningDatabase, sql: string): Promise<Record<string, unknown>[]> {
  return await withClient(database.app, async (client) => (await client.query(sql)).rows);
}

beforeAll(async () => {
  running = await start();
  home = running.where;
});

afterAll(async () => {
  await running.stop();
  if (home.startsWith('/var/lib/loa/')) rmSync(home, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
});

describe('a running cluster', () => {
  it('has an owner and an app role without special rights', async () => {
    const roles = await ask(
      running,
      `SELECT rolname, rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication AS mighty
         FROM pg_roles WHERE rolname LIKE 'loa%' ORDER BY rolname`,
    );
    expect(roles).toEqual([
      { rolname: 'loa_app', mighty: false },
      { rolname: 'loa_owner', mighty: false },
    ]);
    const [owner] = await ask(
      running,
      `SELECT pg_get_userbyid(datdba) AS name FROM pg_database WHERE datname = current_database()`,
    );
    expect(owner).toEqual({ name: 'loa_owner' });
  });

  it('keeps what it acknowledges, checks its pages, and is closed to the network', async () => {
    const [settings] = await ask(
      running,
      `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
              current_setting('synchronous_commit') AS commit, current_setting('data_checksums') AS sums,
              current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS network`,
    );
    const network = process.platform === 'win32' ? '127.0.0.1' : '';
    expect(settings).toEqual({
      fsync: 'on',
      pages: 'on',
      commit: 'on',
      sums: 'on',
      encoding: 'UTF8',
      network,
    });
  });

  it('lets nobody in without a password', async () => {
    const stranger = { ...running.app, password: 'guess' };
    await expect(withClient(stranger, async () => undefined)).rejects.toMatchObject({
      code: '28P01',
    });
  });

  it('keeps its passwords and its socket to itself', () => {
    expect(statSync(path.join(data, 'database.json')).mode & 0o077).toBe(0);
    expect(statSync(String(running.app.host)).mode & 0o077).toBe(0);
    expect(String(running.app.host).length).toBeLessThan(80);
  });

  it('refuses a second Loa and says who is there', async () => {
    await expect(start()).rejects.toMatchObject({
      code: 'database.running',
      details: { pid: process.pid, command: 'test', folder: data },
    });
  });

  it('lets a command join, which leaves it running', async () => {
    const joined = await start(true);
    await joined.stop();
    expect(await ask(running, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('after a stop', () => {
  it('is gone with its socket, and keeps its data', async () => {
    await withClient(running.owner, (client) => client.query('CREATE TABLE kept (a int)'));
    await running.stop();
    expect(existsSync(String(running.app.host))).toBe(false);
    running = await start();
    await withClient(running.owner, (client) => client.query('DROP TABLE kept'));
  });

  it('removes the mark of a dead server whose number went to another process', async () => {
    await running.stop();
    const other = spawn('sleep', ['60']);
    writeFileSync(inCluster('postmaster.pid'), `${other.pid}\n${inCluster()}\n1\n5432\n\n\n\n`);
    running = await start();
    expect(postmasterPid()).not.toBe(other.pid);
    expect(other.exitCode).toBeNull();
    other.kill();
  });

  it('refuses the data of another major version and says what to do', async () => {
    await running.stop();
    const real = readFileSync(inCluster('PG_VERSION'), 'utf8');
    writeFileSync(inCluster('PG_VERSION'), '14\n');
    await expect(start()).rejects.toMatchObject({
      code: 'database.other-major',
      details: { found: 14 },
    });
    writeFileSync(inCluster('PG_VERSION'), real);
    running = await start();
  });

  it('refuses settings that would lose acknowledged writes', async () => {
    await running.stop();
    const file = inCluster('postgresql.auto.conf');
    const before = readFileSync(file, 'utf8');
    appendFileSync(file, `synchronous_commit = 'off'\n`);
    await expect(start()).rejects.toMatchObject({
      code: 'database.unsafe-setting',
      details: { name: 'synchronous_commit' },
    });
    expect(existsSync(inCluster('postmaster.pid'))).toBe(false);
    writeFileSync(file, before);
    running = await start();
  });

  it('says which file is missing when the passwords are', async () => {
    await running.stop();
    const file = path.join(data, 'database.json');
    const before = readFileSync(file);
    rmSync(file);
    await expect(start()).rejects.toMatchObject({
      code: 'database.secret-lost',
      details: { file },
    });
    writeFileSync(file, before, { mode: 0o600 });
    running = await start();
  });
});
