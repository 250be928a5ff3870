// Which live articles have no sound yet, and which of them the machine leaves alone for some days because it
// couldn't read them.
import type { Tx } from '#lib/platform/index.server.ts';
import { addDays, toPlainDate } from '#lib/vietnam/index.ts';

/** What is longer than a voice reads is looked at again when a new version of the program may read more. */
export const DAYS_TOO_LONG = 30;
const MOST_DAYS = 30;

/** Live articles without a sound that aren't put aside today, the newest first. */
export async function selectUnread(tx: Tx): Promise<string[]> {
  await forgetOver(tx);
  const rows = await tx.db
    .selectFrom('edition')
    .leftJoin('article_audio', (join) =>
      join
        .onRef('article_audio.commune_id', '=', 'edition.commune_id')
        .onRef('article_audio.edition_id', '=', 'edition.id'),
    )
    .leftJoin('article_unread', (join) =>
      join
        .onRef('article_unread.commune_id', '=', 'edition.commune_id')
        .onRef('article_unread.edition_id', '=', 'edition.id'),
    )
    .select('edition.id')
    .where('edition.status', '=', 'published')
    .where('edition.kind', '=', 'article')
    .where('article_audio.edition_id', 'is', null)
    .where(({ or, eb }) =>
      or([
        eb('article_unread.not_before', 'is', null),
        eb('article_unread.not_before', '<=', tx.today),
      ]),
    )
    .orderBy('edition.public_at', 'desc')
    .execute();
  return rows.map(({ id }) => id);
}

/** Leaves an article alone: so many days, or after each failure twice as many as after the one before. */
export async function putAside(tx: Tx, editionId: string, days?: number): Promise<void> {
  const before = await tx.db
    .selectFrom('article_unread')
    .select('failures')
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  const failures = (before?.failures ?? 0) + 1;
  const wait = days ?? Math.min(2 ** (failures - 1), MOST_DAYS);
  const values = { failures, not_before: addDays(toPlainDate(tx.today), wait) };
  await tx.db
    .insertInto('article_unread')
    .values({ commune_id: tx.communeId, edition_id: editionId, ...values })
    .onConflict((conflict) => conflict.columns(['commune_id', 'edition_id']).doUpdateSet(values))
    .execute();
}

/** What was read after all, or isn't live any longer, needs no day. */
async function forgetOver(tx: Tx): Promise<void> {
  await tx.db
    .deleteFrom('article_unread')
    .where(({ or, exists, not, selectFrom }) =>
      or([
        exists(
          selectFrom('article_audio')
            .select('article_audio.edition_id')
            .whereRef('article_audio.commune_id', '=', 'article_unread.commune_id')
            .whereRef('article_audio.edition_id', '=', 'article_unread.edition_id'),
        ),
        not(
          exists(
            selectFrom('edition')
              .select('edition.id')
              .whereRef('edition.commune_id', '=', 'article_unread.commune_id')
              .whereRef('edition.id', '=', 'article_unread.edition_id')
              .where('edition.status', '=', 'published'),
          ),
        ),
      ]),
    )
    .execute();
}
