// How much was done: acts and their quantities per kind, channel, unit, month or topic, by the counting
// rules of the table of kinds. One act counts once in a group, however many plans it serves.
import {
  countedQuantities,
  findKind,
  QUANTITIES,
  type ActKinds,
  type Quantities,
} from '../acts/kinds.ts';
import type { ActState } from './fold-acts.ts';

export const GROUPINGS = ['kind', 'channel', 'unit', 'month', 'topic'] as const;
/** By what acts are counted. By topic an act counts under each of its topics. */
export type Grouping = (typeof GROUPINGS)[number];

export interface Count {
  /** Id of the kind, channel, unit, topic, or month; empty for a total. */
  readonly key: string;
  readonly acts: number;
  /** Acts with at least one piece of evidence. */
  readonly evidenced: number;
  /** Sums; a quantity nobody reported is absent. */
  readonly quantities: Quantities;
  readonly actIds: readonly string[];
}

/** One count per group that has acts, ordered by key. No acts give no rows: "không phát sinh". */
export function foldCounts(acts: readonly ActState[], kinds: ActKinds, by: Grouping): Count[] {
  const groups = new Map<string, ActState[]>();
  for (const act of acts) {
    for (const key of keysOf(act, by)) {
      const members = groups.get(key);
      if (members) members.push(act);
      else groups.set(key, [act]);
    }
  }
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, members]) => countOf(key, members, kinds));
}

/** All acts together; `undefined` when there are none, which is neither 0 % nor 100 %. */
export function findTotal(acts: readonly ActState[], kinds: ActKinds): Count | undefined {
  return acts.length > 0 ? countOf('', acts, kinds) : undefined;
}

function keysOf(act: ActState, by: Grouping): readonly string[] {
  return by === 'topic' ? act.topics : [act[by]];
}

/** Amounts of several acts together, by the counting rules of their kinds. */
export function sumQuantities(
  acts: readonly Pick<ActState, 'kind' | 'quantities'>[],
  kinds: ActKinds,
): Quantities {
  const sums: Partial<Record<keyof Quantities, number>> = {};
  for (const act of acts) {
    const kind = findKind(kinds, act.kind);
    const counted = kind ? countedQuantities(kind, act.quantities) : {};
    for (const name of QUANTITIES) {
      const amount = counted[name];
      if (amount !== undefined) sums[name] = (sums[name] ?? 0) + amount;
    }
  }
  return sums;
}

function countOf(key: string, acts: readonly ActState[], kinds: ActKinds): Count {
  return {
    key,
    acts: acts.length,
    evidenced: acts.filter((act) => act.evidence.length > 0).length,
    quantities: sumQuantities(acts, kinds),
    actIds: acts.map((act) => act.id),
  };
}
