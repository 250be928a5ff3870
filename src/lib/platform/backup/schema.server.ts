// What a restore does to the schema around the loading: an empty one makes room, foreign keys wait.
import type pg from 'pg';
import { backupError } from './errors.ts';
import { listTables, quoted } from './tables.server.ts';

/**
 * Removes tables and functions of an installation that has no row yet, so that the backup's own
 * schema can be built. Looks at all rows, not at a commune's. @throws LoaError `restore.not-empty`
 */
export async function dropEverything(client: pg.ClientBase): Promise<void> {
  const tables = await listTables(client);
  for (const { name } of tables) {
    await client.query(`ALTER TABLE public.${quoted(name)} NO FORCE ROW LEVEL SECURITY`);
    const { rowCount } = await client.query(`SELECT FROM public.${quoted(name)} LIMIT 1`);
    if (rowCount) throw backupError('restore.not-empty', { table: name });
  }
  const { rows } = await client.query<{ routine: string }>(
    `SELECT p.oid::regprocedure::text AS routine FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                         AND d.objid = p.oid AND d.deptype = 'e')`,
  );
  for (const { routine } of rows) await client.query(`DROP ROUTINE ${routine} CASCADE`);
  const names = [...tables.map(({ name }) => name), 'migration'];
  await client.query(
    `DROP TABLE IF EXISTS ${names.map((n) => `public.${quoted(n)}`).join(', ')} CASCADE`,
  );
}

/**
 * Lets rows be loaded in any order: foreign keys are checked by the function that is returned, which
 * also puts them back to what they were.
 */
export async function deferForeignKeys(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ table: string; name: string }>(
    `SELECT k.conrelid::regclass::text AS table, quote_ident(k.conname) AS name FROM pg_constraint k
      WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
        AND NOT k.condeferrable AND k.conparentid = 0`,
  );
  const change = async (how: string) => {
    for (const { table, name } of keys) {
      await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} ${how}`);
    }
  };
  await change('DEFERRABLE INITIALLY DEFERRED');
  return async () => {
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await change('NOT DEFERRABLE');
  };
}
