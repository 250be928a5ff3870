// The only way to a row: one transaction, inside one commune, with its events written last.
import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import {
  type Instant,
  toPlainDate,
  vietnamDate,
  vietnamInstant,
  vietnamTime,
} from '#lib/vietnam/index.ts';
import { type Actor, thePublic } from '../actor.ts';
import { platformError } from '../errors.ts';
import { appendEvents, type NewEvent } from '../events/append.server.ts';
import { isId } from '../id-form.ts';
import { isArchive, mayHappenInArchive } from '../office/archive.ts';
import { deliverInside } from '../events/subscribe.server.ts';
import { announceChange, deletePagesEverywhere, raiseVersion } from '../pages/changes.server.ts';
import { tablesOf, type Touched } from '../pages/tables.ts';
import { isDatabaseAway } from './away.ts';
import { getPool } from './pool.server.ts';
import type { DB as Database } from './schema.ts';
import type { Tx } from './tx.server.ts';

export type { Database, Tx };

export interface Options {
  /** Read and write; without it the transaction is read-only and sees one snapshot. */
  readonly write?: boolean;
  readonly actor?: Actor;
  /** Instead of the clock: demo loading and tests. ISO UTC. */
  readonly now?: string;
}

/** A statement, or a transaction in which nothing happens, is ended by the server after this long. */
const LIMIT_S = 30;

const current = new AsyncLocalStorage<string>();

/**
 * Runs `work` in one transaction that can see only the commune's rows.
 * Nothing but the database may be awaited inside; nesting throws, since a second transaction would
 * see another state and could wait for the first for ever.
 *
 * @throws LoaError `database.away` where nothing was kept, `database.unsure` where that isn't known
 */
export async function inCommune<T>(
  communeId: string,
  work: (tx: Tx) => Promise<T>,
  options: Options = {},
): Promise<T> {
  if (!isId(communeId)) throw new Error('inCommune needs a commune id (UUID)');
  if (current.getStore())
    throw new Error('inCommune inside inCommune: pass the open tx on instead');
  const client = await lend();
  const turns = new Turns(client);
  let broken: Error | undefined;
  let done: Done<T>;
  try {
    done = await current.run(communeId, () => transact(turns, communeId, work, options));
  } catch (error) {
    await turns.end();
    // A connection whose rollback failed must not go back to the pool.
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw inWords(error);
  } finally {
    client.release(broken);
  }
  if (done.change) announceChange(done.change);
  if (done.deletesPages && done.change) {
    await deletePagesEverywhere(communeId, done.change.version);
  }
  return done.result;
}

/** One read-only snapshot that stays open over several loads of a request. */
export interface Reading {
  readonly tx: Tx;
  /** Runs work that reads here; a second transaction can't be opened inside it. */
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Ends the transaction and gives the connection back. Call it exactly once. */
  readonly close: () => Promise<void>;
}

/** Opens the snapshot a request reads from; layouts and page share it (ruling 5). */
export async function openReading(communeId: string, actor: Actor = thePublic): Promise<Reading> {
  if (!isId(communeId)) throw new Error('openReading needs a commune id (UUID)');
  const client = await lend();
  const turns = new Turns(client);
  try {
    const tx = await begin(turns, communeId, { actor });
    return {
      tx,
      read: (work) =>
        current.run(communeId, () =>
          work(tx).catch((failure: unknown) => {
            throw inWords(failure);
          }),
        ),
      close: async () => {
        await turns.end();
        const failure = await client.query('COMMIT').then(
          () => undefined,
          (error: Error) => error,
        );
        client.release(failure);
      },
    };
  } catch (error) {
    client.release(error as Error);
    throw inWords(error);
  }
}

/** A connection of the app role. @throws LoaError `database.away` where there is none to be had */
async function lend(): Promise<pg.PoolClient> {
  return await getPool()
    .connect()
    .catch((failure: unknown) => {
      throw inWords(failure);
    });
}

/** People are told that the database is away; every other failure stays what it is. */
function inWords(failure: unknown): unknown {
  return isDatabaseAway(failure) ? platformError('database.away') : failure;
}

interface Done<T> {
  readonly result: T;
  /** What the change did to what pages are made of; undefined where it did nothing. */
  readonly change: Awaited<ReturnType<typeof raiseVersion>>;
  readonly deletesPages: boolean;
}

async function transact<T>(
  turns: Turns,
  communeId: string,
  work: (tx: Tx) => Promise<T>,
  options: Options,
): Promise<Done<T>> {
  const pending: NewEvent[] = [];
  const vanish = { asked: false };
  const tx = await begin(turns, communeId, options, pending, vanish);
  const result = await work(tx);
  // Subscribers may record in turn; an array's iterator also reaches what is added meanwhile.
  for (const event of pending) await deliverInside(tx, event);
  await turns.end();
  const { client } = turns;
  if (pending.length > 0) tx.touched.writes.add('event');
  const change = await raiseVersion(client, communeId, tx.touched.writes);
  if (pending.length > 0) await appendEvents(client, tx, pending);
  // A statement that failed unnoticed makes the server answer COMMIT with a rollback, and no error.
  const { command } = await client.query('COMMIT').catch((failure: unknown) => {
    // Whether it got there nobody can say.
    throw isDatabaseAway(failure) ? platformError('database.unsure') : failure;
  });
  if (command !== 'COMMIT') throw new Error(`the transaction ended in ${command}, not COMMIT`);
  return { result, change, deletesPages: vanish.asked };
}

