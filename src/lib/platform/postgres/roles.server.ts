// The two roles every installation has, and its database: the owner migrates and maintains, the app
// role owns nothing and can't bypass row security.
import pg from 'pg';

export const OWNER_ROLE = 'loa_owner';
export const APP_ROLE = 'loa_app';

/** Extensions used where the server has them; both are trusted, so an owner may add them too. */
const EXTENSIONS = ['unaccent', 'pg_trgm', 'btree_gin'];

export interface RolePasswords {
  readonly owner: string;
  readonly app: string;
}

/** Makes roles and database as superuser, or brings an existing set back to what it must be. */
export async function setUpDatabase(
  superuser: pg.PoolConfig,
  database: string,
  passwords: RolePasswords,
): Promise<void> {
  await withClient(superuser, async (client) => {
    await ensureRole(client, OWNER_ROLE, passwords.owner);
    await ensureRole(client, APP_ROLE, passwords.app);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      database,
    ]);
    if (rowCount) return;
    const name = pg.escapeIdentifier(database);
    await client.query(`CREATE DATABASE ${name} OWNER ${OWNER_ROLE} TEMPLATE template0`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${APP_ROLE}`);
  });
  await withClient({ ...superuser, database }, async (client) => {
    for (const extension of EXTENSIONS) {
      const { rowCount } = await client.query(
        'SELECT FROM pg_available_extensions WHERE name = $1 AND installed_version IS NULL',
        [extension],
      );
      if (rowCount) await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension} SCHEMA public`);
    }
  });
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await client.query(
    `${verb} ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION
     PASSWORD ${pg.escapeLiteral(password)}`,
  );
}

/** Runs `work` on a connection of its own. */
export async function withClient<T>(
  config: pg.PoolConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
