// The owner's connection for taking and putting back everything: one transaction, the communes it
// holds, and their chains as row security shows them.
import pg from 'pg';
import { kyselyOnOwn } from '../database/commune.server.ts';
import { types } from '../database/pool.server.ts';
import type { Tx } from '../database/tx.server.ts';
import type { RunningDatabase } from '../postgres/running.server.ts';
import { fixTextForms, setCommune } from './rows.server.ts';

/** What of a running database is needed here. */
export type Owned = Pick<RunningDatabase, 'owner' | 'appRole' | 'version'>;

/** Runs `work` in one transaction of the owner's; what it throws takes everything back. */
export async function asOwner<T>(
  database: Owned,
  mode: 'read' | 'write',
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...database.owner, types });
  await client.connect();
  try {
    await client.query(
      mode === 'read' ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN',
    );
    await fixTextForms(client);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * Every commune there is. Row security hides them from a plain listing, so ids come from wherever one
 * is named (hosts, public search, folders of files and anchors) and each is then asked for.
 */
export async function findCommunes(
  client: pg.ClientBase,
  named: Iterable<string>,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT commune_id AS id FROM commune_host UNION SELECT commune_id FROM search_entry',
  );
  const communes: { id: string; name: string }[] = [];
  for (const id of [...new Set([...rows.map((row) => row.id), ...named])].sort()) {
    await setCommune(client, id);
    const found = await client.query<{ name: string }>('SELECT name FROM commune WHERE id = $1', [
      id,
    ]);
    if (found.rows[0]) communes.push({ id, name: found.rows[0].name });
  }
  return communes;
}

/** Runs `work` bound by row security inside one commune, also for an owner whom it doesn't bind. */
export async function insideCommune<T>(
  client: pg.ClientBase,
  communeId: string,
  appRole: string,
  work: (tx: Pick<Tx, 'db' | 'communeId'>) => Promise<T>,
): Promise<T> {
  const { rows } = await client.query<{ unbound: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS unbound FROM pg_roles WHERE rolname = current_user',
  );
  await setCommune(client, communeId);
  if (rows[0]?.unbound) await client.query(`SET LOCAL ROLE ${pg.escapeIdentifier(appRole)}`);
  const result = await work({ db: kyselyOnOwn(client), communeId });
  if (rows[0]?.unbound) await client.query('RESET ROLE');
  return result;
}
