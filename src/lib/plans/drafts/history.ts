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
  return takeAll(history, [step], source);
}

/**
 * The history after all steps; the same object when none changes anything. The draft is carried
 * along, so that many steps on a long history replay it once, and again only after an undo.
 */
export function takeAll(history: History, steps: readonly Step[], source: string): History {
  let now = history;
  let draft: Draft | undefined;
  for (const step of steps) {
    if (step.type === 'undo') {
      if (now.operations.length > 0) draft = undefined;
      now = undo(now);
      continue;
    }
    const operation = step.type === 'redo' ? now.undone[0] : step;
    if (!operation) continue;
    const before: Draft = draft ?? currentDraft(now, source);
    draft = applyOperation(before, operation, source);
    if (step.type === 'redo') now = redo(now, operation);
    else if (draft !== before) now = append(now, operation);
  }
  return now;
}

function undo(history: History): History {
  const { start, operations, undone } = history;
  const last = operations.at(-1);
  return last ? { start, operations: operations.slice(0, -1), undone: [last, ...undone] } : history;
}

function redo({ start, operations, undone }: History, next: Operation): History {
  return { start, operations: [...operations, next], undone: undone.slice(1) };
}

function append({ start, operations }: History, operation: Operation): History {
  return { start, operations: [...operations, operation], undone: [] };
}
