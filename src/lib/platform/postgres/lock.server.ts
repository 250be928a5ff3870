// One Loa per embedded database: an operating-system lock that a dead process can't leave behind.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What the holder says about itself; for messages and for commands that join it. */
export interface Holder {
  readonly pid: number;
  readonly command: string;
  /** True for a long-lived Loa, whose database commands may join. */
  readonly serves: boolean;
  /** True once the database takes connections. */
  readonly ready: boolean;
  readonly url?: string;
}

export interface InstanceLock {
  /** Replaces what others read about the holder. */
  describe(holder: Omit<Holder, 'pid'>): void;
  release(): void;
}

const SQLITE_BUSY = 5;

/**
 * Takes the lock of `home`, or returns undefined when a living process holds it.
 * SQLite's exclusive lock is the system's file lock on every platform: the kernel drops it with the
 * process, so there is nothing stale to recognise and no race between two that clean up.
 */
export function takeLock(home: string, command: string): InstanceLock | undefined {
  const lock = new DatabaseSync(path.join(home, 'lock'), { timeout: 0 });
  try {
    // Nothing is ever written, so there is nothing to keep a journal of.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  const file = holderFile(home);
  function describe(holder: Omit<Holder, 'pid'>): void {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ pid: process.pid, ...holder }), { mode: 0o600 });
    renameSync(draft, file);
  }
  describe({ command, serves: false, ready: false });
  return {
    describe,
    release() {
      rmSync(file, { force: true });
      lock.close();
    },
  };
}

/** What the holder of the lock last said; undefined in the moment before it says anything. */
export function findHolder(home: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(holderFile(home), 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function holderFile(home: string): string {
  return path.join(home, 'running.json');
}
