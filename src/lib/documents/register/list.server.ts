// The register as lists show it: entries found and filtered, each with its state on a day.
import { sql } from 'kysely';
import type { Tx } from '#lib/platform/index.server.ts';
import { fold } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';
import type { Direction } from './entry.ts';
import { datesOf, readDoings } from './states.server.ts';
import { validityOn, type Validity } from './validity.ts';

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
