// The value of a live reference, with the acts it adds up. One act counts once, however many plans and
// topics it serves (ruling 15); nothing counted is "không phát sinh", never 0.
import {
  sumQuantities,
  type ActKinds,
  type ActState,
  type QuantityName,
} from '#lib/plans/index.ts';
import { cumulativeSpan, type ReportPeriod } from '../period.ts';
import type { FigureReference, FilterName } from './reference.ts';

/** What one act adds to a figure. */
export interface FigurePart {
  readonly actId: string;
  readonly amount: number;
}

export interface Figure {
  readonly reference: FigureReference;
  /** Sum of the parts; `null` where nothing was counted. */
  readonly value: number | null;
  /** The list behind the value, by day. */
  readonly parts: readonly FigurePart[];
  /** Sequence numbers of the events it rests on, ascending. */
  readonly events: readonly number[];
}

/** What references are resolved against: acts as `foldActs` returns them. */
export interface FigureSource {
  readonly acts: readonly ActState[];
  readonly kinds: ActKinds;
  readonly period: ReportPeriod;
}

export function resolveFigure(reference: FigureReference, source: FigureSource): Figure {
  const { from, to } = reference.span === 'period' ? source.period : cumulativeSpan(source.period);
  const parts: FigurePart[] = [];
  const events = new Set<number>();
  for (const act of source.acts) {
    if (act.day < from || act.day > to || !passes(act, reference.filter)) continue;
    const amount = amountOf(act, reference.measure, source.kinds);
    if (amount === undefined) continue;
    parts.push({ actId: act.id, amount });
    for (const seq of act.events) events.add(seq);
  }
  return {
    reference,
    value: parts.length > 0 ? parts.reduce((sum, part) => sum + part.amount, 0) : null,
    parts,
    events: [...events].sort((left, right) => left - right),
  };
}

function passes(act: ActState, filter: FigureReference['filter']): boolean {
  return Object.entries(filter).every(([name, id]) =>
    valuesOf(act, name as FilterName).includes(id),
  );
}

function valuesOf(act: ActState, name: FilterName): readonly string[] {
  return name === 'topic' ? act.topics : [act[name]];
}

/** What an act adds, or `undefined` where it has nothing of the measure. */
function amountOf(
  act: ActState,
  measure: FigureReference['measure'],
  kinds: ActKinds,
): number | undefined {
  if (measure === 'acts') return 1;
  if (measure === 'evidenced') return act.evidence.length > 0 ? 1 : undefined;
  return sumQuantities([act], kinds)[measure satisfies QuantityName];
}
