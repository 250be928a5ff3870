// What the checks of an article are held against: the office's own numbers, units that ended, its
// files, its links, fixed terms.
import {
  listOwnContacts,
  listUnitLinks,
  listVillages,
  type Tx,
} from '#lib/platform/index.server.ts';
import { linksOf, successorsOf } from '#lib/platform/index.ts';
import type { Article } from './article.ts';
import { showAttachments } from './attachments/attachments.server.ts';
import type { CheckFacts } from './checks.ts';
import { readFixedTerms } from './fixed-terms.server.ts';
import { findDeadLinks } from './links/links.server.ts';

export async function readCheckFacts(tx: Tx, article: Article): Promise<CheckFacts> {
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
    terms: readFixedTerms(),
    deadLinks: await findDeadLinks(tx, linksOf(article.body)),
    today: tx.today,
    knownNames: [...units, ...(await listVillages(tx))].map(({ name }) => name),
    attachments: await showAttachments(tx, article.attachments),
    goneUnits: units
      .filter((unit) => isGone(unit) && !living.has(unit.name))
      .map(({ id, name }) => ({
        name,
        successor: successorsOf(links, id).flatMap((next) => names.get(next) ?? [])[0] ?? null,
      })),
  };
}
