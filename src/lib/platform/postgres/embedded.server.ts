// The database that comes with Loa: one cluster per data folder, one Loa per cluster.
import { existsSync } from 'node:fs';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { packagedBinaries } from './binaries.server.ts';
import { startCluster } from './cluster.server.ts';
import type { LoaError } from '../errors.ts';
import { postgresError } from './errors.ts';
import { getSecrets, hasSecrets, secretsFile } from './instance.server.ts';
import { findHolder, type InstanceLock, takeLock } from './lock.server.ts';
import { getPlace, type Place } from './place.server.ts';
import { APP_ROLE, OWNER_ROLE, setUpDatabase } from './roles.server.ts';
import type { RunningDatabase, StartOptions } from './running.server.ts';

const DATABASE = 'loa';
const JOIN_PATIENCE_MS = 60_000;

/** Starts the cluster of `options.dataFolder`; a command that may share joins a running Loa instead. */
export async function startEmbedded(options: StartOptions): Promise<RunningDatabase> {
  const place = getPlace(options.dataFolder, packagedBinaries());
  const lock = takeLock(place.home, options.command);
  if (lock) return await startLocked(options, place, lock);
  if (options.share) return await join(options, place);
  throw runningError(options, place);
}

async function startLocked(
  options: StartOptions,
  place: Place,
  lock: InstanceLock,
): Promise<RunningDatabase> {
  try {
    if (existsSync(place.data) && !hasSecrets(options.dataFolder)) {
      const file = secretsFile(options.dataFolder);
      throw postgresError('database.secret-lost', { home: place.home, file });
    }
    const secrets = getSecrets(options.dataFolder);
    const cluster = await startCluster(place, { superuserPassword: secrets.superuser });
    try {
      await setUpDatabase(cluster.superuser, DATABASE, secrets);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    const state = { command: options.command, serves: !options.share, ready: true };
    lock.describe(state);
    return {
      ...describe(options, place),
      announce: (url) => lock.describe({ ...state, url }),
      async stop() {
        await cluster.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Uses the database of the Loa that serves already; behind another command it takes its turn. */
async function join(options: StartOptions, place: Place): Promise<RunningDatabase> {
  const deadline = performance.now() + JOIN_PATIENCE_MS;
  while (performance.now() < deadline) {
    const holder = findHolder(place.home);
    // A command would end its database under whoever joined it.
    if (holder?.ready && holder.serves) {
      return {
        ...describe(options, place),
        announce: () => undefined,
        stop: async () => undefined,
      };
    }
    await sleep(50);
    const lock = takeLock(place.home, options.command);
    if (lock) return await startLocked(options, place, lock);
  }
  throw runningError(options, place);
}

function runningError(options: StartOptions, place: Place): LoaError {
  const holder = findHolder(place.home);
  return postgresError('database.running', {
    pid: holder?.pid ?? '?',
    command: holder?.command ?? '?',
    url: holder?.url ?? 'đang khởi động',
    folder: options.dataFolder,
  });
}

function describe(options: StartOptions, place: Place): Omit<RunningDatabase, 'announce' | 'stop'> {
  const secrets = getSecrets(options.dataFolder);
  const shared: pg.PoolConfig = {
    host: place.socketFolder ?? '127.0.0.1',
    port: 5432,
    database: DATABASE,
  };
  return {
    kind: 'embedded',
    where: place.home,
    version: place.binaries.version,
    owner: { ...shared, user: OWNER_ROLE, password: secrets.owner },
    app: { ...shared, user: APP_ROLE, password: secrets.app },
    appRole: APP_ROLE,
    warnings: [],
  };
}
