// Where addresses of a former site lead: asked for when nothing else answers. What still exists always wins.
import type { Tx } from '../database/tx.server.ts';
import { onceUntilNextEvent } from '../events/memo.server.ts';
import { formerKey, formerKeys, type Leads } from './former.ts';

/** Where an address that no page has leads; undefined where nobody said. @param address path with query */
export async function findFormerAddress(tx: Tx, address: string): Promise<Leads | undefined> {
  return (await findFormerAddresses(tx, [address])).get(address);
}

/**
 * Where an address led that is a page here too, told apart by its query: only a line with that very query
 * says so, since one without it speaks of the page, and the page is here.
 */
export async function findFormerPage(tx: Tx, address: string): Promise<Leads | undefined> {
  const key = formerKey(address);
  if (!key?.includes('?')) return undefined;
  const row = await tx.db
    .selectFrom('former_address')
    .select(['leads_to', 'reason'])
    .where('address', '=', key)
    .executeTakeFirst();
  return row && leadsOf(row);
}

/** Whether any page of a former site was told apart from others under this path by its query. */
export async function ledByQuery(tx: Tx, path: string): Promise<boolean> {
  const paths = await onceUntilNextEvent(tx, 'former-queries', '', () => pathsWithQueries(tx));
  return paths.has(formerKey(path) ?? '/');
}

async function pathsWithQueries(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.db.selectFrom('former_address').select('address').execute();
  return new Set(
    rows.flatMap(({ address }) => {
      const [path = '', query] = address.split('?', 2);
      return query === undefined ? [] : [path];
    }),
  );
}

/** Those of the addresses that somebody said something of: its line with the query counts before that without. */
export async function findFormerAddresses(
  tx: Tx,
  addresses: readonly string[],
): Promise<Map<string, Leads>> {
  const keys = new Map(addresses.map((address) => [address, formerKeys(address)]));
  const asked = [...new Set([...keys.values()].flat())];
  if (asked.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('former_address')
    .select(['address', 'leads_to', 'reason'])
    .where('address', 'in', asked)
    .execute();
  const known = new Map(rows.map((row) => [row.address, leadsOf(row)]));
  return new Map(
    [...keys].flatMap(([address, own]) => {
      const leads = own.map((key) => known.get(key)).find((one) => one !== undefined);
      return leads ? [[address, leads]] : [];
    }),
  );
}

/** A row's two ends as one. */
export function leadsOf(row: { readonly leads_to: string; readonly reason: string }): Leads {
  return row.leads_to === '' ? { reason: row.reason } : { to: row.leads_to };
}
