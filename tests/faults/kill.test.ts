// Everything is killed with kill -9, twenty times, while acts are being recorded; afterwards every
// acknowledged act is there, nothing is half there, and the chain of events verifies.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import {
  closeDatabase,
  inCommune,
  listCommuneIds,
  openDatabase,
  readEvents,
  startDatabase,
} from '#lib/platform/index.server.ts';

const ROUNDS = 20;
/** The first rounds die while the cluster is being made, every fourth while it starts or recovers. */
const BIRTH_ROUNDS = 3;
const EARLY_EVERY = 4;
const PROJECT = path.resolve(import.meta.dirname, '../..');
const data = mkdtempSync(path.join(tmpdir(), 'loa-fault-'));

afterAll(() => {
  const home = clusterHome();
  if (home?.startsWith('/var/lib/loa/')) rmSync(home, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
});

test('acknowledged acts survive twenty times kill -9 of everything', async (context) => {
  if (process.platform !== 'linux') context.skip('finding the processes to kill needs /proc');
  const acknowledged: string[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    acknowledged.push(...(await recordAndDie(round)));
  }
  // Rounds that were let record did so, or the trial proves nothing.
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  const kept = await readBack();
  expect(acknowledged.filter((id) => !kept.acts.has(id))).toEqual([]);
  expect(kept.acts).toEqual(kept.recorded);
  const verified = await promisify(execFile)(
    process.execPath,
    [path.join(PROJECT, 'cli/main.ts'), 'verify'],
    { cwd: PROJECT, env: { ...process.env, LOA_DATA: data } },
  );
  expect(verified.stdout).toContain('chuỗi nguyên vẹn');
  console.log(`${ROUNDS} times killed, ${acknowledged.length} acts acknowledged, all there`);
});

/** One life of the recorder; returns what it acknowledged. */
async function recordAndDie(round: number): Promise<string[]> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'recorder.server.ts')], {
    cwd: PROJECT,
    env: { ...process.env, LOA_DATA: data, DATABASE_URL: '', DATABASE_OWNER_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaints += chunk));
  let ended = false;
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.once('exit', () => (ended = true));
  if (round <= BIRTH_ROUNDS) {
    await sleep(350 * round);
  } else if (round % EARLY_EVERY === 0) {
    await sleep(60 * round);
  } else {
    while (said === '' && !ended) await sleep(5);
    await sleep(37 * round);
  }
  if (ended) throw new Error(`the recorder ended by itself in round ${round}:\n${complaints}`);
  killAll([child.pid ?? 0, ...clusterProcesses()]);
  await closed;
  // The last line may have been cut by the kill.
  return said.split('\n').slice(0, -1);
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already, with its parent.
    }
  }
}

/** The PostgreSQL processes of this trial's cluster: all of them work in its data folder. */
function clusterProcesses(): number[] {
  const home = clusterHome();
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

function clusterHome(): string | undefined {
  const file = path.join(data, 'instance.json');
  if (process.getuid?.() !== 0) return path.join(data, 'postgres');
  if (!existsSync(file)) return undefined;
  const { id } = JSON.parse(readFileSync(file, 'utf8')) as { id: string };
  return path.join('/var/lib/loa', id);
}

/** The ids of acts, and of those the events say were recorded. */
async function readBack(): Promise<{ acts: Set<string>; recorded: Set<string> }> {
  const database = await startDatabase({ dataFolder: data, command: 'trial', env: { PATH: '' } });
  openDatabase(database);
  try {
    const [communeId = ''] = await listCommuneIds();
    return await inCommune(communeId, async (tx) => {
      const acts = await tx.db.selectFrom('act').select('id').execute();
      const events = await readEvents(tx, { kinds: ['act.recorded'] });
      return {
        acts: new Set(acts.map(({ id }) => id)),
        recorded: new Set(events.map(({ subject }) => subject.id)),
      };
    });
  } finally {
    await closeDatabase();
    await database.stop();
  }
}
