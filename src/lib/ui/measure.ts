/** Shares of a whole, for drawings. */

/**
 * `value` of `max` in percent, 0 to 100, to one decimal; undefined where there is nothing to
 * compare. Only a true whole draws as 100 and only a true nothing as 0: 2,638 of 2,639 stays 99.9.
 */
export function measure(value: number | null, max: number): number | undefined {
  if (value === null || !(max > 0)) return undefined;
  if (value <= 0) return 0;
  if (value >= max) return 100;
  return Math.min(99.9, Math.max(0.1, Math.round((value / max) * 1000) / 10));
}
