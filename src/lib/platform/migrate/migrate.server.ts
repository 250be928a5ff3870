// Brings the schema up to date: plain SQL files in order, each in its own transaction, by the owner.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { sha256Hex } from '../digest.server.ts';
import { migrationError } from './errors.ts';
import { forAppRole, type MigrationFile, orderMigrations } from './migration-file.ts';

export interface MigrateOptions {
  readonly owner: pg.PoolConfig;
  /** The role that migrations grant to. */
  readonly appRole: string;
  readonly folder?: string;
}

const FOLDER = path.resolve(import.meta.dirname, '../../../../migrations');
const UNIQUE_VIOLATION = '23505';
const DUPLICATE_TABLE = '42P07';
/** A table's row type is made a moment before the table itself. */
const DUPLICATE_OBJECT = '42710';

/** Reads the migrations of this version of Loa. */
export function readMigrations(folder: string = FOLDER): MigrationFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return orderMigrations(
    names.map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') })),
  );
}

/**
 * Applies what is missing and returns the names of what it applied. Two starters take turns at the
 * table's lock, file by file. Throws `migration.changed`, `migration.missing`, `migration.failed`.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const files = readMigrations(options.folder);
  const client = new pg.Client(options.owner);
  await client.connect();
  try {
    await ensureTable(client);
    await refuseUnknown(client, files);
    const applied: string[] = [];
    for (const file of files) {
      if (await applyOne(client, file, options.appRole)) applied.push(file.name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

/** Digest by which an applied migration is recognised. */
export function digestOf(file: MigrationFile): string {
  return sha256Hex(file.sql);
}

/**
 * Applies `files` inside the open transaction of `client`, for a restore that is kept whole or not at
 * all. Throws `migration.failed`.
 */
export async function applyWithin(
  client: pg.Client,
  files: readonly MigrationFile[],
  appRole: string,
): Promise<void> {
  await ensureTable(client);
  for (const file of files) await apply(client, file, appRole);
}

async function ensureTable(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`SELECT to_regclass('public.migration') AS found`);
  if (rows[0].found !== null) return;
  try {
    await client.query(
      `CREATE TABLE public.migration (
         number integer NOT NULL,
         name text NOT NULL,
         sha256 text NOT NULL,
         applied_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT migration_pk PRIMARY KEY (number)
       );
       COMMENT ON TABLE public.migration IS 'Which files of migrations/ were applied here, and when'`,
    );
  } catch (error) {
    // Another starter made it in the same moment.
    const code = (error as { code?: string }).code;
    if (![UNIQUE_VIOLATION, DUPLICATE_TABLE, DUPLICATE_OBJECT].includes(code ?? '')) throw error;
  }
}

async function refuseUnknown(client: pg.Client, files: readonly MigrationFile[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM public.migration WHERE number > $1 ORDER BY number LIMIT 1',
    [files.length],
  );
  if (rows[0]) throw migrationError('migration.missing', { name: rows[0].name });
}

/** True if it was applied now, false if it had been. */
async function applyOne(client: pg.Client, file: MigrationFile, appRole: string): Promise<boolean> {
  const sha256 = digestOf(file);
  if (await isApplied(client, file, sha256)) return false;
  await client.query('BEGIN');
  try {
    await client.query('LOCK TABLE public.migration IN SHARE ROW EXCLUSIVE MODE');
    if (await isApplied(client, file, sha256)) {
      await client.query('COMMIT');
      return false;
    }
    await apply(client, file, appRole);
    await client.query('COMMIT');
    return true;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function apply(client: pg.Client, file: MigrationFile, appRole: string): Promise<void> {
  await client.query(forAppRole(file.sql, appRole)).catch((error: pg.DatabaseError) => {
    throw migrationError('migration.failed', { name: file.name, reason: describe(file, error) });
  });
  await client.query('INSERT INTO public.migration (number, name, sha256) VALUES ($1, $2, $3)', [
    file.number,
    file.name,
    digestOf(file),
  ]);
}

async function isApplied(client: pg.Client, file: MigrationFile, sha256: string): Promise<boolean> {
  const { rows } = await client.query<{ sha256: string }>(
    'SELECT sha256 FROM public.migration WHERE number = $1',
    [file.number],
  );
  if (!rows[0]) return false;
  if (rows[0].sha256 !== sha256) throw migrationError('migration.changed', { name: file.name });
  return true;
}

/** The server's words and the line they point at. */
function describe(file: MigrationFile, error: pg.DatabaseError): string {
  const at = Number(error.position);
  if (!at) return error.message;
  return `${error.message} (dòng ${file.sql.slice(0, at).split('\n').length})`;
}
