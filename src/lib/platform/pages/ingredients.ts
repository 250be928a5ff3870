// What the entry and a page say to each other in headers that never leave the machine: what the page was
// made of, and that it was asked for by a part of its address.
import type { Ingredients } from './page-cache.ts';

export const INGREDIENTS_HEADER = 'x-loa-page';

/**
 * On a request whose query was cut to the words that pages know: should nothing be there, it is asked for
 * again whole, and what is counted is counted then.
 */
export const CUT_HEADER = 'x-loa-cut';

const LED = 'led';

export function writeIngredients({
  communeId,
  version,
  factsVersion,
  validUntil,
  tables,
  ledByQuery,
}: Ingredients): string {
  const fields = [communeId, version, factsVersion, validUntil, tables.join(',')];
  return [...fields, ledByQuery ? LED : ''].join(';');
}

/** Undefined where the header is absent or not ours. */
export function readIngredients(header: string | undefined): Ingredients | undefined {
  const [communeId, version, factsVersion, validUntil, tables, led] = header?.split(';') ?? [];
  if (!communeId || tables === undefined) return undefined;
  return {
    communeId,
    version: Number(version),
    factsVersion: Number(factsVersion),
    validUntil: Number(validUntil),
    tables: tables.split(',').filter((table) => table !== ''),
    ledByQuery: led === LED,
  };
}

const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;

/** The next midnight in Vietnam (UTC+7, no summer time): days and months turn there. */
export function nextMidnight(at: number): number {
  return (Math.floor((at + VIETNAM_MS) / DAY_MS) + 1) * DAY_MS - VIETNAM_MS;
}
