// The TypeScript types of the migrated schema, as they are checked in.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';

const PROJECT = path.resolve(import.meta.dirname, '../../../..');

/** Where the types are checked in. */
export const SCHEMA_FILE = path.join(PROJECT, 'src/lib/platform/database/schema.ts');

/** How the pool reads PostgreSQL's types (database/pool.server.ts), told to the generator. */
const READ_AS = { int8: 'number', numeric: 'number', timestamptz: 'string', date: 'string' };

/** Generates the types from the database that `owner` connects to. */
export async function generateSchemaTypes(owner: pg.PoolConfig): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      path.join(PROJECT, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      ...['--print', '--dialect', 'postgres', '--log-level', 'error'],
      ...['--date-parser', 'string', '--type-mapping', JSON.stringify(READ_AS)],
      // The runner and the job library keep these to themselves.
      ...['--exclude-pattern', '{public.migration,pgboss.*}'],
    ],
    // The address holds a password: the environment, unlike arguments, is closed to other users.
    { cwd: PROJECT, env: { ...process.env, DATABASE_URL: addressOf(owner) } },
  );
  return `${stdout.trim()}\n`;
}

function addressOf(config: pg.PoolConfig): string {
  if (config.connectionString) return config.connectionString;
  const { user = '', password, host = '', port = 5432, database = '', options } = config;
  const query = new URLSearchParams({ host, ...(options ? { options } : {}) });
  const name = `${encodeURIComponent(user)}:${encodeURIComponent(String(password ?? ''))}`;
  return `postgres://${name}@localhost:${port}/${database}?${query}`;
}
