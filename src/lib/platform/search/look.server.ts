// Asks the index what a query finds: once for what there is of it, and for the latest where there is too much.
import { sql } from 'kysely';
import { monthOf, shiftMonth, type PlainDate } from '#lib/vietnam/index.ts';
import type { Tx } from '../database/tx.server.ts';
import { MOST_COUNTED, type Counts, type Narrowing } from './facets.ts';

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
  /** The query finds something, left by what is chosen or not. */
  readonly isAny: boolean;
  /** How many of what was looked at are left by what is chosen. */
  readonly left: number;
  readonly counts: Counts;
  /** Of those that are left, at most {@link MOST_GIVEN}; none where not all was looked at. */
  readonly hits: readonly SearchHit[];
}

/** Looks at what a query finds, up to {@link MOST_COUNTED} items. */
export async function look(tx: Tx, looking: Looking): Promise<Look> {
  const { query, inTitles = false, isWide = false, terms, newest = false } = looking;
  const { kind = null, year = null, topic = null } = looking.narrowing;
  const { rows } = await sql<Looked>`
    SELECT looked, remaining, kinds, topics, years,
      id, kind, url, title, summary, topic, published_on AS "publishedOn"
    FROM search_look(${query}, ${inTitles}, ${kind}, ${year}::integer, ${topic}, ${isWide}, ${[...terms]}::text[],
      ${newest}, ${MOST_COUNTED})`.execute(tx.db);
  const [first] = rows;
  const looked = first?.looked ?? 0;
  return {
    isAll: looked <= MOST_COUNTED,
    isAny: looked > 0,
    left: first?.remaining ?? 0,
    counts: {
      kinds: first?.kinds ?? {},
      years: first?.years ?? {},
      topics: first?.topics ?? {},
    },
    hits: rows.flatMap((row) => (row.id === null ? [] : [hitOf(row, row.id)])),
  };
}

/** Counts stand in the first row only. */
interface Looked extends Omit<SearchHit, 'id'> {
  readonly looked: number | null;
  readonly remaining: number | null;
  readonly kinds: Counts['kinds'] | null;
  readonly topics: Counts['topics'] | null;
  readonly years: Counts['years'] | null;
  readonly id: string | null;
}

function hitOf(row: Omit<SearchHit, 'id'>, id: string): SearchHit {
  const { kind, url, title, summary, topic, publishedOn } = row;
  return { id, kind, url, title, summary, topic, publishedOn };
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
