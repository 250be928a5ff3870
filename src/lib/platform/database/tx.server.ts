// One transaction inside a commune, as use cases are handed it.
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Instant, PlainDate } from '#lib/vietnam/index.ts';
import type { Actor } from '../actor.ts';
import type { NewEvent } from '../events/append.server.ts';
import type { DB as Database } from './schema.ts';

/** One transaction inside a commune. */
export interface Tx {
  /** Queries of this transaction; row security shows only this commune. */
  readonly db: Kysely<Database>;
  readonly communeId: string;
  readonly actor: Actor;
  /** True where rows may change before its end: what is read here may never come to stand. */
  readonly writes: boolean;
  /** The office's instant, ISO UTC. A demo office stands still at its day. */
  readonly now: Instant;
  /** The office's day in Vietnam, YYYY-MM-DD. */
  readonly today: PlainDate;
  /** Writes an event with the change; it gets its place in the chain just before commit. */
  readonly record: (event: NewEvent) => void;
  /** The commune's public version in this snapshot: what a kept page is compared with. */
  readonly publicVersion: number;
  /** Where the commune's chain of events stood when the transaction began; 0 before its first event. */
  readonly headSeq: number;
  /** The commune's last day is over: it is read, and takes nothing more (ruling 49). */
  readonly isArchive: boolean;
  /**
   * What was read here reads differently from that instant of the office's clock on: a page made of it
   * isn't kept for longer.
   */
  readonly differsFrom: (instant: Instant) => void;
  /** The nearest of those instants. */
  readonly boundary: { readonly at: Instant | undefined };
  /** Tables this transaction has read and written so far, found by itself. */
  readonly touched: { readonly reads: Set<string>; readonly writes: Set<string> };
  /**
   * After a withdrawal for error or privacy: kept pages of this commune are thrown away in every
   * process before `inCommune` gives back (ruling 17).
   */
  readonly deletePages: () => void;
  /** The raw connection, for the job library's own statements in this transaction. */
  readonly client: pg.PoolClient;
}
