// What a large result can be narrowed to, where too much was found to look at each hit.
import { sql } from 'kysely';
import type { Tx } from '../database/tx.server.ts';
import { DIMENSIONS, type Dimension, type Facet, type Facets, type Narrowing } from './facets.ts';

/** How the index marks kinds, topics and years. */
const MARKS: Readonly<Record<Dimension, string>> = { kinds: 'k-', topics: 't-', years: 'y-' };
/** The index marks longer topics by their beginning. */
const LONGEST_TOPIC = 200;

/**
 * Of too many hits to look at each, those that were looked at say what there is, not what there isn't: what
 * they lack of the commune's kinds, topics and years is asked for one by one.
 */
export async function completeFacets(
  tx: Tx,
  sampled: Facets,
  query: string,
  narrowing: Narrowing,
): Promise<Facets> {
  const { kind = null, year = null, topic = null } = narrowing;
  const known = DIMENSIONS.flatMap((dimension) =>
    sampled[dimension].map(({ value }) => MARKS[dimension] + value.slice(0, LONGEST_TOPIC)),
  );
  const { rows } = await sql<{ mark: string }>`
    SELECT mark FROM search_left(${query}, ${kind}, ${year}::integer, ${topic}, ${known}::text[]) AS mark`.execute(
    tx.db,
  );
  const withOthers = (dimension: Dimension): Facet[] => [
    ...sampled[dimension],
    ...rows
      .filter(({ mark }) => mark.startsWith(MARKS[dimension]))
      .map(({ mark }) => ({ value: mark.slice(MARKS[dimension].length), count: undefined })),
  ];
  return {
    kinds: withOthers('kinds'),
    years: withOthers('years').sort((a, b) => (a.value < b.value ? 1 : -1)),
    topics: withOthers('topics'),
  };
}
