// Acts as public lists show them: with the names of their kinds.
import { findKind } from '#lib/plans/index.ts';
import { getActKinds, listPublicActs } from '#lib/plans/index.server.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import type { IconName } from '#lib/ui/index.ts';

export async function listShownActs(
  tx: Tx,
  filter: Parameters<typeof listPublicActs>[1],
  page: { readonly size: number; readonly start: number },
) {
  const { total, acts } = await listPublicActs(tx, filter, page);
  return {
    total,
    acts: acts.map(({ id, slug, title, summary, day, kind, unitName }) => ({
      id,
      slug,
      title,
      summary,
      day,
      unitName,
      ...kindOf(kind),
    })),
  };
}

/** Name and drawing of a kind; of what the table no longer knows, its id. */
export function kindOf(id: string): { kindName: string; icon: IconName } {
  const kind = findKind(getActKinds(), id);
  return { kindName: kind?.name ?? id, icon: (kind?.icon ?? 'flag') as IconName };
}
