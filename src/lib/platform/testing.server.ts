// What database tests stand on: a fresh clone of a migrated database for each test file, with one
// neutral commune in it. The cluster behind it is started once per run by tests/setup.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Actor } from './actor.ts';
import {
  closeDatabase,
  inCommune,
  newId,
  openDatabase,
  stopJobs,
  type Tx,
} from './index.server.ts';
import { withClient } from './postgres/roles.server.ts';

/** What the run's set-up tells the test files. */
export interface TestServer {
  /** May create and drop databases. */
  readonly superuser: pg.PoolConfig;
  readonly owner: pg.PoolConfig;
  readonly app: pg.PoolConfig;
  /** The migrated database that clones are made from. */
  readonly template: string;
  readonly version: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

export interface TestDatabase {
  /** The fixture commune: xã An Bình, no demo day, host `localhost`. */
  readonly communeId: string;
  /** Connections to this clone; `openDatabase` is called with them already. */
  readonly app: pg.PoolConfig;
  readonly owner: pg.PoolConfig;
  /** As the owner, outside row-level security only where a test says so. */
  readonly ownerPool: pg.Pool;
  close(): Promise<void>;
}

const OBJECT_IN_USE = '55006';

/** Clones the template and opens it as this process's database. Call `close` when done. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const database = `loa_test_${randomBytes(8).toString('hex')}`;
  await clone(server, database);
  const app = { ...server.app, database };
  const owner = { ...server.owner, database };
  openDatabase({ app: { ...app, max: 6 }, owner });
  const ownerPool = new pg.Pool({ ...owner, max: 2 });
  const communeId = await addTestCommune();
  return {
    communeId,
    app,
    owner,
    ownerPool,
    async close() {
      await ownerPool.end();
      await stopJobs();
      await closeDatabase();
      // Not WITH (FORCE): the sessions just closed need a moment, for which the server waits.
      await withClient(server.superuser, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${database}`),
      );
    },
  };
}

/**
 * For a whole test file: opens before its tests, closes after. The value is there once tests run:
 * `const office = useTestDatabase();` then `office().communeId` in a test.
 */
export function useTestDatabase(): () => TestDatabase {
  let open: TestDatabase | undefined;
  beforeAll(async () => {
    open = await openTestDatabase();
  });
  afterAll(async () => {
    await open?.close();
  });
  return () => {
    if (!open) throw new Error('the test database is open only while tests run');
    return open;
  };
}

/** Another neutral commune in the open test database, for tests of the wall between two. */
export async function addTestCommune(name = 'xã An Bình', host = 'localhost'): Promise<string> {
  const id = newId();
  await inCommune(
    id,
    async (tx) => {
      const slug = host.replaceAll('.', '-');
      await tx.db.insertInto('commune').values({ id, slug, name, kind: 'xa' }).execute();
      await tx.db.insertInto('commune_host').values({ host, commune_id: id }).execute();
    },
    { write: true, actor: { kind: 'system', job: 'test' } },
  );
  return id;
}

async function clone(server: TestServer, database: string): Promise<void> {
  await withClient(server.superuser, async (client) => {
    // A template that another connection is just leaving can't be copied for a moment.
    for (let round = 1; ; round += 1) {
      try {
        await client.query(
          `CREATE DATABASE ${database} OWNER loa_owner TEMPLATE ${server.template}`,
        );
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== OBJECT_IN_USE || round === 40) throw error;
        await sleep(50 * round);
      }
    }
  });
}

/** Asks for the recurring jobs that are due, as the clock of a running office does. */
export { sweep as askForJobs } from './jobs/jobs.server.ts';

export type { SampleIdentity } from './signatures/sample-signatures.server.ts';

/** What makes certificates and signed PDFs; loaded only by tests that sign. */
export const sampleSignatures = () => import('./signatures/sample-signatures.server.ts');

/** Gives people of a test accounts of their own, where names of who wrote or approved are read. */
export async function addAccounts(tx: Tx, ...people: readonly Actor[]): Promise<void> {
  for (const actor of people) {
    if (actor.kind !== 'person') continue;
    await tx.db
      .insertInto('account')
      .values({
        commune_id: tx.communeId,
        id: actor.accountId,
        login: newId(),
        name: actor.name,
        password_hash: 'x',
        created_at: tx.now,
      })
      .execute();
  }
}
