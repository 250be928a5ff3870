// Where addresses of a former site lead: asked for when nothing else answers. What still exists always wins.
import type { Tx } from '../database/tx.server.ts';
import { formerKeys, type Leads } from './former.ts';

/** Where an address that no page has leads; undefined where nobody said. @param address path with query */
export async function findFormerAddress(tx: Tx, address: string): Promise<Leads | undefined> {
  return (await findFormerAddresses(tx, [address])).get(address);
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
