// Editions with the words of their newest revision, for whatever looks through many of them.
import type { Tx } from '#lib/platform/index.server.ts';

export function selectWithWords(tx: Tx) {
  return tx.db
    .selectFrom('edition')
    .innerJoin('edition_revision as revision', (join) =>
      join
        .onRef('revision.commune_id', '=', 'edition.commune_id')
        .onRef('revision.edition_id', '=', 'edition.id')
        .onRef('revision.revision', '=', 'edition.revision'),
    );
}
