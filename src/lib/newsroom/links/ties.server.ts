// The ties of what stands on the portal. A revision's words never change, so what was read in them once is
// kept under their digest: after an event only what is new is read.
import { listOwnHosts, type EditionView, type Tx } from '#lib/platform/index.server.ts';
import { selectWithWords } from '../newest-words.server.ts';
import { articleOf } from '../write.server.ts';
import { tiesOf, type Sought, type Ties } from './ties.ts';

export interface TiedArticle extends Ties {
  readonly slug: string;
  readonly title: string;
  readonly section: string;
  /** An instant. */
  readonly publicAt: string;
}

/** Ties of so many texts are kept in memory, a few hundred bytes each. */
const MOST_KEPT = 3000;
const kept = new Map<string, Ties>();

/** The newest live articles, newest first, each with its ties. For everybody. */
export async function listTiedArticles(
  tx: Tx,
  sought: Sought,
  most: number,
): Promise<TiedArticle[]> {
  const rows = await tx.db
    .selectFrom('edition')
    .innerJoin('item', (join) =>
      join
        .onRef('item.commune_id', '=', 'edition.commune_id')
        .onRef('item.id', '=', 'edition.item_id'),
    )
    .innerJoin('edition_revision as revision', (join) =>
      join
        .onRef('revision.commune_id', '=', 'edition.commune_id')
        .onRef('revision.edition_id', '=', 'edition.id')
        .onRef('revision.revision', '=', 'edition.revision'),
    )
    .select(['edition.id', 'edition.title', 'edition.section', 'edition.public_at'])
    .select(['item.slug', 'revision.digest'])
    .where('edition.status', '=', 'published')
    .where('edition.kind', '=', 'article')
    .orderBy('edition.public_at', 'desc')
    .orderBy('edition.id', 'desc')
    .limit(most)
    .execute();
  const hosts = await listOwnHosts(tx);
  const placeOf = (digest: string) => [digest, sought.key, ...hosts].join('\n');
  const ties = new Map<string, Ties>();
  const unread: string[] = [];
  for (const { id, digest } of rows) {
    const place = placeOf(digest);
    const known = kept.get(place);
    if (known) {
      keep(place, known);
      ties.set(id, known);
    } else unread.push(id);
  }
  for (const { id, digest, content } of await readWords(tx, unread)) {
    const read = tiesOf(articleOf({ content }), sought, hosts);
    keep(placeOf(digest), read);
    ties.set(id, read);
  }
  return rows.flatMap(({ id, slug, title, section, public_at: publicAt }) => {
    const found = ties.get(id);
    return found && slug !== null && publicAt !== null
      ? [{ slug, title, section, publicAt, ...found }]
      : [];
  });
}

/** The ties of one edition, however old it is. */
export async function readTies(
  tx: Tx,
  sought: Sought,
  edition: Pick<EditionView, 'content'>,
): Promise<Ties> {
  return tiesOf(articleOf(edition), sought, await listOwnHosts(tx));
}

async function readWords(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await selectWithWords(tx)
    .select(['edition.id', 'revision.digest', 'revision.content'])
    .where('edition.id', 'in', [...ids])
    .execute();
  return rows;
}

/** Puts it last: the first of the map is the one not asked for longest. */
function keep(place: string, ties: Ties): void {
  kept.delete(place);
  kept.set(place, ties);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
}
