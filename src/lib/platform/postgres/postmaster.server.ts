// The server process of an embedded cluster: found again after a crash of Loa, started, stopped.
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { program } from './binaries.server.ts';
import { postgresError } from './errors.ts';
import type { Place } from './place.server.ts';

const POLL_MS = 15;
const FAST_STOP_MS = 15_000;
const HARD_STOP_MS = 10_000;

/**
 * Starts the server and waits until it takes connections. Recovery after a power cut may take
 * minutes: as long as the process lives, it is waited for.
 */
export async function startPostmaster(place: Place): Promise<number> {
  const logFile = path.join(place.home, 'log', 'start.log');
  const log = openSync(logFile, 'w', 0o600);
  // Detached: a Ctrl-C in the terminal must reach Loa alone, which then stops the database in order.
  const child = spawn(program(place.binaries, 'postgres'), ['-D', place.data], {
    cwd: place.data,
    detached: true,
    stdio: ['ignore', log, log],
    env: childEnvironment(place),
    ...place.user,
  });
  closeSync(log);
  child.unref();
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended ??= `exit ${code ?? signal}`));
  while (ended === undefined) {
    if (child.pid !== undefined && isReady(place, child.pid)) return child.pid;
    await sleep(POLL_MS);
  }
  const reason = lastLines(logFile) || ended;
  throw postgresError('database.start-failed', { reason, log: path.join(place.home, 'log') });
}

/** Fast shutdown, awaited; after 15 seconds an immediate one, from which the next start recovers. */
export async function stopPostmaster(place: Place, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    execFileSync(program(place.binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-w', '-D', place.data]);
    return;
  }
  const stages: [NodeJS.Signals, number][] = [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', HARD_STOP_MS],
    ['SIGKILL', HARD_STOP_MS],
  ];
  for (const [signal, patience] of stages) {
    if (!isPostmasterOf(place, pid)) return;
    process.kill(pid, signal);
    const deadline = performance.now() + patience;
    while (performance.now() < deadline) {
      if (!isPostmasterOf(place, pid)) return;
      await sleep(POLL_MS);
    }
  }
}

/**
 * Clears what a crash left: a server that outlived its Loa is stopped (its sessions may still hold
 * locks), and the marks of a dead one are removed, even when its number was given to another process.
 * Only the holder of the instance lock may call this.
 */
export async function clearRemains(place: Place): Promise<'nothing' | 'stopped' | 'cleared'> {
  const mark = path.join(place.data, 'postmaster.pid');
  const pid = findPostmasterPid(place);
  let found: 'nothing' | 'stopped' | 'cleared' = 'nothing';
  if (pid !== undefined) {
    found = isPostmasterOf(place, pid) ? 'stopped' : 'cleared';
    await stopPostmaster(place, pid);
    await waitForOrphans(place);
    rmSync(mark, { force: true });
  }
  if (place.socketFolder && existsSync(place.socketFolder)) {
    for (const name of readdirSync(place.socketFolder)) {
      if (name.startsWith('.s.PGSQL.'))
        rmSync(path.join(place.socketFolder, name), { force: true });
    }
  }
  return found;
}

/** The number in postmaster.pid, whether or not that process still is the server. */
export function findPostmasterPid(place: Place): number | undefined {
  try {
    const pid = Number(
      readFileSync(path.join(place.data, 'postmaster.pid'), 'utf8').split('\n')[0],
    );
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether process `pid` is a PostgreSQL process of this very cluster. Numbers are reused, so the
 * number alone proves nothing: on Linux the process's program and working folder are compared (every
 * server process works in its data folder), elsewhere its name.
 */
export function isPostmasterOf(place: Place, pid: number): boolean {
  if (process.platform === 'linux') {
    try {
      const folder = readlinkSync(`/proc/${pid}/cwd`);
      return (
        folder === place.data &&
        path.basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres')
      );
    } catch {
      return false;
    }
  }
  try {
    process.kill(pid, 0);
    if (process.platform === 'win32') return true;
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).includes(
      'postgres',
    );
  } catch {
    return false;
  }
}

/** Session processes notice the death of their postmaster by themselves, within a moment. */
async function waitForOrphans(place: Place): Promise<void> {
  if (process.platform !== 'linux') return;
  for (let round = 0; round < 200; round += 1) {
    const left = readdirSync('/proc').filter(
      (name) => /^\d+$/.test(name) && isPostmasterOf(place, Number(name)),
    );
    if (left.length === 0) return;
    await sleep(50);
  }
}

/** Line 8 of postmaster.pid says `ready` once connections are taken. */
function isReady(place: Place, pid: number): boolean {
  try {
    const lines = readFileSync(path.join(place.data, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

export function childEnvironment(place: Place): NodeJS.ProcessEnv {
  const inherited = process.platform === 'win32' ? process.env : { PATH: process.env.PATH };
  return {
    ...inherited,
    LC_ALL: 'C',
    TZ: 'UTC',
    LD_LIBRARY_PATH: path.join(place.binaries.folder, 'lib'),
  };
}

function lastLines(file: string): string {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.slice(-3).join(' · ');
}
