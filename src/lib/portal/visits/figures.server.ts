// Access figures as shown: online, today, all. What was never counted is unknown, not 0.
import { sql } from 'kysely';
import type { Tx } from '#lib/platform/index.server.ts';
import { vietnamDate } from '#lib/vietnam/index.ts';
import { ownCounter, presentHere, unwritten } from './count.server.ts';

export interface AccessFigures {
  /** Visitors in the last five minutes. */
  readonly online: number;
  /** Distinct visitors of today, in Vietnam. */
  readonly today: number;
  /** Visitors of all days, each day anew. */
  readonly all: number;
  /** Pages shown, all days. */
  readonly views: number;
  /** The first day that was counted; `null` when nothing ever was. */
  readonly since: string | null;
}

/** Adds what the rows of all processes hold to what this process has not written yet. */
export async function readAccessFigures(tx: Tx): Promise<AccessFigures> {
  const day = vietnamDate(new Date().toISOString());
  const row = await tx.db
    .selectFrom('visit_day')
    .select(({ fn }) => [
      fn.sum<number | null>('visits').as('visits'),
      fn.sum<number | null>('views').as('views'),
      fn.min('day').as('since'),
    ])
    .select(sql<number | null>`sum(visits) FILTER (WHERE day = ${day}::date)`.as('today'))
    .select(
      sql<number | null>`sum(online) FILTER (WHERE counter <> ${ownCounter()}
        AND written_at > now() - interval '2 minutes')`.as('elsewhere'),
    )
    .executeTakeFirstOrThrow();
  const own = unwritten(tx.communeId);
  const isToday = own.day === day;
  const counted = Number(row.visits ?? 0) + own.visits;
  return {
    online: presentHere(tx.communeId) + Number(row.elsewhere ?? 0),
    today: Number(row.today ?? 0) + (isToday ? own.visits : 0),
    all: counted,
    views: Number(row.views ?? 0) + own.views,
    since: row.since ?? (counted > 0 ? own.day : null),
  };
}
