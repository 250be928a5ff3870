// Programs that are killed to see what is left: found by the data folder they work in.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  closeDatabase,
  inCommune,
  listCommuneIds,
  newId,
  openDatabase,
  startDatabase,
  type Tx,
} from '#lib/platform/index.server.ts';

export const PROJECT = path.resolve(import.meta.dirname, '../..');

export interface Victim {
  readonly pid: number;
  /** Everything it said so far. */
  said(): string;
  complaints(): string;
  hasEnded(): boolean;
  /** Resolves when nothing more can come from it. */
  readonly closed: Promise<void>;
}

export interface Trial {
  /** The data folder. */
  readonly data: string;
  /** Runs a program of this folder on it. */
  start(program: string): Victim;
  /** kill -9 for the program and every process of the trial's database. */
  killAll(victim: Victim): void;
  /** Reads the only commune of the trial's database, started for that alone. */
  readBack<T>(work: (tx: Tx, communeId: string) => Promise<T>): Promise<T>;
  /** Removes everything. */
  end(): void;
}

/** A data folder of its own with whoever lives and dies in it. */
export function beginTrial(): Trial {
  const data = mkdtempSync(path.join(tmpdir(), 'loa-fault-'));
  return {
    data,
    start: (program) => startVictim(data, program),
    killAll: ({ pid }) => {
      for (const one of [pid, ...clusterProcesses(data)]) {
        try {
          process.kill(one, 'SIGKILL');
        } catch {
          // Gone already, with its parent.
        }
      }
    },
    readBack: (work) => readBack(data, work),
    end: () => {
      const home = clusterHome(data);
      if (home?.startsWith('/var/lib/loa/')) rmSync(home, { recursive: true, force: true });
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A commune of the trial, with the address of this machine. */
export async function makeCommune(): Promise<string> {
  const id = newId();
  await inCommune(
    id,
    async (tx) => {
      const commune = { id, slug: 'an-binh', name: 'xã An Bình', kind: 'xa' };
      await tx.db.insertInto('commune').values(commune).execute();
      await tx.db
        .insertInto('commune_host')
        .values({ host: 'localhost', commune_id: id })
        .execute();
    },
    { write: true },
  );
  return id;
}

function startVictim(data: string, program: string): Victim {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, program)], {
    cwd: PROJECT,
    env: { ...process.env, LOA_DATA: data, DATABASE_URL: '', DATABASE_OWNER_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaints = '';
  let ended = false;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaints += chunk));
  child.once('exit', () => (ended = true));
  return {
    pid: child.pid ?? 0,
    said: () => said,
    complaints: () => complaints,
    hasEnded: () => ended,
    closed: new Promise((resolve) => child.once('close', () => resolve())),
  };
}

async function readBack<T>(
  data: string,
  work: (tx: Tx, communeId: string) => Promise<T>,
): Promise<T> {
  const database = await startDatabase({ dataFolder: data, command: 'trial', env: { PATH: '' } });
  openDatabase(database);
  try {
    const [communeId = ''] = await listCommuneIds();
    return await inCommune(communeId, (tx) => work(tx, communeId));
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

/** The PostgreSQL processes of the trial's cluster: all of them work in its data folder. */
function clusterProcesses(data: string): number[] {
  const home = clusterHome(data);
  if (!home) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isWithin(home, cwdOf(name)))
    .map(Number);
}

function isWithin(home: string, folder: string | undefined): boolean {
  return folder === home || folder?.startsWith(`${home}/`) === true;
}

function cwdOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function clusterHome(data: string): string | undefined {
  const file = path.join(data, 'instance.json');
  if (process.getuid?.() !== 0) return path.join(data, 'postgres');
  if (!existsSync(file)) return undefined;
  const { id } = JSON.parse(readFileSync(file, 'utf8')) as { id: string };
  return path.join('/var/lib/loa', id);
}
