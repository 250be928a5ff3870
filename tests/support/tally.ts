// Adds up what readings got right, wrong or not at all, and holds the sums against their marks.
import type { Point } from './score.ts';

export interface Tally {
  right: number;
  wrong: number;
  /** Expected, and nothing was read. */
  missing: number;
}

/** The fields a mark is about, and the least share that must be right. */
export interface Mark {
  name: string;
  fields: RegExp;
  least: number;
}

/** What the project demands of its reading. */
export const MARKS: readonly Mark[] = [
  { name: 'header fields', fields: /^(?:header|signer|recipients)/, least: 0.98 },
  { name: 'top-level sections', fields: /^(?:section|attached)/, least: 0.97 },
  { name: 'units by name', fields: /^unit/, least: 0.92 },
  { name: 'duty counts', fields: /^duties/, least: 0.85 },
  { name: 'references (F1)', fields: /^reference/, least: 0.97 },
];

export function tallyOf(points: readonly Point[]): Tally {
  const tally = { right: 0, wrong: 0, missing: 0 };
  for (const { right, expected, found } of points) {
    if (right) tally.right += 1;
    else if (expected !== null && (found === null || found === undefined)) tally.missing += 1;
    else tally.wrong += 1;
  }
  return tally;
}

/** Share of right answers; for citations and units the false ones count too, as F1 does. */
export function shareOf(points: readonly Point[]): number {
  const right = points.filter((point) => point.right).length;
  const extra = points.filter(({ field }) => field.endsWith('.false')).length;
  const wanted = points.length - extra;
  if (wanted === 0 && extra === 0) return 1;
  const read = points.filter(({ found }) => found !== null && found !== undefined).length;
  if (extra === 0) return right / wanted;
  return (2 * right) / (wanted + read);
}

/** Each mark with its share, its sums and whether it is met. */
export function holdMarks(
  points: readonly Point[],
): { mark: Mark; share: number; tally: Tally; met: boolean }[] {
  return MARKS.map((mark) => {
    const own = points.filter(({ field }) => mark.fields.test(field));
    const share = shareOf(own);
    return { mark, share, tally: tallyOf(own), met: share >= mark.least };
  });
}

/** Points by field, in the order in which fields first come. */
export function byField(points: readonly Point[]): Map<string, Point[]> {
  return Map.groupBy(points, ({ field }) => field);
}
