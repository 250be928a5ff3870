// Asks the index what a query finds: once for what there is of it, and for the latest where there is too much.
import { sql } from 'kysely';
import { monthOf, shiftMonth, type PlainDate } from '#lib/vietnam/index.ts';
import type { Tx } from '../database/tx.server.ts';
import { MOST_COUNTED, type Counted, type Narrowing } from './facets.ts';

export interface SearchHit {
  readonly id: string;
  readonly kind: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly topic: string | null;
  readonly publishedOn: string | null;
}

/** Of one query more are never given; enough to walk through. */
export const MOST_GIVEN = 200;
/** Months looked back over for the latest; so many are enough to show. */
const WINDOWS = [1, 4, 24, 60, 120];
const ENOUGH = 40;

export interface Where {
  /** A tsquery of quoted folded terms. */
  readonly query: string;
  readonly inTitles?: boolean;
  readonly narrowing: Narrowing;
}

export interface Looking extends Where {
  /** All that the query finds is counted; narrowed is only what is given. */
  readonly isWide?: boolean;
  /** Of many those are given whose titles hold most of them. */
  readonly terms: readonly string[];
  /** The latest are given, whatever their titles. */
  readonly newest?: boolean;
}

export interface Look {
  /** False where the query finds more than was looked at. */
  readonly isAll: boolean;
  readonly counts: readonly Counted[];
  /** At most {@link MOST_GIVEN}. */
  readonly hits: readonly SearchHit[];
}

/** Looks at what a query finds, up to a thousand items. */
export async function look(tx: Tx, looking: Looking): Promise<Look> {
  const { query, inTitles = false, isWide = false, terms, newest = false } = looking;
  const { kind = null, year = null, topic = null } = looking.narrowing;
  const { rows } = await sql<Looked>`
    SELECT looked, counts, id, kind, url, title, summary, topic, published_on AS "publishedOn"
    FROM search_look(${query}, ${inTitles}, ${kind}, ${year}::integer, ${topic}, ${isWide}, ${[...terms]}::text[],
      ${newest}, ${MOST_COUNTED})`.execute(tx.db);
  const [first] = rows;
  return {
    isAll: (first?.looked ?? 0) <= MOST_COUNTED,
    counts: first?.counts ?? [],
    hits: rows.flatMap(({ looked: _looked, counts: _counts, id, ...hit }) =>
      id === null ? [] : [{ id, ...hit }],
    ),
  };
}

interface Looked extends Omit<SearchHit, 'id'> {
  readonly looked: number;
  /** Of the first row only. */
  readonly counts: readonly Counted[] | null;
  readonly id: string | null;
}

/**
 * The latest of many: those of the last month if they are enough, else of a longer time. Only so few are put
 * in order as fit into that time.
 */
export async function findNewest(tx: Tx, where: Where): Promise<readonly SearchHit[]> {
  for (const months of WINDOWS) {
    const query = `(${where.query}) & (${lastMonths(tx.today, months)})`;
    const hits = await askNewest(tx, { ...where, query });
    if (hits.length >= ENOUGH) return hits;
  }
  return askNewest(tx, where);
}

async function askNewest(
  tx: Tx,
  { query, inTitles = false, narrowing }: Where,
): Promise<readonly SearchHit[]> {
  const { kind = null, year = null, topic = null } = narrowing;
  const { rows } = await sql<SearchHit>`
    SELECT id, kind, url, title, summary, topic, published_on AS "publishedOn"
    FROM search_newest(${query}, ${inTitles}, ${kind}, ${year}::integer, ${topic}, ${MOST_GIVEN})`.execute(
    tx.db,
  );
  return rows;
}

/** The months up to that of `today` as the index marks items with them. */
function lastMonths(today: PlainDate, count: number): string {
  const month = monthOf(today);
  const marks = Array.from({ length: count }, (_, back) => {
    const [year = '', number = ''] = shiftMonth(month, -back).split('-');
    return `'m-${year}-${Number(number)}'`;
  });
  return marks.join(' | ');
}
