// Links to an edition: a preview for whoever is asked to look, an approval for one named position with a
// PIN (ruling 25). The secret is computed from the master key, so nothing at rest opens a link.
import { toInstant, type Instant } from '#lib/vietnam/index.ts';
import { accountOf } from '../actor.ts';
import type { Tx } from '../database/tx.server.ts';
import { newId } from '../ids.server.ts';
import { idInSecretName, secretName } from '../secret-names.server.ts';
import { editionError } from './errors.ts';
import { lockEdition } from './rows.server.ts';
import { isOpen, type EditionStatus } from './status.ts';
import { linkEnd } from './write.server.ts';
import { revokeLinks } from './workflow.server.ts';

/** Makes a link; a new approval link voids the ones before. @returns its name in the address */
export async function makeEditionLink(
  tx: Tx,
  input: {
    readonly editionId: string;
    readonly purpose: 'preview' | 'approval';
    readonly headId?: string;
  },
): Promise<string> {
  const { edition } = await lockEdition(tx, input.editionId);
  if (!isOpen(edition.status as EditionStatus)) throw editionError('preview.gone');
  if (input.purpose === 'approval') await revokeLinks(tx, edition.id, 'approval');
  const id = newId();
  await tx.db
    .insertInto('edition_link')
    .values({
      commune_id: tx.communeId,
      id,
      edition_id: edition.id,
      purpose: input.purpose,
      revision: edition.revision,
      head_id: input.headId ?? null,
      made_by: accountOf(tx.actor),
      made_at: tx.now,
      expires_at: linkEnd(tx),
    })
    .execute();
  tx.record({
    kind: `${input.purpose}-link.made`,
    subject: { type: 'item', id: edition.item_id },
    data: {
      link: id,
      edition: edition.id,
      revision: edition.revision,
      ...(input.headId !== undefined && { head: input.headId }),
    },
  });
  return secretName('edition-links', tx.communeId, id);
}

export interface OpenEditionLink {
  readonly id: string;
  readonly editionId: string;
  readonly revision: number;
  readonly headId: string | null;
  readonly expiresAt: Instant;
}

/** What a link leads to; a preview ends with publication, an approval with any other revision. */
export async function findEditionLink(
  tx: Tx,
  purpose: 'preview' | 'approval',
  name: string,
): Promise<OpenEditionLink | undefined> {
  const id = idInSecretName('edition-links', tx.communeId, name);
  if (id === undefined) return undefined;
  const row = await tx.db
    .selectFrom('edition_link')
    .innerJoin('edition', (join) =>
      join
        .onRef('edition.commune_id', '=', 'edition_link.commune_id')
        .onRef('edition.id', '=', 'edition_link.edition_id'),
    )
    .selectAll('edition_link')
    .select(['edition.status', 'edition.revision as current'])
    .where('edition_link.id', '=', id)
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  if (!row || row.used_at !== null || row.revoked_at !== null) return undefined;
  if (toInstant(row.expires_at) <= tx.now) return undefined;
  if (!isOpen(row.status as EditionStatus)) return undefined;
  if (purpose === 'approval' && (row.current !== row.revision || row.status !== 'submitted')) {
    return undefined;
  }
  return {
    id: row.id,
    editionId: row.edition_id,
    revision: row.current,
    headId: row.head_id,
    expiresAt: toInstant(row.expires_at),
  };
}

export async function useEditionLink(tx: Tx, id: string): Promise<void> {
  await tx.db.updateTable('edition_link').set({ used_at: tx.now }).where('id', '=', id).execute();
}
