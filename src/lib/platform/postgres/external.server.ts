// A PostgreSQL that somebody else runs: checked before use for its version and for what the given
// roles may do, so that the walls between communes are known to hold.
import type pg from 'pg';
import { postgresError } from './errors.ts';
import { APP_ROLE, withClient } from './roles.server.ts';
import type { RunningDatabase, StartOptions } from './running.server.ts';

const OLDEST_MAJOR = 15;

interface RoleFacts {
  readonly role: string;
  readonly version: string;
  readonly major: number;
  readonly bypasses: boolean;
  readonly ownsTables: boolean;
}

/** Connects to DATABASE_URL and DATABASE_OWNER_URL, or to the one of them that is given. */
export async function startExternal(options: StartOptions): Promise<RunningDatabase> {
  const appUrl = options.env.DATABASE_URL || undefined;
  const ownerUrl = options.env.DATABASE_OWNER_URL || undefined;
  const only = appUrl && ownerUrl ? undefined : (appUrl ?? ownerUrl);
  if (only !== undefined) return await startWithOneRole(options, only, appUrl !== undefined);
  const app: pg.PoolConfig = { connectionString: appUrl };
  const owner: pg.PoolConfig = { connectionString: ownerUrl };
  const facts = await learn(app);
  const ownerFacts = await learn(owner);
  if (facts.bypasses || facts.ownsTables || facts.role === ownerFacts.role) {
    throw postgresError('database.app-too-mighty', { role: facts.role });
  }
  return running(app, owner, facts, []);
}

async function startWithOneRole(
  options: StartOptions,
  url: string,
  isAppUrl: boolean,
): Promise<RunningDatabase> {
  const given = isAppUrl ? 'DATABASE_URL' : 'DATABASE_OWNER_URL';
  if (isProduction(options.env)) throw postgresError('database.not-isolated', { given });
  const owner: pg.PoolConfig = { connectionString: url };
  const facts = await learn(owner);
  const warnings = [
    `Chỉ có ${given}: ứng dụng và việc bảo trì dùng chung một vai trò, Loa không tách được hai quyền này. Chỉ dùng để chạy thử.`,
  ];
  if (!facts.bypasses) return running(owner, owner, facts, warnings);
  // Row security doesn't bind this role, so sessions of the app step down to one that it binds.
  await withClient(owner, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
    if (!rowCount) await client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS`);
  });
  warnings.push(
    `Vai trò ${facts.role} vượt được phân quyền theo dòng; ứng dụng chuyển sang vai trò ${APP_ROLE} (SET ROLE) nhưng vẫn có thể quay lại.`,
  );
  const app: pg.PoolConfig = { connectionString: url, options: `-c role=${APP_ROLE}` };
  return running(app, owner, { ...facts, role: APP_ROLE }, warnings);
}

/** Real use, as opposed to a trial: asked for explicitly, or by the usual variable without a demo. */
function isProduction(env: NodeJS.ProcessEnv): boolean {
  if (env.LOA_MODE) return env.LOA_MODE === 'production';
  return env.NODE_ENV === 'production';
}

async function learn(config: pg.PoolConfig): Promise<RoleFacts> {
  const where = placeOf(config.connectionString);
  const facts = await withClient({ ...config, connectionTimeoutMillis: 10_000 }, async (client) => {
    const { rows } = await client.query<RoleFacts>(
      `SELECT current_user AS role,
              current_setting('server_version') AS version,
              current_setting('server_version_num')::int / 10000 AS major,
              rolsuper OR rolbypassrls AS bypasses,
              EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user) AS "ownsTables"
         FROM pg_roles WHERE rolname = current_user`,
    );
    return rows[0];
  }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw postgresError('database.unreachable', { where, reason });
  });
  if (!facts) throw new Error('the server does not know its own role');
  if (facts.major < OLDEST_MAJOR) {
    throw postgresError('database.too-old', { where, version: facts.version });
  }
  return facts;
}

/** Host, port and database of a URL: what may be shown, without name and password. */
function placeOf(url: string | undefined): string {
  try {
    const { host, pathname } = new URL(url ?? '');
    return `${host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

function running(
  app: pg.PoolConfig,
  owner: pg.PoolConfig,
  facts: RoleFacts,
  warnings: string[],
): RunningDatabase {
  return {
    kind: 'external',
    where: placeOf(app.connectionString),
    version: facts.version,
    app,
    owner,
    appRole: facts.role,
    warnings,
    announce: () => undefined,
    stop: async () => undefined,
  };
}
