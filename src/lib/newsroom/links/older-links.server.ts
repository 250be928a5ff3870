// Links of texts that were saved before links were kept: read from their newest words, a few at a time.
import type { Tx } from '#lib/platform/index.server.ts';
import { linksOf } from '#lib/platform/index.ts';
import { selectWithWords } from '../newest-words.server.ts';
import { articleOf } from '../write.server.ts';
import { keepLinks } from './links.server.ts';

const MOST_A_RUN = 50;

/** @returns how many live editions got their links */
export async function keepOlderLinks(tx: Tx): Promise<number> {
  const rows = await selectWithWords(tx)
    .select(['edition.id', 'revision.content'])
    .where('edition.status', '=', 'published')
    // Any link of a text says where it leads.
    .where('revision.content', 'like', '%"href":%')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('text_link')
            .select('text_link.edition_id')
            .whereRef('text_link.commune_id', '=', 'edition.commune_id')
            .whereRef('text_link.edition_id', '=', 'edition.id'),
        ),
      ),
    )
    .orderBy('edition.public_at', 'desc')
    .limit(MOST_A_RUN)
    .execute();
  const linked = rows
    .map(({ id, content }) => ({ id, body: articleOf({ content }).body }))
    .filter(({ body }) => linksOf(body).length > 0);
  for (const { id, body } of linked) await keepLinks(tx, id, body);
  return linked.length;
}
