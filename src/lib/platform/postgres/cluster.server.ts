// An embedded cluster: made once, configured at each start, proved durable before anyone writes.
import { execFile } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { program } from './binaries.server.ts';
import { postgresError } from './errors.ts';
import { makeOwned, type Place } from './place.server.ts';
import {
  childEnvironment,
  clearRemains,
  startPostmaster,
  stopPostmaster,
} from './postmaster.server.ts';
import { DURABLE_SETTINGS, pgHbaConf, postgresqlConf } from './settings.ts';

export interface Cluster {
  /** Connection of the superuser, for setting up roles and databases only. */
  readonly superuser: pg.PoolConfig;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly superuserPassword: string;
  /** False for throw-away test clusters only. */
  readonly durable?: boolean;
  readonly maxConnections?: number;
  /** Loopback port; used on Windows only. */
  readonly port?: number;
}

const SUPERUSER = 'postgres';
const DEFAULT_PORT = 5432;
const run = promisify(execFile);

/** Makes the cluster if absent, recovers what a crash left, starts it and checks that it is durable. */
export async function startCluster(place: Place, options: ClusterOptions): Promise<Cluster> {
  const durable = options.durable ?? true;
  if (place.socketFolder) makeOwned(place.socketFolder, place.user);
  if (existsSync(place.data)) {
    refuseOtherMajor(place);
    await clearRemains(place);
  } else {
    await initialise(place, options.superuserPassword, durable);
  }
  const port = options.port ?? DEFAULT_PORT;
  const settings = {
    major: place.binaries.major,
    socketFolder: place.socketFolder,
    port,
    durable,
    maxConnections: options.maxConnections ?? 40,
  };
  writeOwned(place, path.join(place.data, 'postgresql.conf'), postgresqlConf(settings));
  writeOwned(place, path.join(place.data, 'pg_hba.conf'), pgHbaConf(place.socketFolder));
  const pid = await startPostmaster(place);
  const superuser: pg.PoolConfig = {
    host: place.socketFolder ?? '127.0.0.1',
    port,
    user: SUPERUSER,
    password: options.superuserPassword,
    database: 'postgres',
  };
  async function stop(): Promise<void> {
    await stopPostmaster(place, pid);
    if (place.socketFolder) rmSync(place.socketFolder, { recursive: true, force: true });
  }
  try {
    if (durable) await assertDurable(superuser);
  } catch (error) {
    await stop();
    throw error;
  }
  return { superuser, pid, stop };
}

/** In a folder beside, renamed when whole: a start that is cut short leaves nothing half made. */
async function initialise(place: Place, password: string, durable: boolean): Promise<void> {
  const draft = `${place.data}-new`;
  const passwordFile = path.join(place.home, 'password');
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeOwned(place, passwordFile, `${password}\n`);
  try {
    await run(
      program(place.binaries, 'initdb'),
      [
        ...['-D', draft, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        ...['--encoding=UTF8', '--data-checksums', ...localeOptions(place.binaries.major)],
        ...(durable ? [] : ['--no-sync']),
      ],
      { cwd: place.home, env: childEnvironment(place), ...place.user },
    );
  } catch (error) {
    const reason = String((error as { stderr?: string }).stderr || error).trim();
    throw postgresError('database.initdb-failed', { folder: place.home, reason });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, place.data);
}

/**
 * Keys compare byte by byte, fast and the same on every machine; lists that people read are sorted
 * by an explicit Vietnamese collation. Before PostgreSQL 17 the C library provides the same order.
 */
function localeOptions(major: number): string[] {
  return major >= 17
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    : ['--locale=C'];
}

function refuseOtherMajor(place: Place): void {
  const found = Number(readFileSync(path.join(place.data, 'PG_VERSION'), 'utf8').trim());
  const wanted = place.binaries.major;
  if (found !== wanted)
    throw postgresError('database.other-major', { folder: place.data, found, wanted });
}

/** A setting changed by hand (ALTER SYSTEM, ALTER ROLE) must not make acknowledged writes soft. */
async function assertDurable(superuser: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      'SELECT name, setting FROM pg_settings WHERE name = ANY($1)',
      [[...DURABLE_SETTINGS]],
    );
    for (const { name, setting } of rows) {
      if (setting !== 'on')
        throw postgresError('database.unsafe-setting', { name, value: setting });
    }
    const { rows: overrides } = await client.query<{ setting: string }>(
      'SELECT unnest(setconfig) AS setting FROM pg_db_role_setting',
    );
    for (const { setting } of overrides) {
      const [name = '', value = ''] = setting.split('=');
      if (DURABLE_SETTINGS.some((each) => each === name) && value !== 'on') {
        throw postgresError('database.unsafe-setting', { name, value });
      }
    }
  } finally {
    await client.end();
  }
}

function writeOwned(place: Place, file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  if (place.user) chownSync(file, place.user.uid, place.user.gid);
}
