// Rooms that don't know each other talk through events: a subscriber runs inside the transaction of
// the event, before commit, so what it writes stands or falls with the change.
import type { Tx } from '../database/tx.server.ts';
import type { NewEvent } from './append.server.ts';

type Subscriber = (tx: Tx, event: NewEvent) => Promise<void>;

const subscribers = new Map<string, Subscriber[]>();

/** Calls `subscriber` for every event of the kind. Registered once, when the process starts. */
export function subscribe(kind: string, subscriber: Subscriber): void {
  const known = subscribers.get(kind) ?? [];
  subscribers.set(kind, [...known, subscriber]);
}

export async function deliverInside(tx: Tx, event: NewEvent): Promise<void> {
  for (const subscriber of subscribers.get(event.kind) ?? []) await subscriber(tx, event);
}
