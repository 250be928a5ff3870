// Starts what database tests stand on, once for a whole test run: a throw-away cluster of the
// PostgreSQL that comes with Loa (fsync off there and only there: nothing in it outlives the run), or
// the server of LOA_TEST_DATABASE_URL, whose superuser the address names.
// LOA_TEST_POSTGRES=/usr/lib/postgresql/15 takes another installed PostgreSQL for the cluster.
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { TestProject } from 'vitest/node';
// Rooms make their jobs known when they are loaded, and each job has a queue.
import '../../src/lib/plans/index.server.ts';
import { prepareJobs } from '../../src/lib/platform/index.server.ts';
import { migrate } from '../../src/lib/platform/migrate/migrate.server.ts';
import {
  APP_ROLE,
  OWNER_ROLE,
  setUpDatabase,
  withClient,
} from '../../src/lib/platform/postgres/roles.server.ts';
import type { TestServer } from '../../src/lib/platform/testing.server.ts';
import { startThrowAwayCluster } from '../support/throw-away-cluster.server.ts';

/** Vitest's global set-up: provides `testServer`, and returns what undoes it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.LOA_TEST_DATABASE_URL;
  const { server, stop } = url ? await useServer(url) : await startThrowAway();
  await migrate({ owner: { ...server.owner, database: server.template }, appRole: APP_ROLE });
  await prepareJobs({ ...server.owner, database: server.template }, APP_ROLE);
  project.provide('testServer', server);
  return stop;
}

interface Started {
  readonly server: TestServer;
  stop(): Promise<void>;
}

async function startThrowAway(): Promise<Started> {
  const template = 'loa_template';
  const cluster = await startThrowAwayCluster(template);
  const { superuser, version } = cluster;
  return {
    server: { superuser, owner: cluster.owner, app: cluster.app, template, version },
    stop: () => cluster.remove(),
  };
}

/** A server kept for tests. One that serves an installation is refused: its roles would be changed. */
async function useServer(url: string): Promise<Started> {
  // pg lets the database of a URL win over the one given beside it, so the URL is taken apart.
  const { hostname, port, username, password, searchParams } = new URL(url);
  const superuser: pg.PoolConfig = {
    host: searchParams.get('host') ?? decodeURIComponent(hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: 'postgres',
  };
  const version = await withClient(superuser, async (client) => {
    const { rows } = await client.query<{ version: string; taken: string | null }>(
      `SELECT current_setting('server_version') AS version,
              (SELECT min(datname) FROM pg_database WHERE pg_get_userbyid(datdba) = $1
                  AND datname !~ '^loa_(template|test)_') AS taken`,
      [OWNER_ROLE],
    );
    if (rows[0]?.taken) {
      throw new Error(`LOA_TEST_DATABASE_URL serves an installation (database ${rows[0].taken})`);
    }
    return rows[0]?.version ?? '?';
  });
  const template = `loa_template_${randomBytes(6).toString('hex')}`;
  // The same for every run on this server, since runs at the same time share its roles.
  const shared = (role: string) => createHash('sha256').update(`${role} ${url}`).digest('hex');
  const passwords = { owner: shared(OWNER_ROLE), app: shared(APP_ROLE) };
  await setUpDatabase(superuser, template, passwords);
  return {
    server: {
      superuser,
      owner: { ...superuser, user: OWNER_ROLE, password: passwords.owner },
      app: { ...superuser, user: APP_ROLE, password: passwords.app },
      template,
      version,
    },
    async stop() {
      await withClient(superuser, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`),
      );
    },
  };
}
