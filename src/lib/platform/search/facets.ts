// What a search can be narrowed to.

/** Beyond it the database would read thousands of rows to say a number nobody needs. */
export const MOST_COUNTED = 2000;

export interface Narrowing {
  readonly kind?: string | undefined;
  readonly year?: number | undefined;
  readonly topic?: string | undefined;
}

export interface Facet {
  readonly value: string;
  /** Undefined where more was found than is counted. */
  readonly count: number | undefined;
}

export interface Facets {
  readonly kinds: readonly Facet[];
  readonly years: readonly Facet[];
  readonly topics: readonly Facet[];
}

export type Dimension = keyof Facets;
export const DIMENSIONS = ['kinds', 'years', 'topics'] as const satisfies readonly Dimension[];

/** How many of what was found have each kind, topic and year (YYYY), within what of the other two is chosen. */
export type Counts = Readonly<Record<Dimension, Readonly<Record<string, number>>>>;

/** What can be chosen, the commonest first and the latest year first; without counts where not all was looked at. */
export function facetsOf(counts: Counts, isWhole: boolean): Facets {
  const list = (dimension: Dimension): Facet[] =>
    Object.entries(counts[dimension])
      .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
      .map(([value, many]) => ({ value, count: isWhole ? many : undefined }));
  return {
    kinds: list('kinds'),
    years: list('years').sort((a, b) => (a.value < b.value ? 1 : -1)),
    topics: list('topics'),
  };
}

interface Countable {
  readonly kind: string;
  readonly topic: string | null;
  readonly publishedOn: string | null;
}

/** Counts items that are within everything that is chosen. */
export function countEach(items: readonly Countable[]): Counts {
  const count = (valueOf: (item: Countable) => string | null | undefined) => {
    const counts: Record<string, number> = {};
    for (const item of items) {
      const value = valueOf(item);
      if (value) counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  };
  return {
    kinds: count(({ kind }) => kind),
    years: count(({ publishedOn }) => publishedOn?.slice(0, 4)),
    topics: count(({ topic }) => topic),
  };
}

/** Together; what several looks saw is counted as often, which only tells what there is. */
export function addCounts(seen: readonly Counts[]): Counts {
  const add = (dimension: Dimension) => {
    const sums: Record<string, number> = {};
    for (const counts of seen) {
      for (const [value, count] of Object.entries(counts[dimension])) {
        sums[value] = (sums[value] ?? 0) + count;
      }
    }
    return sums;
  };
  return { kinds: add('kinds'), years: add('years'), topics: add('topics') };
}
