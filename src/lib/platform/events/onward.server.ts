// Folds that go on from where they last stood: a commune of many years reads only what was recorded since.
// What is kept is a checkpoint that may be dropped at any time (ruling 13); the whole fold is the oracle.
import type { Tx } from '../database/tx.server.ts';
import type { EventBody } from './event.ts';
import { readEvents } from './read.server.ts';

/** Kept states together weigh no more than this; the longest unused are dropped. */
const MOST_WEIGHT = 200_000;

export interface OnwardFold<T> {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly start: T;
  /** The state after these events, in the order of the chain; the state given stays as it is. */
  readonly advance: (state: T, events: readonly EventBody[]) => T;
  /** How much of memory a state takes, counted in its things. */
  readonly weigh: (state: T) => number;
}

interface Checkpoint {
  readonly seq: number;
  readonly state: unknown;
  readonly weight: number;
}

const kept = new Map<string, Checkpoint>();

/** The fold over everything this transaction sees. The state is shared: nobody may change it. */
export async function foldOnward<T>(tx: Tx, fold: OnwardFold<T>): Promise<T> {
  const { kinds, start, advance, weigh } = fold;
  // Inside a change the rows are ahead of the chain's head, and may be taken back.
  if (tx.writes) return advance(start, await readEvents(tx, { kinds }));
  const seq = tx.headSeq;
  const place = [tx.communeId, fold.name].join('\n');
  const before = kept.get(place);
  // A reader that began before others' latest news sees less than what is kept.
  const from = before && before.seq <= seq ? before : undefined;
  const state = from ? (from.state as T) : start;
  const news = from?.seq === seq ? [] : await readEvents(tx, { kinds, after: from?.seq ?? 0 });
  const after = news.length === 0 ? state : advance(state, news);
  tx.touched.reads.add('event');
  keep(place, { seq, state: after, weight: weigh(after) });
  return after;
}

function keep(place: string, checkpoint: Checkpoint): void {
  const known = kept.get(place);
  if (known && known.seq > checkpoint.seq) return;
  kept.delete(place);
  kept.set(place, checkpoint);
  let weight = [...kept.values()].reduce((sum, one) => sum + one.weight, 0);
  for (const [oldest, one] of kept) {
    if (weight <= MOST_WEIGHT || kept.size === 1) break;
    kept.delete(oldest);
    weight -= one.weight;
  }
}
