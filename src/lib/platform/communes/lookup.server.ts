// From host name to commune. Host names are read before the commune is known, so they live in an
// exempt table; what a page needs of the commune is kept for a few seconds in the process.
import { isIP } from 'node:net';
import { sql } from 'kysely';
import { isDatabaseAway } from '../database/away.ts';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { getPool } from '../database/pool.server.ts';
import { isLoaError, platformError } from '../errors.ts';

/** A commune as requests carry it. */
export interface Commune {
  readonly id: string;
  readonly slug: string;
  /** "xã Tiền Tiến" */
  readonly name: string;
  readonly kind: 'xa' | 'phuong' | 'dac-khu';
  /** Bodies above it, nearest first. */
  readonly superiors: readonly string[];
  readonly address: string;
  readonly telephone: string;
  readonly email: string;
  readonly editorInChief: string;
  readonly openingHours: string;
  /** The fixed day of a demonstration office (YYYY-MM-DD); null for a real one. */
  readonly demoDay: string | null;
  /** Its last day (YYYY-MM-DD); null while nobody knows of an end. */
  readonly lastDay: string | null;
  /** What became of it, in a sentence, and where that can be found; '' where it isn't said. */
  readonly successor: string;
  readonly successorUrl: string;
  readonly silenceDays: number;
  /** The public version in which these facts were read. */
  readonly publicVersion: number;
}

const KEEP_MS = 5_000;
/** Where an office answers at every plain address, there are more of them than memory. */
const MOST_KEPT = 500;
const kept = new Map<string, { until: number; commune: Commune | undefined }>();

/**
 * The commune that answers at `host` (with or without port). Where the installation has a single
 * commune, it also answers at plain addresses such as 127.0.0.1 or a number on the local network.
 */
export async function findCommuneByHost(host: string): Promise<Commune | undefined> {
  const name = hostName(host);
  const known = kept.get(name);
  if (known && known.until > performance.now()) return known.commune;
  const commune = await lookUp(name).catch((failure: unknown) => {
    // While the database is away, who answers here is what it was: pages can say so under its name.
    if (known && isAway(failure)) return known.commune;
    throw failure;
  });
  // Strangers can send any host name: what is unknown isn't kept.
  if (commune) keep(name, commune);
  return commune;
}

/** The name that was looked up longest ago makes room. */
function keep(name: string, commune: Commune): void {
  kept.delete(name);
  kept.set(name, { until: performance.now() + KEEP_MS, commune });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

async function lookUp(name: string): Promise<Commune | undefined> {
  const id = await findCommuneId(name).catch((failure: unknown) => {
    throw isDatabaseAway(failure) ? platformError('database.away') : failure;
  });
  return id ? await inCommune(id, readCommune) : undefined;
}

function isAway(failure: unknown): boolean {
  return isLoaError(failure) && failure.code === 'database.away';
}

/** Forgets what was kept, after a commune's facts changed. */
export function forgetCommunes(): void {
  kept.clear();
}

/** Ids of all communes of the installation. */
export async function listCommuneIds(): Promise<string[]> {
  const found = await getPool().query<{ commune_id: string }>(
    'SELECT DISTINCT commune_id FROM commune_host ORDER BY commune_id',
  );
  return found.rows.map((row) => row.commune_id);
}

/** Every host name and the commune it leads to. */
export async function listHosts(): Promise<{ host: string; communeId: string }[]> {
  const found = await getPool().query<{ host: string; commune_id: string }>(
    'SELECT host, commune_id FROM commune_host ORDER BY host',
  );
  return found.rows.map((row) => ({ host: row.host, communeId: row.commune_id }));
}

export async function readCommune(tx: Tx): Promise<Commune> {
  const row = await tx.db.selectFrom('commune').selectAll().executeTakeFirstOrThrow();
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind as Commune['kind'],
    superiors: row.superiors.split('\n').filter((line) => line !== ''),
    address: row.address,
    telephone: row.telephone,
    email: row.email,
    editorInChief: row.editor_in_chief,
    openingHours: row.opening_hours,
    demoDay: row.demo_day,
    lastDay: row.valid_to,
    successor: row.successor ?? '',
    successorUrl: row.successor_url ?? '',
    silenceDays: row.silence_days,
    publicVersion: tx.publicVersion,
  };
}

/** Host names the commune of this transaction answers under. */
export async function listOwnHosts(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ host: string }>`
    SELECT host FROM commune_host WHERE commune_id = ${tx.communeId}`.execute(tx.db);
  return rows.map(({ host }) => host);
}

async function findCommuneId(name: string): Promise<string | undefined> {
  const pool = getPool();
  const exact = await pool.query<{ commune_id: string }>(
    'SELECT commune_id FROM commune_host WHERE host = $1',
    [name],
  );
  if (exact.rows[0]) return exact.rows[0].commune_id;
  if (!isPlainAddress(name)) return undefined;
  const only = await pool.query<{ commune_id: string }>(
    'SELECT DISTINCT commune_id FROM commune_host LIMIT 2',
  );
  return only.rows.length === 1 ? only.rows[0]?.commune_id : undefined;
}

function hostName(host: string): string {
  const lower = host.toLowerCase();
  const bracket = lower.match(/^\[([^\]]+)\]/);
  return bracket?.[1] ?? lower.replace(/:\d+$/, '');
}

function isPlainAddress(name: string): boolean {
  return name === 'localhost' || isIP(name) !== 0;
}

/** Lets the commune of this transaction answer at another host name. */
export async function addHost(tx: Tx, host: string): Promise<void> {
  await sql`INSERT INTO commune_host (host, commune_id) VALUES (${hostName(host)}, ${tx.communeId})`.execute(
    tx.db,
  );
  forgetCommunes();
}
