// Appends events to the commune's chain. The head row is locked last, just before commit, so writers
// of one commune queue for microseconds and those of different communes never (ruling 10).
import type pg from 'pg';
import { sha256Hex } from '../digest.server.ts';
import type { Actor } from '../actor.ts';
import { canonicalText } from './canonical.ts';
import { CHAIN_VERSION, GENESIS, type EventData, type Subject } from './event.ts';

export interface NewEvent {
  /** `<thing>.<what happened>`, listed in the room's `events.ts`. */
  readonly kind: string;
  readonly subject: Subject;
  /** The day it happened on; the transaction's day when absent. */
  readonly occurredOn?: string;
  readonly data?: EventData;
}

interface Context {
  readonly communeId: string;
  readonly actor: Actor;
  readonly now: string;
  readonly today: string;
}

interface HeadRow {
  seq: number;
  at: string | null;
  hash: string;
}

export async function appendEvents(
  client: pg.PoolClient,
  context: Context,
  events: readonly NewEvent[],
): Promise<void> {
  const head = await lockHead(client, context.communeId);
  // Recording time never runs backwards within a chain, whatever the machine's clock does.
  const at = head.at && head.at > context.now ? head.at : context.now;
  let { seq, hash } = head;
  const rows: unknown[][] = [[], [], [], [], [], [], [], [], []];
  for (const event of events) {
    seq += 1;
    const body = {
      v: CHAIN_VERSION,
      commune: context.communeId,
      seq,
      at,
      on: event.occurredOn ?? context.today,
      actor: actorName(context.actor),
      kind: event.kind,
      subject: event.subject,
      data: event.data ?? {},
      previous: hash,
    };
    const text = canonicalText(body);
    const next = sha256Hex(text);
    const values = [
      seq,
      body.on,
      body.actor,
      body.kind,
      body.subject.type,
      body.subject.id,
      text,
      hash,
      next,
    ];
    values.forEach((value, index) => rows[index]?.push(value));
    hash = next;
  }
  await client.query(
    `INSERT INTO event (commune_id, seq, at, occurred_on, actor, kind, subject_type, subject_id, body, previous_hash, hash)
     SELECT $1::uuid, r.seq, $2::timestamptz, r.occurred_on, r.actor, r.kind, r.subject_type, r.subject_id, r.body, r.previous_hash, r.hash
     FROM unnest($3::bigint[], $4::date[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::text[], $10::text[], $11::text[])
       AS r (seq, occurred_on, actor, kind, subject_type, subject_id, body, previous_hash, hash)`,
    [context.communeId, at, ...rows],
  );
  await client.query('UPDATE event_head SET seq = $2, at = $3, hash = $4 WHERE commune_id = $1', [
    context.communeId,
    seq,
    at,
    hash,
  ]);
}

async function lockHead(client: pg.PoolClient, communeId: string): Promise<HeadRow> {
  const find = 'SELECT seq, at, hash FROM event_head WHERE commune_id = $1 FOR UPDATE';
  const found = await client.query<HeadRow>(find, [communeId]);
  if (found.rows[0]) return found.rows[0];
  await client.query(
    `INSERT INTO event_head (commune_id, seq, hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING`,
    [communeId, GENESIS],
  );
  const made = await client.query<HeadRow>(find, [communeId]);
  const head = made.rows[0];
  if (!head) throw new Error('the head of the event chain could not be made');
  return head;
}

export function actorName(actor: Actor): string {
  if (actor.kind === 'person') return actor.accountId;
  return actor.kind === 'system' ? `system:${actor.job}` : 'public';
}