/** What every transaction asks when it begins. */
interface Opening {
  readonly demo_day: string | null;
  readonly last_day: string | null;
  readonly version: number | null;
  readonly head: number | null;
}

async function begin(
  turns: Turns,
  communeId: string,
  options: Options,
  pending: NewEvent[] = [],
  vanish = { asked: false },
): Promise<Tx> {
  const { client } = turns;
  const mode = options.write
    ? 'ISOLATION LEVEL READ COMMITTED'
    : 'ISOLATION LEVEL REPEATABLE READ READ ONLY';
  // One round trip; the id is checked above, and SET takes no parameters.
  const opened = (await client.query(
    `BEGIN ${mode}; SET LOCAL loa.commune = '${communeId}';
     SET LOCAL statement_timeout = '${LIMIT_S}s';
     SET LOCAL idle_in_transaction_session_timeout = '${LIMIT_S}s';
     SELECT (SELECT version FROM public_version WHERE commune_id = '${communeId}') AS version,
       (SELECT seq FROM event_head WHERE commune_id = '${communeId}') AS head, own.demo_day,
       own.valid_to AS last_day
     FROM (SELECT) AS one LEFT JOIN commune AS own ON own.id = '${communeId}'`,
  )) as unknown as pg.QueryResult<Opening>[];
  const row = opened.at(-1)?.rows[0];
  const { demo_day: demoDay = null, last_day: lastDay = null, version, head } = row ?? {};
  const now = options.now ?? officeNow(new Date().toISOString(), demoDay);
  const today = vietnamDate(now);
  const isOver = isArchive(lastDay, today);
  const boundary: { at: Instant | undefined } = { at: undefined };
  return {
    db: kyselyOn(turns),
    communeId,
    actor: options.actor ?? thePublic,
    writes: options.write ?? false,
    now,
    today,
    record(event) {
      if (!options.write) throw new Error('an event needs a writing transaction');
      const actor = options.actor ?? thePublic;
      if (isOver && !mayHappenInArchive(actor, event.kind)) {
        throw platformError('commune.archived');
      }
      pending.push(event);
    },
    differsFrom(instant) {
      if (boundary.at === undefined || instant < boundary.at) boundary.at = instant;
    },
    boundary,
    publicVersion: version ?? 0,
    headSeq: head ?? 0,
    isArchive: isOver,
    touched: turns.touched,
    deletePages() {
      vanish.asked = true;
    },
    client,
  };
}

/** The office's clock: the real one, or the demo day at the real time of day. */
function officeNow(real: Instant, demoDay: string | null): Instant {
  return demoDay ? vietnamInstant(toPlainDate(demoDay), vietnamTime(real)) : real;
}

/** Kysely bound to a connection whose transaction the caller manages: upkeep by the owner. */
export function kyselyOnOwn(client: pg.ClientBase): Kysely<Database> {
  // Only queries are run on it; it is never released to a pool.
  return kyselyOn(new Turns(client as pg.PoolClient));
}

/** Kysely bound to one connection whose transaction is managed here. */
function kyselyOn(turns: Turns): Kysely<Database> {
  const bound = {
    query: (...args: unknown[]) => turns.query(...args),
    release: () => undefined,
  };
  const pool = { options: {}, connect: async () => bound, end: async () => undefined };
  // Kysely asks for a pool; this one lends the open connection and never gives it back.
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }),
  });
}

/**
 * A connection runs one statement at a time; loads that run side by side wait for their turn. Once
 * the transaction ends no more may begin: the connection is somebody else's then.
 */
class Turns {
  readonly client: pg.PoolClient;
  // Every transaction reads the commune's row when it begins.
  readonly touched = { reads: new Set(['commune']), writes: new Set<string>() };
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(client: pg.PoolClient) {
    this.client = client;
  }

  query(...args: unknown[]): Promise<unknown> {
    this.#note(args[0]);
    const run = this.client.query.bind(this.client) as (...given: unknown[]) => Promise<unknown>;
    const next = this.#last.then(() => {
      if (this.#ended) throw new Error('a query after the end of its transaction');
      return run(...args);
    });
    this.#last = next.catch(() => undefined);
    return next;
  }

  #note(statement: unknown): void {
    const text = typeof statement === 'string' ? statement : (statement as { text?: string }).text;
    const { reads, writes } = tablesNamed(text ?? '');
    for (const table of reads) this.touched.reads.add(table);
    for (const table of writes) this.touched.writes.add(table);
  }

  /** Lets the statement under way finish and refuses all others. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#last;
  }
}

const MOST_STATEMENTS = 2_000;
const statements = new Map<string, Touched>();

/** Statements recur: each text is read once. */
function tablesNamed(text: string): Touched {
  const known = statements.get(text);
  if (known) return known;
  const found = tablesOf(text);
  if (statements.size >= MOST_STATEMENTS) statements.clear();
  statements.set(text, found);
  return found;
}
