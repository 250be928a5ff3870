// Public documents as the portal reads them. Nothing of an entry that isn't public leaves here but its code,
// which stands in the words of those that cite it.
import { sql } from 'kysely';
import { findFile, type StoredFile, type Tx } from '#lib/platform/index.server.ts';
import { fileNameFor } from '#lib/platform/index.ts';
import { readLinks } from '../register/citations.server.ts';
import { selectEntries, type EntryFilter, type EntryList } from '../register/list.server.ts';
import type { Relation } from '../register/relations.ts';
import { readPublicStates } from '../register/states.server.ts';
import { UNNAMED, type Validity } from '../register/validity.ts';
import { PublicPaper } from './paper.ts';

/** @param day what "in force" is asked about, YYYY-MM-DD */
export function listPublicDocuments(
  tx: Tx,
  day: string,
  filter: Omit<EntryFilter, 'drafts' | 'isPublic'>,
  page: { readonly size: number; readonly start: number },
): Promise<EntryList> {
  return selectEntries(tx, day, { ...filter, isPublic: true }, page);
}

export interface PublicLink {
  readonly id: string;
  readonly relation: Relation;
  /** What the other document is called. */
  readonly code: string;
  readonly title: string | null;
  /** Null where it isn't public here. */
  readonly slug: string | null;
  readonly issuedOn: string | null;
  /** Of the other, where it is public here. */
  readonly validity: Validity | null;
}

export interface PublicDocument {
  readonly id: string;
  readonly slug: string;
  readonly code: string | null;
  readonly title: string;
  readonly issuedOn: string | null;
  readonly inForceOn: string | null;
  readonly expiresOn: string | null;
  readonly field: string;
  readonly publishedAt: string;
  readonly paper: PublicPaper;
  readonly hasFile: boolean;
  readonly validity: Validity | undefined;
  /** What it does to others, and what others do to it. */
  readonly outgoing: readonly PublicLink[];
  readonly incoming: readonly PublicLink[];
}

/** Taken off: only why is left. */
export interface TakenOff {
  readonly reason: string;
}

/** A document under its address; `undefined` where there never was one. */
export async function findPublicDocument(
  tx: Tx,
  slug: string,
  day: string,
): Promise<PublicDocument | TakenOff | undefined> {
  const row = await tx.db
    .selectFrom('register_entry')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.published_at === null || row.public_paper === null) {
    return { reason: row.unpublished_reason ?? '' };
  }
  const links = await readLinks(tx, row.id);
  const others = links.flatMap(({ from, target }) =>
    from.id === row.id ? (target ? [target] : []) : [from.id],
  );
  const known = await readPublic(tx, others);
  const states = await readPublicStates(tx, [row.id, ...known.keys()], day);
  const linkTo = (id: string | null) => {
    const other = id === null ? undefined : known.get(id);
    return {
      slug: other?.slug ?? null,
      title: other?.title ?? null,
      validity: (other && states.get(other.id)) ?? null,
    };
  };
  const paper = PublicPaper.parse(JSON.parse(row.public_paper));
  return {
    id: row.id,
    slug,
    code: row.code,
    title: paper.facts.title ?? '',
    issuedOn: row.issued_on,
    inForceOn: row.in_force_on,
    expiresOn: row.expires_on,
    field: row.field,
    publishedAt: row.published_at,
    paper,
    hasFile: row.publishes_file,
    validity: states.get(row.id),
    outgoing: links
      .filter(({ from }) => from.id === row.id)
      .map(({ id, relation, code, issuedOn, target }) => {
        return { id, relation, code, issuedOn, ...linkTo(target) };
      }),
    // Who cites it is said only of those that are public too.
    incoming: links
      .filter(({ from }) => from.id !== row.id && known.has(from.id))
      .map(({ id, relation, from }) => {
        const { issuedOn } = from;
        // The register may call it otherwise than it went out.
        const code = from.code ?? (known.get(from.id)?.title || UNNAMED);
        return { id, relation, code, issuedOn, ...linkTo(from.id) };
      }),
  };
}

/** The file a public document came in, where it was made public with it. */
export async function findPublicDocumentFile(
  tx: Tx,
  slug: string,
): Promise<StoredFile | undefined> {
  const row = await tx.db
    .selectFrom('register_entry')
    .select('source_sha256')
    .where('slug', '=', slug)
    .where('published_at', 'is not', null)
    .where('publishes_file', '=', true)
    .executeTakeFirst();
  const file = row?.source_sha256 ? await findFile(tx, row.source_sha256) : undefined;
  return file && { ...file, name: fileNameFor(slug, file.mediaType) };
}

export interface PublicName {
  readonly slug: string;
  readonly code: string | null;
  readonly title: string;
  readonly field: string;
  /** YYYY-MM-DD */
  readonly issuedOn: string | null;
}

/** What the newest public documents are called, newest first: no words of theirs, no state. */
export async function listPublicNames(tx: Tx, most: number): Promise<PublicName[]> {
  const rows = await tx.db
    .selectFrom('register_entry')
    .select(['slug', 'code', 'field', 'issued_on', 'public_title'])
    .where('published_at', 'is not', null)
    .where('slug', 'is not', null)
    .orderBy(sql`issued_on DESC NULLS LAST`)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ slug, code, field, issued_on: issuedOn, public_title: title }) => ({
    ...{ slug: slug ?? '', code, title: title ?? '', field, issuedOn },
  }));
}

/** Fields and types that public documents have, for the form that narrows the list. */
export async function listPublicChoices(
  tx: Tx,
): Promise<{ fields: string[]; types: string[]; years: string[]; directions: string[] }> {
  const rows = await tx.db
    .selectFrom('register_entry')
    .select(['field', 'type', 'issued_on', 'direction'])
    .distinct()
    .where('published_at', 'is not', null)
    .execute();
  const distinct = (values: readonly (string | null | undefined)[]) =>
    [...new Set(values.flatMap((value) => (value ? [value] : [])))].sort();
  return {
    fields: distinct(rows.map(({ field }) => field)),
    directions: distinct(rows.map(({ direction }) => direction)),
    types: distinct(rows.map(({ type }) => type)),
    years: distinct(rows.map(({ issued_on }) => issued_on?.slice(0, 4))).reverse(),
  };
}

async function readPublic(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { id: string; slug: string | null; title: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('register_entry')
    .select(['id', 'slug', 'public_title'])
    .where('id', 'in', [...new Set(ids)])
    .where('published_at', 'is not', null)
    .execute();
  return new Map(
    rows.map(({ id, slug, public_title: title }) => [id, { id, slug, title: title ?? '' }]),
  );
}
