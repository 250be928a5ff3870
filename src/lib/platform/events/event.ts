// What an event is, and the exact text its hash is taken over (RFC 8785 canonical JSON, version 1).
import canonicalize from 'canonicalize';

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

/** The stored text of an event; its SHA-256 is the row's hash. */
export function canonicalText(body: EventBody): string {
  const text = canonicalize(body);
  if (text === undefined) throw new Error('an event body must be plain JSON');
  return text;
}
