// Search over what is public, accents optional. Both sides are folded by the same function, so
// "thu tuc hanh chinh" finds "thủ tục hành chính".
import { sql } from 'kysely';
import { fold } from '#lib/vietnam/index.ts';
import type { Tx } from '../database/tx.server.ts';

export interface SearchEntry {
  readonly id: string;
  /** `plan`, `act`, `page` … */
  readonly kind: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly publishedOn: string | null;
}

export interface SearchHit {
  readonly id: string;
  readonly kind: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedOn: string | null;
}

export interface SearchResult {
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

/** Puts public text into the index, or replaces it; same transaction as what it describes. */
export async function putSearchEntry(tx: Tx, entry: SearchEntry): Promise<void> {
  await sql`SELECT search_put(${entry.id}::uuid, ${entry.kind}, ${entry.url}, ${entry.title}, ${entry.summary},
    ${entry.publishedOn}::date, ${fold(entry.title)}, ${fold(entry.summary)}, ${fold(entry.body)})`.execute(
    tx.db,
  );
}

export async function dropSearchEntry(tx: Tx, id: string): Promise<void> {
  await sql`SELECT search_drop(${id}::uuid)`.execute(tx.db);
}

/** Which of these addresses something public stands under. */
export async function findPublicAddresses(
  tx: Tx,
  addresses: readonly string[],
): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const { rows } = await sql<{ url: string }>`
    SELECT url FROM search_known(${[...addresses]}::text[])`.execute(tx.db);
  return new Set(rows.map(({ url }) => url));
}

/** Finds public items that hold every word of `query`; the last word may be unfinished. */
export async function searchPublic(
  tx: Tx,
  query: string,
  page: { readonly size: number; readonly start: number },
): Promise<SearchResult> {
  const terms = queryText(query);
  if (terms === '') return { total: 0, hits: [] };
  const found = await sql<SearchHit & { total: number }>`
    SELECT id, kind, url, title, summary, published_on AS "publishedOn", total
    FROM search_public(${terms}, ${page.size}, ${page.start})`.execute(tx.db);
  return {
    total: found.rows[0]?.total ?? 0,
    hits: found.rows.map(({ total: _total, ...hit }) => hit),
  };
}

/** Words joined by "and"; nothing but letters and digits reaches the query language. */
function queryText(query: string): string {
  const words =
    fold(query)
      .match(/[a-z0-9]+/g)
      ?.slice(0, 12) ?? [];
  return words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(' & ');
}
