// How registered documents stand on a day: by their own dates and by what later ones do to them.
import type { Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import type { Relation } from './relations.ts';
import { UNNAMED, validityOn, type Doing, type Validity } from './validity.ts';

/**
 * Who reads it: the desk reads what the register calls a document; everybody its number, else what it went out
 * as, and of one without a number that isn't public only that there is one.
 */
type Reader = 'desk' | 'everybody';

interface DatedRow {
  issued_on: string | null;
  in_force_on: string | null;
  expires_on: string | null;
  replaced_by: string | null;
}

export function datesOf(row: DatedRow) {
  return {
    issuedOn: row.issued_on,
    inForceOn: row.in_force_on,
    expiresOn: row.expires_on,
    replacedBy: row.replaced_by,
  };
}

/** What registered documents do to these, by the id of the one it is done to. */
export async function readDoings(
  tx: Tx,
  ids: readonly string[],
  reader: Reader,
): Promise<Map<string, Doing[]>> {
  const doings = new Map<string, Doing[]>();
  if (ids.length === 0) return doings;
  const rows = await tx.db
    .selectFrom('document_link as link')
    .innerJoin('register_entry as other', (join) =>
      join
        .onRef('other.commune_id', '=', 'link.commune_id')
        .onRef('other.id', '=', 'link.entry_id'),
    )
    .select(['link.target_id', 'link.relation', 'link.entry_id', 'other.code', 'other.title'])
    .select(['other.issued_on', 'other.in_force_on', 'other.public_title'])
    .where('link.target_id', 'in', [...ids])
    .where('link.relation', 'in', ['replaces', 'abolishes', 'amends'])
    .where('other.status', '=', 'registered')
    .orderBy('link.id')
    .execute();
  for (const row of rows) {
    if (row.target_id === null) continue;
    const doing: Doing = {
      relation: row.relation as Relation,
      by: row.entry_id,
      code: row.code ?? (reader === 'desk' ? row.title : row.public_title || UNNAMED),
      from: row.in_force_on ?? row.issued_on,
    };
    doings.set(row.target_id, [...(doings.get(row.target_id) ?? []), doing]);
  }
  return doings;
}

export interface KnownDocumentFacts {
  readonly code: string | null;
  readonly title: string;
  readonly issuedOn: string | null;
  readonly validity: Validity | undefined;
}

/** Code, title, day and state of registered documents, by id. */
export async function readKnown(
  tx: Tx,
  ids: readonly string[],
  day: string,
): Promise<Map<string, KnownDocumentFacts>> {
  const states = await readValidity(tx, ids, day);
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('register_entry')
    .select(['id', 'code', 'title', 'issued_on'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map(({ id, code, title, issued_on }) => [
      id,
      { code, title, issuedOn: issued_on, validity: states.get(id) },
    ]),
  );
}

/** The state of registered documents on a day, by id. */
export async function readValidity(
  tx: Tx,
  ids: readonly string[],
  day: string,
): Promise<Map<string, Validity>> {
  requireCan(tx.actor, 'document.see', {});
  return statesOf(tx, ids, day, 'desk');
}

/** The same in words that everybody may read. */
export function readPublicStates(
  tx: Tx,
  ids: readonly string[],
  day: string,
): Promise<Map<string, Validity>> {
  return statesOf(tx, ids, day, 'everybody');
}

async function statesOf(
  tx: Tx,
  ids: readonly string[],
  day: string,
  reader: Reader,
): Promise<Map<string, Validity>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('register_entry')
    .select(['id', 'issued_on', 'in_force_on', 'expires_on', 'replaced_by'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  const doings = await readDoings(
    tx,
    rows.map(({ id }) => id),
    reader,
  );
  return new Map(
    rows.map((row) => [row.id, validityOn(datesOf(row), doings.get(row.id) ?? [], day)]),
  );
}
