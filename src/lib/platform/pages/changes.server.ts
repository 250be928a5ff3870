// News of changes between processes. Truth is the row `public_version`, raised in the transaction of the
// change; a notice only wakes the others, and each process looks at the row every two seconds, so that a
// missed notice costs seconds, not correctness (ruling 17).
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { getPool, types } from '../database/pool.server.ts';
import { newId } from '../ids.server.ts';
import { logFailure } from '../log.server.ts';
import { quietTables } from './quiet-tables.ts';

export interface Change {
  readonly communeId: string;
  readonly version: number;
  readonly tables: readonly string[];
}

/** Who wants to know. */
export interface Listener {
  changed(change: Change): void;
  /** The commune's version as the row has it. */
  version(communeId: string, version: number): void;
  /** Pages of the commune read before `version` must be gone, and not come back. */
  deleteCommune(communeId: string, version: number): void;
  /** Whose versions are to be looked at. */
  communes(): readonly string[];
  /** The database can't be asked; true again once it can and everything kept was dropped. */
  reachable(isThere: boolean): void;
}

const CHANNEL = 'loa_public';
const LOOK_EVERY_MS = 2_000;
/** A process not seen for so long serves nothing kept any more (stale pages end after 15 minutes). */
const GONE_AFTER = "interval '16 minutes'";
const CONFIRM_WITHIN_MS = 10_000;
const processName = randomBytes(9).toString('base64url');
const listeners = new Set<Listener>();

let looking: { end(): Promise<void> } | undefined;

/** Raises the commune's version where the transaction wrote what pages may be made of. */
export async function raiseVersion(
  client: pg.ClientBase,
  communeId: string,
  writes: ReadonlySet<string>,
): Promise<Change | undefined> {
  const tables = [...writes].filter((table) => !(table in quietTables));
  if (tables.length === 0) return undefined;
  const raised = await client.query<{ version: number }>(
    `INSERT INTO public_version (commune_id, version) VALUES ($1, 1)
     ON CONFLICT (commune_id) DO UPDATE SET version = public_version.version + 1
     RETURNING version`,
    [communeId],
  );
  return { communeId, version: raised.rows[0]?.version ?? 0, tables };
}

/** Tells this process at once and the others soon. Called after commit; never fails, never waits. */
export function announceChange(change: Change): void {
  for (const listener of listeners) listener.changed(change);
  notify({ ...change, from: processName });
}

/**
 * Throws the commune's pages away in every process that keeps any, and waits until each has said so.
 * @throws Error when a process stays silent: the withdrawal stands, but must not be called done
 */
