// A written plan's way from draft to approval: approved by somebody who wrote none of it, sent back with a
// reason, thrown away.
import { canonicalText, accountOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { countDraft } from '../drafts/check.ts';
import { requireCan } from '../permissions.ts';
import { OnComposition, ReturnComposition } from './change.ts';
import { openPoints } from './composition.ts';
import { composingError } from './errors.ts';
import { getCompositionRow, handsOfComposition, readComposition } from './read.server.ts';

/**
 * Approves the plan as it stands; from here on its paper doesn't change.
 * @throws LoaError `access.*`, `composition.points-open`, `composition.nothing-to-do`, `composition.*`
 */
export async function approveComposition(tx: Tx, id: string, input: OnComposition): Promise<void> {
  const { revision } = OnComposition.parse(input);
  requireCan(tx.actor, 'plan.approve', { handIds: await handsOfComposition(tx, id) });
  const { status, content, written } = await readComposition(tx, id);
  if (status !== 'draft') throw composingError('composition.not-draft');
  const { all } = openPoints(content);
  if (all > 0) throw composingError('composition.points-open', { count: all });
  const { topics, duties } = countDraft(content.draft);
  if (topics === 0 || duties === 0) throw composingError('composition.nothing-to-do');
  await move(tx, id, revision, 'draft', {
    status: 'approved',
    paper: canonicalText({ ...written, draft: false }),
    approved_by: accountOf(tx.actor),
    approved_at: tx.now,
    returned_reason: null,
  });
  tx.record({
    kind: 'composition.approved',
    subject: { type: 'composition', id },
    data: { revision },
  });
}

/** Opens an approved plan again. @throws LoaError `access.*`, `composition.not-approved` */
export async function returnComposition(
  tx: Tx,
  id: string,
  input: ReturnComposition,
): Promise<void> {
  requireCan(tx.actor, 'plan.return', {});
  const { revision, reason } = ReturnComposition.parse(input);
  await move(tx, id, revision, 'approved', { ...BACK_TO_DRAFT, returned_reason: reason });
  tx.record({
    kind: 'composition.returned',
    subject: { type: 'composition', id },
    data: { revision },
  });
}

/** Throws a draft away; its revisions stay. @throws LoaError `access.*`, `composition.*` */
export async function discardComposition(tx: Tx, id: string, input: OnComposition): Promise<void> {
  requireCan(tx.actor, 'plan.compose', {});
  const { revision } = OnComposition.parse(input);
  await move(tx, id, revision, 'draft', { status: 'discarded' });
  tx.record({
    kind: 'composition.discarded',
    subject: { type: 'composition', id },
    data: { revision },
  });
}

/** Everything that stands on a text which is open again. */
export const BACK_TO_DRAFT = {
  status: 'draft',
  paper: null,
  approved_by: null,
  approved_at: null,
} as const satisfies Moved;

interface Moved {
  readonly status: 'draft' | 'approved' | 'issued' | 'discarded';
  readonly paper?: string | null;
  readonly approved_by?: string | null;
  readonly approved_at?: string | null;
  readonly returned_reason?: string | null;
  readonly outgoing_id?: string | null;
  readonly plan_id?: string | null;
  readonly issued_at?: string | null;
}

/** What to say to somebody who thinks the plan stands at this step. */
const WRONG_STEP = {
  draft: 'composition.not-draft',
  approved: 'composition.not-approved',
  issued: 'composition.not-issued',
} as const;

/** One step on the way, refused where the plan stands elsewhere or was saved meanwhile. */
export async function move(
  tx: Tx,
  id: string,
  revision: number,
  from: 'draft' | 'approved' | 'issued',
  to: Moved,
): Promise<void> {
  const { status } = await getCompositionRow(tx, id);
  if (status !== from) {
    throw composingError(WRONG_STEP[from]);
  }
  const moved = await tx.db
    .updateTable('plan_composition')
    .set(to)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('status', '=', from)
    .returning('id')
    .executeTakeFirst();
  if (!moved) throw composingError('composition.changed-meanwhile');
}
