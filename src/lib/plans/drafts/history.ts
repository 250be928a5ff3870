// A draft with everything that was done to it since it was read: undoing is leaving out the last
// operation, so it always restores exactly.
import type { Draft } from './draft.ts';
import { applyOperation, type Operation } from './operations.ts';

export interface History {
  /** As reading understood the plan. */
  readonly start: Draft;
  readonly operations: readonly Operation[];
  /** Taken back, the latest first; a new operation forgets them. */
  readonly undone: readonly Operation[];
}

/** An operation on the draft, or a step back or forth through them. */
export type Step = Operation | { readonly type: 'undo' } | { readonly type: 'redo' };

export function startHistory(start: Draft): History {
  return { start, operations: [], undone: [] };
}

export function currentDraft(history: History, source: string): Draft {
  return history.operations.reduce(
    (draft, operation) => applyOperation(draft, operation, source),
    history.start,
  );
}

/** The history after the step; the same object when the step changes nothing. */
export function take(history: History, step: Step, source: string): History {
  const { start, operations, undone } = history;
  if (step.type === 'undo') {
    const last = operations.at(-1);
    return last
      ? { start, operations: operations.slice(0, -1), undone: [last, ...undone] }
      : history;
  }
  if (step.type === 'redo') {
    const [next, ...rest] = undone;
    return next ? { start, operations: [...operations, next], undone: rest } : history;
  }
  const before = currentDraft(history, source);
  if (applyOperation(before, step, source) === before) return history;
  return { start, operations: [...operations, step], undone: [] };
}