export async function deletePagesEverywhere(communeId: string, version: number): Promise<void> {
  for (const listener of listeners) listener.deleteCommune(communeId, version);
  const pool = getPool();
  const id = newId();
  await pool.query(
    'INSERT INTO page_deletion (id, commune_id, version, asked_at) VALUES ($1, $2, $3, now())',
    [id, communeId, version],
  );
  notify({ communeId, version, tables: [], deletion: id, from: processName });
  const last = performance.now() + CONFIRM_WITHIN_MS;
  for (;;) {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT name FROM page_process WHERE name <> $2 AND seen_at > now() - ${GONE_AFTER}
       AND NOT EXISTS (SELECT FROM page_deletion_done WHERE deletion_id = $1 AND process = name)`,
      [id, processName],
    );
    if (rows.length === 0) return;
    if (performance.now() > last) {
      throw new Error(`${rows.length} process(es) have not confirmed the deletion of kept pages`);
    }
    await sleep(50);
  }
}

/** Starts listening for this process. One dedicated connection; reconnects by itself. */
export function startListening(listener: Listener, connection: pg.ClientConfig): void {
  listeners.add(listener);
  looking ??= look(connection);
}

/** Stops, and says that this process keeps nothing any more. */
export async function stopListening(): Promise<void> {
  listeners.clear();
  await looking?.end();
  looking = undefined;
}

interface Notice extends Change {
  readonly from: string;
  readonly deletion?: string;
}

function notify(notice: Notice): void {
  // In a transaction of its own, after the change's: writers don't queue for the notification lock.
  getPool()
    .query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(notice)])
    .catch((failure: unknown) => logFailure(failure, 'page notice'));
}

function look(connection: pg.ClientConfig): { end(): Promise<void> } {
  const ending = new AbortController();
  const ended = watch(connection, ending.signal).catch((failure: unknown) =>
    logFailure(failure, 'page news'),
  );
  return {
    async end() {
      ending.abort();
      await ended;
    },
  };
}

async function watch(connection: pg.ClientConfig, ending: AbortSignal): Promise<void> {
  let isLost = false;
  while (!ending.aborted) {
    const client = new pg.Client({ ...connection, types, statement_timeout: 5_000 });
    let broken = false;
    client.on('error', () => (broken = true));
    client.on('end', () => (broken = true));
    client.on('notification', ({ payload }) => hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      await sweepDeletions(client);
      await lookAtVersions(client);
      for (const listener of listeners) listener.reachable(true);
      isLost = false;
      while (!ending.aborted && !broken) {
        await pause(LOOK_EVERY_MS, ending);
        if (!broken) await lookAtVersions(client);
      }
      if (!broken) await client.query('DELETE FROM page_process WHERE name = $1', [processName]);
    } catch (failure) {
      // Said once for each time it is away, not at every knock.
      if (!isLost) logFailure(failure, 'page news');
      isLost = true;
    }
    await client.end().catch(() => undefined);
    if (ending.aborted) return;
    for (const listener of listeners) listener.reachable(false);
    await pause(LOOK_EVERY_MS / 4, ending);
  }
}

async function lookAtVersions(client: pg.Client): Promise<void> {
  const communes = [...new Set([...listeners].flatMap((listener) => listener.communes()))];
  // Deletions first: once this process counts as seen, what it missed must be gone.
  const missed = await client.query<{ id: string; commune_id: string; version: number }>(
    `SELECT id, commune_id, version FROM page_deletion d WHERE asked_at > now() - interval '1 hour'
     AND NOT EXISTS (SELECT FROM page_deletion_done WHERE deletion_id = d.id AND process = $1)`,
    [processName],
  );
  for (const { id, commune_id, version } of missed.rows) {
    await carryOut(id, commune_id, version);
  }
  await client.query(
    `INSERT INTO page_process (name, seen_at) VALUES ($1, now())
     ON CONFLICT (name) DO UPDATE SET seen_at = now()`,
    [processName],
  );
  if (communes.length === 0) return;
  const found = await client.query<{ commune_id: string; version: number }>(
    'SELECT commune_id, version FROM public_version WHERE commune_id = ANY ($1)',
    [communes],
  );
  for (const { commune_id, version } of found.rows) {
    for (const listener of listeners) listener.version(commune_id, version);
  }
}

/** Orders that everybody has long carried out, or will never see. */
async function sweepDeletions(client: pg.Client): Promise<void> {
  await client.query(
    `DELETE FROM page_deletion WHERE asked_at < now() - interval '1 day';
     DELETE FROM page_deletion_done WHERE done_at < now() - interval '1 day';
     DELETE FROM page_process WHERE seen_at < now() - interval '1 day'`,
  );
}

async function carryOut(id: string, communeId: string, version: number): Promise<void> {
  for (const listener of listeners) listener.deleteCommune(communeId, version);
  await getPool().query(
    `INSERT INTO page_deletion_done (deletion_id, process, done_at)
     VALUES ($1, $2, now()) ON CONFLICT DO NOTHING`,
    [id, processName],
  );
}

function hear(payload: string): void {
  const notice = JSON.parse(payload) as Notice;
  if (notice.from === processName) return;
  if (notice.deletion) {
    carryOut(notice.deletion, notice.communeId, notice.version).catch((failure: unknown) =>
      logFailure(failure, 'page deletion'),
    );
    return;
  }
  for (const listener of listeners) listener.changed(notice);
}

async function pause(milliseconds: number, ending: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal: ending }).catch(() => undefined);
}
