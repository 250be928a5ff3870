// What a large result can be narrowed to, where too much was found to look at each hit.
import { sql } from 'kysely';
import type { PlainDate } from '#lib/vietnam/index.ts';
import type { Tx } from '../database/tx.server.ts';
import type { Facet, Facets, Narrowing } from './facets.ts';

/** Communes in their present form are younger; older items are found all the same. */
const YEARS_ASKED = 15;

interface Completing {
  readonly query: string;
  readonly narrowing: Narrowing;
  readonly kinds: readonly string[];
}

/**
 * Of too many hits to look at each, those that were looked at say what there is, not what there isn't: kinds
 * and years that they lack are asked for one by one. Topics stay those of the sample: they are as many as
 * the office cares to write.
 */
export async function completeFacets(tx: Tx, sampled: Facets, asked: Completing): Promise<Facets> {
  const { query, narrowing, kinds } = asked;
  if (kinds.length === 0) return sampled;
  const lacking = (values: readonly string[], facets: readonly Facet[]) =>
    values.filter((value) => !facets.some((facet) => facet.value === value));
  const wanted = [
    ...lacking(kinds, sampled.kinds).map((kind) => ({ ...narrowing, kind })),
    ...lacking(lastYears(tx.today), sampled.years).map((year) => ({
      ...narrowing,
      year: Number(year),
    })),
  ];
  const found = await askWhich(tx, query, wanted);
  const added = (key: 'kind' | 'year') =>
    found.flatMap(({ [key]: value }) =>
      value === undefined || value === narrowing[key]
        ? []
        : [{ value: String(value), count: undefined }],
    );
  return {
    kinds: [...sampled.kinds, ...added('kind')],
    years: [...sampled.years, ...added('year')].sort((a, b) => (a.value < b.value ? 1 : -1)),
    topics: sampled.topics,
  };
}

/** Years worth asking for, latest first. */
function lastYears(today: PlainDate): string[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: YEARS_ASKED }, (_, back) => String(year - back));
}

/** Those of the narrowings that leave anything of what the query finds; asked in one go. */
async function askWhich(
  tx: Tx,
  query: string,
  narrowings: readonly Narrowing[],
): Promise<Narrowing[]> {
  if (narrowings.length === 0) return [];
  const wanted = narrowings.map(({ kind = null, year = null, topic = null }) => ({
    kind,
    year,
    topic,
  }));
  const { rows } = await sql<{ at: number }>`
    SELECT at::integer AS at
    FROM unnest(
      ${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ year }) => year)}::integer[],
      ${wanted.map(({ topic }) => topic)}::text[]) WITH ORDINALITY AS wanted (kind, year, topic, at)
    WHERE EXISTS (SELECT FROM search_find(${query}, false, wanted.kind, wanted.year, wanted.topic, false, 1))
    ORDER BY at`.execute(tx.db);
  return rows.flatMap(({ at }) => narrowings[at - 1] ?? []);
}
