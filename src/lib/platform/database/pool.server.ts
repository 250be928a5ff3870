// Connections: one pool for the app role, opened once per process, and how PostgreSQL's types read.
import pg from 'pg';

// Dates and instants stay text (PlainDate, ISO instant): a JavaScript Date would bring its own zone.
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;
const NUMERIC = 1700;

/** A request that finds no free connection for this long fails, instead of waiting for ever. */
const WAIT_MS = 20_000;

/** How values of this database are read everywhere in Loa. */
export const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (value: string) => value;
    if (oid === TIMESTAMPTZ) return readInstant;
    // Counts and sequence numbers stay far below 2^53.
    if (oid === INT8 || oid === NUMERIC) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** PostgreSQL's `2023-06-30 01:02:03.456+00` as `2023-06-30T01:02:03.456Z`. */
function readInstant(value: string): string {
  return new Date(value).toISOString();
}

export interface DatabaseConfig {
  /** Connection of the app role, which owns nothing and can't bypass row security. */
  readonly app: pg.PoolConfig;
  /** Connection of the owner role, for migrations and upkeep; absent where only one is known. */
  readonly owner?: pg.PoolConfig;
}

let pool: pg.Pool | undefined;
let config: DatabaseConfig | undefined;

/** Opens the process's pool. Calling it twice without closing is a mistake and throws. */
export function openDatabase(given: DatabaseConfig): pg.Pool {
  if (pool) throw new Error('the database is open already');
  config = given;
  const limits = { max: 12, idleTimeoutMillis: 30_000, connectionTimeoutMillis: WAIT_MS };
  pool = new pg.Pool({ ...limits, ...given.app, types });
  // A dropped idle connection is replaced on the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // Nor may one that is dropped while it is lent out, by a time limit or a restart: its work fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Connections of the app role, and requests waiting for one; none while the database isn't open. */
export function poolFigures(): { connections: number; waiting: number } {
  return { connections: pool?.totalCount ?? 0, waiting: pool?.waitingCount ?? 0 };
}

export function getPool(): pg.Pool {
  if (!pool) throw new Error('the database is not open: call openDatabase first');
  return pool;
}

/** A single connection as the owner; the caller ends it. */
export async function connectOwner(): Promise<pg.Client> {
  if (!config?.owner) throw new Error('no owner connection is configured (DATABASE_OWNER_URL)');
  const client = new pg.Client({ ...config.owner, types });
  await client.connect();
  return client;
}

export async function closeDatabase(): Promise<void> {
  const open = pool;
  pool = undefined;
  config = undefined;
  await open?.end();
}
