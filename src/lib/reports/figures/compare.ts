// What became of a figure after a report was drafted: old, new, and the acts that make the difference.
import type { Figure } from './resolve.ts';

export interface FigureChange {
  readonly before: number | null;
  readonly after: number | null;
  /** Acts counted now that were not, and the other way round. */
  readonly addedActs: readonly string[];
  readonly goneActs: readonly string[];
  /** Acts counted both times, with another amount. */
  readonly changedActs: readonly string[];
}

/** The change of one figure, or `undefined` where the same acts still add up to the same. */
export function findFigureChange(
  drafted: Pick<Figure, 'value' | 'parts'>,
  now: Pick<Figure, 'value' | 'parts'>,
): FigureChange | undefined {
  const was = amounts(drafted);
  const is = amounts(now);
  const addedActs = [...is.keys()].filter((id) => !was.has(id));
  const goneActs = [...was.keys()].filter((id) => !is.has(id));
  const changedActs = [...is].flatMap(([id, amount]) =>
    was.has(id) && was.get(id) !== amount ? [id] : [],
  );
  if (addedActs.length + goneActs.length + changedActs.length === 0) return undefined;
  return { before: drafted.value, after: now.value, addedActs, goneActs, changedActs };
}

function amounts({ parts }: Pick<Figure, 'parts'>): Map<string, number> {
  return new Map(parts.map((part) => [part.actId, part.amount]));
}
