// Reading events back, in order: the source of every figure, audit list and notification.
import type { Tx } from '../database/tx.server.ts';
import type { EventBody } from './event.ts';

export interface StoredEvent extends EventBody {
  readonly hash: string;
}

export interface EventFilter {
  readonly kinds?: readonly string[];
  readonly subject?: { readonly type: string; readonly id: string };
  /** Only what was recorded by then, ISO UTC ("as of", ruling 12). */
  readonly recordedBy?: string;
  /** Only what came after this place in the chain. */
  readonly after?: number;
  /** Only what came before this place in the chain. */
  readonly before?: number;
  readonly newestFirst?: boolean;
  readonly limit?: number;
}

export async function readEvents(tx: Tx, filter: EventFilter = {}): Promise<StoredEvent[]> {
  let query = tx.db.selectFrom('event').select(['body', 'hash']);
  if (filter.kinds) query = query.where('kind', 'in', [...filter.kinds]);
  if (filter.subject) {
    query = query
      .where('subject_type', '=', filter.subject.type)
      .where('subject_id', '=', filter.subject.id);
  }
  if (filter.recordedBy) query = query.where('at', '<=', filter.recordedBy);
  if (filter.after) query = query.where('seq', '>', filter.after);
  if (filter.before) query = query.where('seq', '<', filter.before);
  if (filter.limit) query = query.limit(filter.limit);
  const rows = await query.orderBy('seq', filter.newestFirst ? 'desc' : 'asc').execute();
  return rows.map((row) => ({ ...(JSON.parse(row.body) as EventBody), hash: row.hash }));
}
