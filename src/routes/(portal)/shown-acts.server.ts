// Acts as public lists show them: with the names of their kinds.
import { findKind } from '#lib/plans/index.ts';
import { getActKinds, listPublicActs } from '#lib/plans/index.server.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { actWords } from '#lib/portal/index.ts';
import type { IconName, Language } from '#lib/ui/index.ts';

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
export function kindOf(
  id: string,
  language: Language = 'vi',
): { kindName: string; icon: IconName } {
  const kind = findKind(getActKinds(), id);
  return {
    kindName: kind ? actWords(language).kind(kind) : id,
    icon: (kind?.icon ?? 'flag') as IconName,
  };
}
