// What acts of publicity say, for those who look for what names a thing that has changed: a bulletin that
// told an old fee has to be told anew.
import { sql } from 'kysely';
import type { Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';

export interface ActWords {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  /** YYYY-MM-DD */
  readonly day: string;
  /** Title, summary and body, a line each. */
  readonly text: string;
}

/**
 * The words of acts that stand, were typed and may say one of these names, the newest first: case, marks and
 * what stands between the words of a name are passed over, so whoever asks looks closer. What another room
 * made by itself (an article, a posting) is looked for in that room.
 * @param since YYYY-MM-DD; what was told before isn't put right any more
 */
export async function readActWords(
  tx: Tx,
  since: string,
  names: readonly string[],
): Promise<ActWords[]> {
  requireCan(tx.actor, 'act.see', {});
  if (names.length === 0) return [];
  const patterns = names.map(patternOf);
  const rows = await tx.db
    .selectFrom('act')
    .select(['id', 'title', 'kind', 'happened_on', 'summary', 'body'])
    .where('withdrawn_at', 'is', null)
    .where('happened_on', '>=', since)
    // Years of bulletins stay in the database; both sides lose their marks in the same way.
    .where(
      sql<boolean>`lower(public.unaccent(concat_ws(' ', title, summary, body)))
        LIKE ANY (SELECT lower(public.unaccent(pattern)) FROM unnest(${patterns}::text[]) AS pattern)`,
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('act_arrival')
            .select('act_arrival.id')
            .whereRef('act_arrival.commune_id', '=', 'act.commune_id')
            .whereRef('act_arrival.act_id', '=', 'act.id'),
        ),
      ),
    )
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, title, kind, happened_on: day, summary, body }) => ({
    ...{ id, title, kind, day },
    text: [title, summary, body].join('\n'),
  }));
}

/** A name however it is broken into lines. */
function patternOf(name: string): string {
  const words = name.split(/\s+/).map((word) => word.replace(/[\\%_]/g, '\\$&'));
  return `%${words.join('%')}%`;
}
