// Writing a plan: every change is a revision of its own, with the digest in its event; who saves over somebody
// else's revision is refused.
import { paperOf } from '#lib/documents/index.ts';
import { readCommune, type Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '../permissions.ts';
import { insertRevision } from './begin.server.ts';
import {
  AddBasis,
  AddClause,
  ComposedPaper,
  DropClause,
  EditClause,
  NameComposition,
  SettleBasis,
  SettleMoved,
  SettleOwed,
  SettleUnit,
} from './change.ts';
import type { Composition } from './composition.ts';
import { composingError } from './errors.ts';
import { getCompositionRow, readContent } from './read.server.ts';
import {
  addBasis,
  addClause,
  dropClause,
  editClause,
  nameComposition,
  settleBasis,
  settleMoved,
  settleOwed,
  settleUnit,
} from './settle.ts';

/** Confirms words and day that were moved to the new year. @throws LoaError `access.*`, `composition.*` */
export async function confirmMoved(tx: Tx, id: string, input: SettleMoved): Promise<void> {
  const { revision, due, ...given } = SettleMoved.parse(input);
  await change(tx, id, revision, 'composition.settled', (content) =>
    settleMoved(content, { ...given, due: dayOrNone(due) }),
  );
}

/** Keeps, rewords or drops a basis. @throws LoaError `access.*`, `composition.*` */
export async function confirmBasis(tx: Tx, id: string, input: SettleBasis): Promise<void> {
  const { revision, ...given } = SettleBasis.parse(input);
  await change(tx, id, revision, 'composition.settled', (content) => settleBasis(content, given));
}

/** Rests the plan on one document more. @throws LoaError `access.*`, `composition.*` */
export async function writeBasis(tx: Tx, id: string, input: AddBasis): Promise<void> {
  const { revision, text } = AddBasis.parse(input);
  await change(tx, id, revision, 'composition.edited', (content) => addBasis(content, text));
}

/** Says which unit has the duties, or leaves them out. @throws LoaError `access.*`, `composition.*` */
export async function confirmUnit(tx: Tx, id: string, input: SettleUnit): Promise<void> {
  const { revision, ...given } = SettleUnit.parse(input);
  await change(tx, id, revision, 'composition.settled', (content) => settleUnit(content, given));
}

/** Takes an undone duty over, or leaves it behind. @throws LoaError `access.*`, `composition.*` */
export async function decideOwed(tx: Tx, id: string, input: SettleOwed): Promise<void> {
  const { revision, ...given } = SettleOwed.parse(input);
  const { name } = await readCommune(tx);
  await change(tx, id, revision, 'composition.settled', (content) =>
    settleOwed(content, given, name),
  );
}

/** Words and last day of one clause. @throws LoaError `access.*`, `composition.*` */
export async function writeClause(tx: Tx, id: string, input: EditClause): Promise<void> {
  const { revision, due, ...given } = EditClause.parse(input);
  await change(tx, id, revision, 'composition.edited', (content) =>
    editClause(content, { ...given, due: dayOrNone(due) }),
  );
}

/** Leaves a clause or a unit out, or takes it back in. @throws LoaError `access.*`, `composition.*` */
export async function leaveOut(tx: Tx, id: string, input: DropClause): Promise<void> {
  const { revision, ...given } = DropClause.parse(input);
  await change(tx, id, revision, 'composition.edited', (content) => dropClause(content, given));
}

/** A new clause at the end of a part, or a new duty of a unit. @throws LoaError `access.*`, `composition.*` */
export async function insertClause(tx: Tx, id: string, input: AddClause): Promise<void> {
  const { revision, ...given } = AddClause.parse(input);
  await change(tx, id, revision, 'composition.edited', (content) => addClause(content, given));
}

/** Title and time of the plan. @throws LoaError `access.*`, `composition.*` */
export async function nameNextPlan(tx: Tx, id: string, input: NameComposition): Promise<void> {
  const { revision, ...given } = NameComposition.parse(input);
  await change(tx, id, revision, 'composition.edited', (content) =>
    nameComposition(content, given),
  );
}

/** Who receives and who signs. @throws LoaError `access.*`, `composition.*` */
export async function changePlanPaper(tx: Tx, id: string, input: ComposedPaper): Promise<void> {
  const { revision, ...form } = ComposedPaper.parse(input);
  await change(tx, id, revision, 'composition.edited', (content) => ({
    ...content,
    paper: paperOf(form),
  }));
}

async function change(
  tx: Tx,
  id: string,
  revision: number,
  kind: 'composition.settled' | 'composition.edited',
  work: (content: Composition) => Composition | undefined,
): Promise<void> {
  requireCan(tx.actor, 'plan.compose', {});
  const row = await getCompositionRow(tx, id);
  if (row.status !== 'draft') throw composingError('composition.not-draft');
  if (row.revision !== revision) throw composingError('composition.changed-meanwhile');
  const content = work(await readContent(tx, id, revision));
  if (!content) throw composingError('composition.no-such-place');
  const taken = await tx.db
    .updateTable('plan_composition')
    .set({ revision: revision + 1, title: content.draft.title })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('status', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  if (!taken) throw composingError('composition.changed-meanwhile');
  const digest = await insertRevision(tx, id, revision + 1, content);
  tx.record({
    kind,
    subject: { type: 'composition', id },
    data: { revision: revision + 1, digest },
  });
}

function dayOrNone(day: string): string | null {
  return day === '' ? null : day;
}
