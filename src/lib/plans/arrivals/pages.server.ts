// Where acts that came by themselves are read on the portal: the page of the thing itself.
import type { Tx } from '#lib/platform/index.server.ts';
import { PUBLIC_SOURCES } from './sources.ts';

/** Local addresses by act; also of acts that were withdrawn since. */
export async function readArrivedPages(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db
    .selectFrom('act_arrival')
    .select(['act_id', 'url'])
    .where('act_id', 'is not', null)
    .where('source', 'in', PUBLIC_SOURCES)
    .execute();
  return new Map(rows.map(({ act_id, url }) => [act_id ?? '', url]));
}
