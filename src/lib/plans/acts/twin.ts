// Whether two acts look like one thing recorded twice. A person decides; this only asks.
import { fold } from '#lib/vietnam/index.ts';

export interface TwinTrait {
  readonly kind: string;
  readonly channel: string;
  readonly day: string;
  readonly unitId: string;
  readonly villageId: string | null;
  readonly title: string;
}

/** From this share of common letter pairs on, two titles name the same thing. */
export const TITLE_LIKENESS = 0.7;

/**
 * True when both were done on one day by one unit over one channel as one kind, under like titles, and
 * not in two different villages.
 */
export function areTwins(one: TwinTrait, other: TwinTrait): boolean {
  const apart =
    one.villageId !== null && other.villageId !== null && one.villageId !== other.villageId;
  return (
    !apart &&
    one.kind === other.kind &&
    one.channel === other.channel &&
    one.day === other.day &&
    one.unitId === other.unitId &&
    likeness(one.title, other.title) >= TITLE_LIKENESS
  );
}

/** Share of common letter pairs of two texts without accents, 0 to 1 (Dice). */
export function likeness(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const sizes = sizeOf(left) + sizeOf(right);
  if (sizes === 0) return fold(one) === fold(other) ? 1 : 0;
  let common = 0;
  for (const [pair, times] of left) common += Math.min(times, right.get(pair) ?? 0);
  return (2 * common) / sizes;
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const word of fold(text).split(/[^\p{L}\p{N}]+/u)) {
    const framed = word === '' ? '' : ` ${word} `;
    for (let at = 0; at + 1 < framed.length; at += 1) {
      const pair = framed.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

function sizeOf(pairs: ReadonlyMap<string, number>): number {
  return [...pairs.values()].reduce((sum, times) => sum + times, 0);
}
