// What a search can be narrowed to.

interface Faceted {
  readonly kind: string;
  readonly topic: string | null;
  readonly publishedOn: string | null;
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

const MOST_TOPICS = 12;

export function isWithin(hit: Faceted, narrowing: Narrowing): boolean {
  return (
    (narrowing.kind === undefined || hit.kind === narrowing.kind) &&
    (narrowing.year === undefined || yearOf(hit) === String(narrowing.year)) &&
    (narrowing.topic === undefined || hit.topic === narrowing.topic)
  );
}

/** For each dimension the values left by the other two; without counts where `hits` aren't all there are. */
export function facetsOf(hits: readonly Faceted[], narrowing: Narrowing, isWhole: boolean): Facets {
  const { kind, year, topic } = narrowing;
  const count = (rest: Narrowing, valueOf: (hit: Faceted) => string | null): Facet[] => {
    const counts = new Map<string, number>();
    for (const hit of hits) {
      const value = isWithin(hit, rest) ? valueOf(hit) : null;
      if (value !== null && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
      .map(([value, many]) => ({ value, count: isWhole ? many : undefined }));
  };
  return {
    kinds: count({ year, topic }, (hit) => hit.kind),
    years: count({ kind, topic }, yearOf).sort((a, b) => (a.value < b.value ? 1 : -1)),
    topics: count({ kind, year }, (hit) => hit.topic).slice(0, MOST_TOPICS),
  };
}

function yearOf({ publishedOn }: Faceted): string | null {
  return publishedOn?.slice(0, 4) ?? null;
}
