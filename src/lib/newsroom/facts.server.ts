// What the checks of an article are held against: the office's own numbers, units that ended.
import { listOwnContacts, listUnitLinks, type Tx } from '#lib/platform/index.server.ts';
import { successorsOf } from '#lib/platform/index.ts';
import type { CheckFacts } from './checks.ts';

export async function readCheckFacts(tx: Tx): Promise<CheckFacts> {
  const ownContacts = await listOwnContacts(tx);
  const units = await tx.db.selectFrom('unit').select(['id', 'name', 'valid_to']).execute();
  const links = await listUnitLinks(tx);
  const isGone = (unit: { valid_to: string | null }) =>
    unit.valid_to !== null && unit.valid_to < tx.today;
  const names = new Map(units.filter((unit) => !isGone(unit)).map(({ id, name }) => [id, name]));
  // A name that lives on in another unit is no mistake.
  const living = new Set(names.values());
  return {
    ownContacts,
    goneUnits: units
      .filter((unit) => isGone(unit) && !living.has(unit.name))
      .map(({ id, name }) => ({
        name,
        successor: successorsOf(links, id).flatMap((next) => names.get(next) ?? [])[0] ?? null,
      })),
  };
}
