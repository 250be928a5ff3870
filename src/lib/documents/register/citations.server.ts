// Which documents registered ones cite: with the state of what is meant, as links, and those that the register
// doesn't hold.
import type { Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { isSameDocument, type Named } from './codes.ts';
import { listByCodes } from './links.server.ts';
import type { Relation } from './relations.ts';
import { readKnown } from './states.server.ts';
import type { Validity } from './validity.ts';

export interface KnownReference {
  /** The entry that is meant; `null` while it isn't in the register. */
  readonly entry: string | null;
  readonly title: string | null;
  readonly validity: Validity | null;
}

/** For each citation, the registered document it means and its state on a day. */
export async function findCited(
  tx: Tx,
  citations: readonly Named[],
  day: string,
): Promise<KnownReference[]> {
  requireCan(tx.actor, 'document.see', {});
  const candidates = await listByCodes(
    tx,
    citations.map(({ code }) => code),
  );
  const known = await readKnown(
    tx,
    candidates.map(({ id }) => id),
    day,
  );
  return citations.map((citation) => {
    const meant = candidates.find((one) => isSameDocument(citation, one));
    return {
      entry: meant?.id ?? null,
      title: meant ? (known.get(meant.id)?.title ?? null) : null,
      validity: meant ? (known.get(meant.id)?.validity ?? null) : null,
    };
  });
}

export interface LinkRow {
  readonly id: string;
  readonly relation: Relation;
  readonly from: {
    readonly id: string;
    readonly code: string | null;
    readonly title: string;
    readonly issuedOn: string | null;
  };
  readonly code: string;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly target: string | null;
  readonly span: [number, number] | null;
}

/** Links of one entry in both directions, or of the whole register. */
export async function listLinks(tx: Tx, entryId?: string): Promise<LinkRow[]> {
  requireCan(tx.actor, 'document.see', {});
  return readLinks(tx, entryId);
}

/** The same without asking who reads. */
export async function readLinks(tx: Tx, entryId?: string): Promise<LinkRow[]> {
  let query = tx.db
    .selectFrom('document_link as link')
    .innerJoin('register_entry as entry', (join) =>
      join
        .onRef('entry.commune_id', '=', 'link.commune_id')
        .onRef('entry.id', '=', 'link.entry_id'),
    )
    .selectAll('link')
    .select(['entry.code as from_code', 'entry.title as from_title', 'entry.issued_on as from_day'])
    .where('entry.status', '=', 'registered')
    .orderBy('entry.issued_on', 'desc')
    .orderBy('link.entry_id')
    .orderBy('link.position')
    .limit(MOST_LINKS);
  if (entryId) {
    query = query.where((eb) =>
      eb.or([eb('link.entry_id', '=', entryId), eb('link.target_id', '=', entryId)]),
    );
  }
  return (await query.execute()).map((row) => ({
    id: row.id,
    relation: row.relation as Relation,
    from: { id: row.entry_id, code: row.from_code, title: row.from_title, issuedOn: row.from_day },
    code: row.code,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    target: row.target_id,
    span: row.span_start === null || row.span_end === null ? null : [row.span_start, row.span_end],
  }));
}

const MOST_LINKS = 500;

export interface UnknownDocument {
  readonly code: string;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  /** Registered documents that cite it. */
  readonly citedBy: number;
}

/** What registered documents cite and the register doesn't hold, the most cited first. */
export async function listUnknown(tx: Tx): Promise<UnknownDocument[]> {
  requireCan(tx.actor, 'document.see', {});
  const rows = await tx.db
    .selectFrom('document_link as link')
    .innerJoin('register_entry as entry', (join) =>
      join
        .onRef('entry.commune_id', '=', 'link.commune_id')
        .onRef('entry.id', '=', 'link.entry_id'),
    )
    .select(['link.code', 'link.issued_on', 'link.issuer', 'link.entry_id'])
    .where('link.target_id', 'is', null)
    .where('entry.status', '=', 'registered')
    .orderBy('link.code')
    .orderBy('link.id')
    .execute();
  const groups: {
    named: Named;
    issuer: string | null;
    issuedOn: string | null;
    by: Set<string>;
  }[] = [];
  for (const row of rows) {
    const named = { code: row.code, issuedOn: row.issued_on, issuer: row.issuer };
    const known = groups.find((group) => isSameDocument(group.named, named));
    if (!known) {
      groups.push({
        named,
        issuer: row.issuer,
        issuedOn: row.issued_on,
        by: new Set([row.entry_id]),
      });
      continue;
    }
    known.by.add(row.entry_id);
    known.issuedOn ??= row.issued_on;
    known.issuer ??= row.issuer;
  }
  return groups
    .map(({ named, issuer, issuedOn, by }) => ({
      code: named.code,
      issuer,
      issuedOn,
      citedBy: by.size,
    }))
    .sort((a, b) => b.citedBy - a.citedBy || a.code.localeCompare(b.code, 'vi'));
}
