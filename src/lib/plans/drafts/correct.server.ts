// Saving corrections. A save names the version it was made on: when someone else saved meanwhile it
// is refused, and both texts are at hand. Autosaves are no events (ruling 10); what was corrected
// is recorded once, at confirmation.
import type { Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { draftError } from './errors.ts';
import { takeAll, type History, type Step } from './history.ts';
import { getDraft } from './read.server.ts';

export interface CorrectInput {
  readonly planId: string;
  /** The version the steps were made on. */
  readonly version: number;
  readonly steps: readonly Step[];
}

export interface CorrectResult {
  /** False when another save came first; nothing was changed then. */
  readonly saved: boolean;
  /** What stands now. */
  readonly version: number;
  readonly history: History;
  /** When it was saved, ISO UTC. */
  readonly at: string;
}

/** A history longer than this would make every save slow. */
const OPERATIONS_LIMIT = 3000;

/** @throws LoaError `plan.not-found`, `plan.not-draft`, `plan.too-many-steps` */
export async function correctPlan(tx: Tx, input: CorrectInput): Promise<CorrectResult> {
  requireCan(tx.actor, 'plan.correct', {});
  const { planId, version, steps } = input;
  const draft = await getDraft(tx, planId);
  if (draft.status !== 'draft') throw draftError('plan.not-draft');
  const at = tx.now;
  if (draft.version !== version) {
    // The answer to an earlier save got lost on its way and the browser sends it again.
    const repeated = draft.version === version + 1 && endsWith(draft.history, steps);
    return { saved: repeated, version: draft.version, history: draft.history, at };
  }
  const history = takeAll(draft.history, steps, draft.text);
  if (history.operations.length > OPERATIONS_LIMIT) throw draftError('plan.too-many-steps');
  const written = await tx.db
    .updateTable('plan')
    .set({ draft: JSON.stringify(history), draft_version: version + 1 })
    .where('id', '=', planId)
    .where('draft_version', '=', version)
    .where('status', '=', 'draft')
    .returning('draft_version')
    .executeTakeFirst();
  if (written) return { saved: true, version: version + 1, history, at };
  const now = await getDraft(tx, planId);
  return { saved: false, version: now.version, history: now.history, at };
}

function endsWith(history: History, steps: readonly Step[]): boolean {
  const tail = history.operations.slice(-steps.length);
  return tail.length > 0 && JSON.stringify(tail) === JSON.stringify(steps);
}
