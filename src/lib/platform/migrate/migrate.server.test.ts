// Tests of the migration runner against a real server: order, checksums, two starters, failures.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../testing.server.ts';
import { migrate } from './migrate.server.ts';

const office = useTestDatabase();
let folder = '';

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'loa-migrations-'));
  // The clone is migrated already; these tests bring their own history.
  await office().ownerPool.query('DROP TABLE IF EXISTS migration, trial, trial_two');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, sql: string): void {
  writeFileSync(path.join(folder, name), sql);
}

function run(): Promise<string[]> {
  return migrate({ owner: office().owner, appRole: 'loa_app', folder });
}

describe('migrate', () => {
  it('applies files once, in order', async () => {
    write('0002-add-column.sql', 'ALTER TABLE trial ADD COLUMN b text');
    write('0001-create-trial.sql', 'CREATE TABLE trial (a text)');
    expect(await run()).toEqual(['0001-create-trial.sql', '0002-add-column.sql']);
    expect(await run()).toEqual([]);
  });

  it('lets one of two starters wait for the other', async () => {
    write('0001-create-trial.sql', 'CREATE TABLE trial (a text); SELECT pg_sleep(0.2)');
    write('0002-create-other.sql', 'CREATE TABLE trial_two (a text)');
    const results = await Promise.all([run(), run(), run()]);
    expect(results.flat().sort()).toEqual(['0001-create-trial.sql', '0002-create-other.sql']);
  });

  it('names a file that changed after it was applied', async () => {
    write('0001-create-trial.sql', 'CREATE TABLE trial (a text)');
    await run();
    write('0001-create-trial.sql', 'CREATE TABLE trial (a int)');
    await expect(run()).rejects.toMatchObject({
      code: 'migration.changed',
      details: { name: '0001-create-trial.sql' },
    });
  });

  it('keeps nothing of a file that fails, and says at which line', async () => {
    write('0001-create-trial.sql', 'CREATE TABLE trial (a text);\nCREATE TABL oops');
    await expect(run()).rejects.toMatchObject({ code: 'migration.failed' });
    await expect(run()).rejects.toThrow('dòng 2');
    const { rows } = await office().ownerPool.query(`SELECT to_regclass('trial') AS found`);
    expect(rows[0].found).toBeNull();
  });

  it('refuses a database that a newer version has migrated', async () => {
    write('0001-create-trial.sql', 'CREATE TABLE trial (a text)');
    write('0002-create-other.sql', 'CREATE TABLE trial_two (a text)');
    await run();
    rmSync(path.join(folder, '0002-create-other.sql'));
    await expect(run()).rejects.toMatchObject({ code: 'migration.missing' });
  });
});
