// The register as lists show it: entries found and filtered, citations with the state of what they
// mean, and what is cited but not in the register.
import { sql } from 'kysely';
import type { Tx } from '#lib/platform/index.server.ts';
import { fold } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import { isSameDocument, type Named } from './codes.ts';
import type { Direction } from './entry.ts';
import { listByCodes } from './links.server.ts';
import type { Relation } from './relations.ts';
import { UNNAMED, validityOn, type Doing, type Validity } from './validity.ts';

export interface EntryFilter {
  /** Words of code, title, bodies, signer, as who reads the list reads them; accents optional. */
  readonly words?: string;
  readonly type?: string;
  readonly direction?: string;
  readonly year?: string;
  /** On the day asked for. */
  readonly force?: 'in-force' | 'ended';
  readonly drafts?: boolean;
  /** Only what everybody may read. */
  readonly isPublic?: boolean;
  readonly field?: string;
}

export interface EntrySummary {
  readonly id: string;
  readonly type: string | null;
  readonly code: string | null;
  readonly title: string;
  readonly agency: string | null;
  readonly issuedOn: string | null;
  readonly direction: Direction;
  readonly field: string;
  readonly sourceName: string | null;
  readonly receivedAt: string;
  readonly validity: Validity;
  /** Its name in the portal's addresses; null while it isn't public. */
  readonly slug: string | null;
  readonly publishedAt: string | null;
}

export interface EntryList {
  readonly total: number;
  readonly entries: readonly EntrySummary[];
}

/** Entries, the newest first. @param day what "in force" is asked about, YYYY-MM-DD */
export async function listEntries(
  tx: Tx,
  day: string,
  filter: EntryFilter = {},
  page: { readonly size: number; readonly start: number } = { size: 25, start: 0 },
): Promise<EntryList> {
  requireCan(tx.actor, 'document.see', {});
  return selectEntries(tx, day, filter, page);
}

/** The same without asking who reads: for what is public. */
export async function selectEntries(
  tx: Tx,
  day: string,
  filter: EntryFilter,
  page: { readonly size: number; readonly start: number },
): Promise<EntryList> {
  let query = tx.db
    .selectFrom('register_entry as entry')
    .where('entry.status', '=', filter.drafts ? 'draft' : 'registered');
  // The number is the same for everybody, whatever else the desk has corrected since.
  const words = filter.isPublic
    ? sql<string>`concat_ws(' ', lower(public.unaccent(entry.code)), entry.public_words)`
    : sql.ref('entry.search_text');
  for (const word of fold(filter.words ?? '')
    .split(/\s+/)
    .filter(Boolean)) {
    query = query.where(sql<boolean>`position(${word} in ${words}) > 0`);
  }
  if (filter.isPublic) query = query.where('entry.published_at', 'is not', null);
  if (filter.field) query = query.where('entry.field', '=', filter.field);
  if (filter.type) query = query.where('entry.type', '=', filter.type);
  if (filter.direction) query = query.where('entry.direction', '=', filter.direction);
  if (filter.year && /^\d{4}$/.test(filter.year)) {
    query = query
      .where('entry.issued_on', '>=', `${filter.year}-01-01`)
      .where('entry.issued_on', '<=', `${filter.year}-12-31`);
  }
  if (filter.force) {
    const ended = sql<boolean>`(coalesce(entry.expires_on <= ${day}::date, false) OR EXISTS (
      SELECT FROM document_link link JOIN register_entry other
        ON other.commune_id = link.commune_id AND other.id = link.entry_id
       WHERE link.commune_id = entry.commune_id AND link.target_id = entry.id
         AND link.relation IN ('replaces', 'abolishes') AND other.status = 'registered'
         AND coalesce(other.in_force_on, other.issued_on) <= ${day}::date))`;
    query =
      filter.force === 'ended'
        ? query.where(ended)
        : query
            .where(sql<boolean>`NOT ${ended}`)
            .where(sql<boolean>`coalesce(entry.in_force_on, entry.issued_on) <= ${day}::date`);
  }
  const counted = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .select(LISTED)
    .orderBy(sql`entry.issued_on DESC NULLS LAST`)
    .orderBy('entry.id', 'desc')
    .limit(page.size)
    .offset(page.start)
    .execute();
  const doings = await readDoings(
    tx,
    rows.map(({ id }) => id),
    filter.isPublic ? 'everybody' : 'desk',
  );
  return {
    total: Number(counted.total),
    entries: rows.map((row) => ({
      id: row.id,
      type: row.type,
      code: row.code,
      ...(filter.isPublic
        ? { title: row.public_title ?? '', agency: row.public_agency }
        : { title: row.title, agency: row.agency }),
      issuedOn: row.issued_on,
      direction: row.direction as Direction,
      field: row.field,
      sourceName: row.source_name,
      receivedAt: row.received_at,
      validity: validityOn(datesOf(row), doings.get(row.id) ?? [], day),
      slug: row.published_at === null ? null : row.slug,
      publishedAt: row.published_at,
    })),
  };
}

// Neither the draft nor the public words: a page of long documents would be megabytes.
const LISTED = [
  'entry.id',
  'entry.type',
  'entry.code',
  'entry.title',
  'entry.agency',
  'entry.public_title',
  'entry.public_agency',
  'entry.issued_on',
  'entry.in_force_on',
  'entry.expires_on',
  'entry.replaced_by',
  'entry.direction',
  'entry.field',
  'entry.source_name',
  'entry.received_at',
  'entry.slug',
  'entry.published_at',
] as const;

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

function datesOf(row: DatedRow) {
  return {
    issuedOn: row.issued_on,
    inForceOn: row.in_force_on,
    expiresOn: row.expires_on,
    replacedBy: row.replaced_by,
  };
}

/** What registered documents do to these, by the id of the one it is done to. */
async function readDoings(
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
    .select(['link.target_id', 'link.relation', 'other.code', 'other.title'])
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

/** Fields of work that were written so far, to offer again. */
export async function listFields(tx: Tx): Promise<string[]> {
  requireCan(tx.actor, 'document.see', {});
  const rows = await tx.db
    .selectFrom('register_entry')
    .select('field')
    .distinct()
    .where('field', '<>', '')
    .orderBy('field')
    .limit(100)
    .execute();
  return rows.map(({ field }) => field);
}

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
