// What an event is. Its stored text is the canonical JSON (version 1) of this body; the SHA-256 of
// that text is the row's hash.

export const CHAIN_VERSION = 1;
/** What stands as previous hash before a commune's first event. */
export const GENESIS = '0'.repeat(64);

export interface Subject {
  readonly type: string;
  readonly id: string;
}

/** `data` holds ids, digests, codes and quantities; never personal data (ruling 11). */
export type EventData = Readonly<Record<string, unknown>>;

export interface EventBody {
  readonly v: number;
  readonly commune: string;
  readonly seq: number;
  /** Recorded at, ISO UTC. */
  readonly at: string;
  /** The day it happened on, in Vietnam. */
  readonly on: string;
  /** Account id, `system:<job>` or `public`. */
  readonly actor: string;
  readonly kind: string;
  readonly subject: Subject;
  readonly data: EventData;
  /** Hash of the row before, hex. */
  readonly previous: string;
}
