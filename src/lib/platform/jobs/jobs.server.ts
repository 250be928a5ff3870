// Work that is done later: put into the queue in the transaction of the change, so that it happens
// if and only if the change did. A crash repeats a job and never loses one, so every job is idempotent.
import type pg from 'pg';
import { PgBoss, type SendOptions } from 'pg-boss';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { getPool } from '../database/pool.server.ts';
import { listCommuneIds } from '../communes/lookup.server.ts';
import { log, logFailure } from '../log.server.ts';

/** Ids only: payloads are readable by anyone with the database (ruling 2). */
export type JobData = Readonly<Record<string, string | number>>;

export interface Job {
  /** `<thing>.<what is done>` */
  readonly name: string;
  readonly run: (communeId: string, data: JobData) => Promise<void>;
  /** Runs by itself for every commune, once in each stretch of so many minutes that the machine is up. */
  readonly everyMinutes?: number;
  /** Not for a former commune's archive: what it would tell or put out is nobody's business any more. */
  readonly onlyWhileOpen?: boolean;
}

const SCHEMA = 'pgboss';
const SWEEP = 'jobs.sweep';
const SWEEP_MINUTES = 5;
const jobs = new Map<string, Job>();
let sender: Promise<PgBoss> | undefined;
let worker: PgBoss | undefined;
let upkeep: PgBoss | undefined;

/** Makes a job known to this process; rooms do so when the process starts. */
export function defineJob(job: Job): void {
  jobs.set(job.name, job);
}

/** Creates or renews the library's schema, queues and grants; as the owner, with the migrations. */
export async function prepareJobs(owner: pg.PoolConfig, appRole: string): Promise<void> {
  const boss = new PgBoss({ ...connection(owner), supervise: false, schedule: false });
  boss.on('error', (failure) => logFailure(failure, 'jobs'));
  await boss.start();
  try {
    for (const name of [SWEEP, ...jobs.keys()]) {
      await boss.createQueue(name, { retryLimit: 8, retryBackoff: true, retryDelay: 5 });
    }
    const role = `"${appRole.replaceAll('"', '""')}"`;
    await boss.getDb().executeSql(
      `GRANT USAGE ON SCHEMA ${SCHEMA} TO ${role};
       GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${role};
       GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO ${role};`,
    );
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Puts a job into the queue as part of the transaction. */
export function enqueue(tx: Tx, name: string, data: JobData = {}): Promise<void> {
  return send(tx, name, data, {});
}

async function send(tx: Tx, name: string, data: JobData, options: SendOptions): Promise<void> {
  if (!jobs.has(name)) throw new Error(`unknown job ${name}`);
  const boss = await getSender();
  const db = { executeSql: (text: string, values?: unknown[]) => tx.client.query(text, values) };
  await boss.send(name, { commune: tx.communeId, ...data }, { ...options, db });
}

/** Starts working on the queues; `owner` lets this process also run the library's upkeep. */
export async function startJobs(owner: pg.PoolConfig | undefined): Promise<void> {
  worker = await getSender();
  for (const job of jobs.values()) {
    await worker.work<JobData & { commune: string }>(
      job.name,
      { pollingIntervalSeconds: 2 },
      async (batch) => {
        for (const { data } of batch) {
          const { commune, ...rest } = data;
          await runJob(job, commune, rest);
        }
      },
    );
  }
  await worker.work(SWEEP, { pollingIntervalSeconds: 30 }, () => sweep());
  if (owner) {
    upkeep = new PgBoss({
      ...connection(owner),
      max: 1,
      migrate: false,
      schedule: true,
      supervise: true,
    });
    upkeep.on('error', (failure) => logFailure(failure, 'jobs upkeep'));
    await upkeep.start();
    await upkeep.schedule(SWEEP, `*/${SWEEP_MINUTES} * * * *`);
  }
}

export async function stopJobs(): Promise<void> {
  const open = sender;
  sender = undefined;
  await upkeep?.stop({ graceful: false }).catch((failure: unknown) => logFailure(failure, 'jobs'));
  upkeep = undefined;
  worker = undefined;
  const boss = await open;
  await boss?.stop({ graceful: true, timeout: 5000 });
}

async function runJob(job: Job, communeId: string, data: JobData): Promise<void> {
  try {
    await job.run(communeId, data);
  } catch (failure) {
    // What an ending cut off is begun again by the queue: no failure to tell of.
    if (worker) logFailure(failure, `job ${job.name}`);
    else log.info({ err: failure, where: `job ${job.name}` }, 'cut off by the end');
    throw failure;
  }
}

/** Which stretch of time each recurring job was last asked for in by this process. */
const asked = new Map<string, number>();

/**
 * One job looks after all that recurs, so there is no cron entry per commune (ruling 3). A machine that
 * was off at the full hour catches up; the queue takes one of each job, commune and stretch.
 */
export async function sweep(known: Map<string, number> = asked): Promise<void> {
  const minute = Math.floor(Date.now() / 60_000);
  const due = [...jobs.values()].flatMap(({ name, everyMinutes, onlyWhileOpen = false }) => {
    if (everyMinutes === undefined) return [];
    const stretch = Math.floor(minute / everyMinutes);
    return known.get(name) === stretch ? [] : [{ name, everyMinutes, stretch, onlyWhileOpen }];
  });
  if (due.length === 0) return;
  for (const communeId of await listCommuneIds()) {
    await inCommune(
      communeId,
      async (tx) => {
        for (const { name, everyMinutes, onlyWhileOpen } of due) {
          if (tx.isArchive && onlyWhileOpen) continue;
          const once = { singletonKey: communeId, singletonSeconds: everyMinutes * 60 };
          await send(tx, name, {}, once);
        }
      },
      { write: true },
    );
  }
  for (const { name, stretch } of due) known.set(name, stretch);
}

function getSender(): Promise<PgBoss> {
  sender ??= openSender();
  return sender;
}

/** The library on the app's own pool: it may work and send, never change its schema. */
async function openSender(): Promise<PgBoss> {
  const pool = getPool();
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) },
    schema: SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  boss.on('error', (failure) => logFailure(failure, 'jobs'));
  await boss.start();
  return boss;
}

function connection(config: pg.PoolConfig) {
  return { ...config, schema: SCHEMA, application_name: 'loa-jobs' };
}
