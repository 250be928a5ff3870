// Folds kept in the process while nothing has happened. A fold is a pure function of what stands in the
// commune. What people and the office do there writes an event; what jobs make of it, such as the sizes of a
// picture, only raises the public version. So a result is good until the chain's head or the version moves, or
// the day turns. Nothing here is truth: dropping it costs a computation (ruling 13).
import type { Tx } from '../database/tx.server.ts';

interface Kept {
  /** Head of the chain and public version. */
  readonly state: string;
  readonly value: unknown;
  /** Tables read by then in its transaction: who uses the value stands on them too. */
  readonly reads: readonly string[];
}

type Once = <T>(tx: Tx, name: string, key: string, compute: () => Promise<T>) => Promise<T>;

/**
 * The value of `compute` for what this transaction sees, computed once per state of the commune.
 * `name` says which fold, `key` with which arguments. The value is shared: nobody may change it.
 */
export const onceUntilNextEvent = keeping(300);

/**
 * The same for one of thousands, such as a procedure: kept apart, so that a walk over all of them drops
 * none of the folds that every page stands on.
 */
export const oneUntilNextEvent = keeping(500);

/** @param most values kept; beyond that the one not asked for longest is dropped */
function keeping(most: number): Once {
  const kept = new Map<string, Kept>();
  return async <T>(tx: Tx, name: string, key: string, compute: () => Promise<T>) => {
    // Inside a change the rows are ahead of the chain's head, and may be taken back.
    if (tx.writes) return compute();
    const state = `${tx.headSeq} ${tx.publicVersion}`;
    const place = [tx.communeId, tx.today, name, key].join('\n');
    const found = kept.get(place);
    if (found?.state === state) {
      // Asked for again: the last to be dropped.
      kept.delete(place);
      kept.set(place, found);
      for (const table of found.reads) tx.touched.reads.add(table);
      return found.value as T;
    }
    const value = await compute();
    kept.set(place, { state, value, reads: [...tx.touched.reads] });
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return value;
  };
}
