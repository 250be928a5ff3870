// A PostgreSQL for one run of tests or one trial, made from nothing and removed with everything in it.
// fsync is off there and only there: nothing in it outlives the run.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import {
  binariesAt,
  copyBinaries,
  packagedBinaries,
} from '../../src/lib/platform/postgres/binaries.server.ts';
import { type Cluster, startCluster } from '../../src/lib/platform/postgres/cluster.server.ts';
import {
  getSystemUser,
  isRoot,
  settle,
  SYSTEM_FOLDER,
} from '../../src/lib/platform/postgres/place.server.ts';
import { clearRemains } from '../../src/lib/platform/postgres/postmaster.server.ts';
import {
  APP_ROLE,
  OWNER_ROLE,
  setUpDatabase,
} from '../../src/lib/platform/postgres/roles.server.ts';

const HOMES = '/tmp';
const HOME_NAME = /^loa-test-[0-9a-f]{12}$/;

export interface ThrowAwayCluster {
  readonly superuser: pg.PoolConfig;
  readonly owner: pg.PoolConfig;
  readonly app: pg.PoolConfig;
  readonly version: string;
  /** Stops the server; what is in it stays. */
  stop(): Promise<void>;
  /** Starts the stopped server again, at the same address. */
  startAgain(): Promise<void>;
  /** Stops it and removes everything. */
  remove(): Promise<void>;
}

/** Starts one with an empty database of that name; `LOA_TEST_POSTGRES` takes an installed PostgreSQL. */
export async function startThrowAwayCluster(database: string): Promise<ThrowAwayCluster> {
  sweep();
  const installed = process.env.LOA_TEST_POSTGRES;
  const found = installed ? binariesAt(installed) : packagedBinaries();
  const binaries = isRoot() && !installed ? copyBinaries(found, SYSTEM_FOLDER) : found;
  const home = path.join(HOMES, `loa-test-${randomBytes(6).toString('hex')}`);
  const place = settle(home, binaries, isRoot() ? getSystemUser() : undefined);
  writeFileSync(path.join(home, 'runner'), String(process.pid));
  const passwords = { superuser: secret(), owner: secret(), app: secret() };
  const start = () =>
    startCluster(place, {
      superuserPassword: passwords.superuser,
      durable: false,
      maxConnections: 100,
    });
  let running: Cluster | undefined = await start();
  const { superuser } = running;
  await setUpDatabase(superuser, database, passwords);
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  return {
    superuser,
    owner: { ...superuser, database, user: OWNER_ROLE, password: passwords.owner },
    app: { ...superuser, database, user: APP_ROLE, password: passwords.app },
    version: binaries.version,
    stop,
    async startAgain() {
      running ??= await start();
    },
    async remove() {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Removes clusters of runs that were killed. */
function sweep(): void {
  for (const name of readdirSync(HOMES).filter((each) => HOME_NAME.test(each))) {
    const home = path.join(HOMES, name);
    try {
      const runner = Number(readFileSync(path.join(home, 'runner'), 'utf8'));
      if (existsSync(`/proc/${runner}`)) continue;
      const place = settle(
        home,
        { folder: '', version: '', major: 0, label: '' },
        isRoot() ? getSystemUser() : undefined,
      );
      void clearRemains(place).then(() => rmSync(home, { recursive: true, force: true }));
    } catch {
      // Another user's, or just being made.
    }
  }
}

function secret(): string {
  return randomBytes(18).toString('base64url');
}
