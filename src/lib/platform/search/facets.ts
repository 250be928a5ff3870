// What a search can be narrowed to.

/** Beyond it the database would read thousands of rows to say a number nobody needs. */
export const MOST_COUNTED = 2000;

/** Found items of one kind, topic and year. */
export interface Counted {
  readonly kind: string;
  readonly topic: string | null;
  /** YYYY; null for items without a day. */
  readonly year: string | null;
  readonly count: number;
}

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

/** For each dimension the values left by the other two; without counts where `found` isn't all there is. */
export function facetsOf(
  found: readonly Counted[],
  narrowing: Narrowing,
  isWhole: boolean,
): Facets {
  const { kind, year, topic } = narrowing;
  const count = (rest: Narrowing, valueOf: (one: Counted) => string | null): Facet[] => {
    const counts = new Map<string, number>();
    for (const one of found) {
      const value = isWithin(one, rest) ? valueOf(one) : null;
      if (value !== null && value !== '') counts.set(value, (counts.get(value) ?? 0) + one.count);
    }
    return [...counts]
      .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
      .map(([value, many]) => ({ value, count: isWhole ? many : undefined }));
  };
  return {
    kinds: count({ year, topic }, (one) => one.kind),
    years: count({ kind, topic }, (one) => one.year).sort((a, b) => (a.value < b.value ? 1 : -1)),
    topics: count({ kind, year }, (one) => one.topic),
  };
}

/** Found items, each counted. */
export function countEach(
  items: readonly { kind: string; topic: string | null; publishedOn: string | null }[],
): Counted[] {
  return items.map(({ kind, topic, publishedOn }) => ({
    kind,
    topic,
    year: publishedOn?.slice(0, 4) ?? null,
    count: 1,
  }));
}

/** How many of what was found are left. */
export function countWithin(found: readonly Counted[], narrowing: Narrowing): number {
  return found.reduce((sum, one) => (isWithin(one, narrowing) ? sum + one.count : sum), 0);
}

function isWithin(one: Counted, narrowing: Narrowing): boolean {
  return (
    (narrowing.kind === undefined || one.kind === narrowing.kind) &&
    (narrowing.year === undefined || one.year === String(narrowing.year)) &&
    (narrowing.topic === undefined || one.topic === narrowing.topic)
  );
}
