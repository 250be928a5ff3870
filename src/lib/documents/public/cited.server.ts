// What everybody may know of a document that something public names: whether it is still in force, what took
// its place, and the page of either where it is public here. Of an entry that isn't, nothing else leaves.
import type { Tx } from '#lib/platform/index.server.ts';
import { isSameDocument, type Named } from '../register/codes.ts';
import { listByCodes } from '../register/links.server.ts';
import { readPublicStates } from '../register/states.server.ts';
import { hasEnded, type Validity } from '../register/validity.ts';

export interface PublicReference {
  /** Null where it isn't public here. */
  readonly slug: string | null;
  /** Null where the register doesn't know it. */
  readonly state: Validity['state'] | null;
  readonly hasEnded: boolean;
  /** The day it ended, YYYY-MM-DD. */
  readonly since: string | null;
  /** What took its place or abolished it. */
  readonly endedBy: { readonly code: string; readonly slug: string | null } | null;
}

/** For each citation, what is public of the document it means on a day, in the order of the citations. */
export async function findPublicCited(
  tx: Tx,
  citations: readonly Named[],
  day: string,
): Promise<PublicReference[]> {
  const candidates = await listByCodes(
    tx,
    citations.map(({ code }) => code),
  );
  const states = await readPublicStates(
    tx,
    candidates.map(({ id }) => id),
    day,
  );
  const endings = [...states.values()].flatMap(({ endedBy }) => endedBy ?? []);
  const others = await listByCodes(tx, endings);
  const slugs = await readSlugs(
    tx,
    [...candidates, ...others].map(({ id }) => id),
  );
  return citations.map((citation) => {
    const meant = candidates.find((one) => isSameDocument(citation, one));
    const validity = meant && states.get(meant.id);
    const by = validity?.endedBy ?? null;
    const other = others.find(({ code }) => code === by);
    return {
      slug: (meant && slugs.get(meant.id)) ?? null,
      state: validity?.state ?? null,
      hasEnded: validity !== undefined && hasEnded(validity),
      since: validity?.since ?? null,
      endedBy: by === null ? null : { code: by, slug: (other && slugs.get(other.id)) ?? null },
    };
  });
}

/** Names in the portal's addresses, of those that are public. */
async function readSlugs(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('register_entry')
    .select(['id', 'slug'])
    .where('id', 'in', [...new Set(ids)])
    .where('published_at', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ id, slug }) => (slug === null ? [] : [[id, slug] as const])));
}
