// How a rendered page tells the entry what it was made of: one header, taken off before it is sent.
import type { Ingredients } from './page-cache.ts';

export const INGREDIENTS_HEADER = 'x-loa-page';

export function writeIngredients({
  communeId,
  version,
  factsVersion,
  validUntil,
  tables,
}: Ingredients): string {
  return [communeId, version, factsVersion, validUntil, tables.join(',')].join(';');
}

/** Undefined where the header is absent or not ours. */
export function readIngredients(header: string | undefined): Ingredients | undefined {
  const [communeId, version, factsVersion, validUntil, tables] = header?.split(';') ?? [];
  if (!communeId || tables === undefined) return undefined;
  return {
    communeId,
    version: Number(version),
    factsVersion: Number(factsVersion),
    validUntil: Number(validUntil),
    tables: tables.split(',').filter((table) => table !== ''),
  };
}

const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;

/** The next midnight in Vietnam (UTC+7, no summer time): days and months turn there. */
export function nextMidnight(at: number): number {
  return (Math.floor((at + VIETNAM_MS) / DAY_MS) + 1) * DAY_MS - VIETNAM_MS;
}
