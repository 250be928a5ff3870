// A unit hands something to the editorial secretary, and answers what is asked back.
import type { z } from 'zod';
import { accountOf, predecessorsOf, successorsOf } from '#lib/platform/index.ts';
import {
  listUnitLinks,
  newId,
  registerFile,
  requestWebPicture,
  sha256Hex,
  takeTurns,
  type Tx,
} from '#lib/platform/index.server.ts';
import { getEntryForm } from '#lib/plans/index.server.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { requireCan, type NewsroomSubject } from '../permissions.ts';
import { handoverError } from './errors.ts';
import { AnswerBack, HandOver, HANDOVER_STATES, type HandoverState } from './handover.ts';

/** Hands over; sending the form twice hands over once. @throws LoaError `handover.*`, `access.*` */
export async function handOver(tx: Tx, input: HandOver): Promise<string> {
  const given = HandOver.parse(input);
  requireCan(tx.actor, 'handover.give', await handingSubject(tx, given.unitId));
  // A weak line sends the same form twice at once.
  await takeTurns(tx);
  const known = await tx.db
    .selectFrom('handover')
    .select('id')
    .where('client_key', '=', given.clientKey)
    .executeTakeFirst();
  if (known) return known.id;
  await requireKnown(tx, given);
  if (given.wantedOn < tx.today) {
    const day = formatDate(toPlainDate(given.wantedOn));
    throw handoverError('handover.day-past', { day }, 'wantedOn');
  }
  const id = newId();
  await tx.db
    .insertInto('handover')
    .values({
      ...{ commune_id: tx.communeId, id, client_key: given.clientKey },
      ...{ unit_id: given.unitId, duty_id: given.dutyId, topics: given.topics },
      ...{ title: given.title, body: given.body, channels: given.channels },
      ...{ entry_id: given.entryId, wanted_on: given.wantedOn },
      ...{ photo_caption: given.photoCaption, photo_people: given.photoPeople },
      ...{ state: 'waiting', handed_by: accountOf(tx.actor), handed_at: tx.now, since: tx.now },
    })
    .execute();
  await keepFiles(tx, id, given.handed);
  tx.record({
    kind: 'handover.given',
    subject: { type: 'handover', id },
    data: {
      ...{ unit: given.unitId, duty: given.dutyId, topics: given.topics },
      files: given.handed.length,
      digest: sha256Hex(`${given.title}\n${given.body}`),
    },
  });
  return id;
}

/** The unit answers; the secretary's time begins anew. @throws LoaError `handover.*`, `access.*` */
export async function answerBack(tx: Tx, input: z.input<typeof AnswerBack>): Promise<void> {
  const { id, answer } = AnswerBack.parse(input);
  const row = await lockHandover(tx, id);
  requireCan(tx.actor, 'handover.give', await handingSubject(tx, row.unit_id));
  requireState(row, 'asked');
  const state = row.taken_at === null ? 'waiting' : 'taken';
  await tx.db.updateTable('handover').set({ state, since: tx.now }).where('id', '=', id).execute();
  await addNote(tx, id, 'answer', answer);
  tx.record({ kind: 'handover.answered', subject: { type: 'handover', id } });
}

/** The unit with those that took its place and those whose place it took, as `handover.*` asks for it. */
export async function handingSubject(tx: Tx, unitId: string): Promise<NewsroomSubject> {
  return subjectIn(await listUnitLinks(tx), unitId);
}

/** The same of several units, from one reading of the links. */
export function subjectIn(
  links: Awaited<ReturnType<typeof listUnitLinks>>,
  unitId: string,
): NewsroomSubject {
  return {
    unitId,
    successorIds: successorsOf(links, unitId),
    predecessorIds: predecessorsOf(links, unitId),
  };
}

/** @throws LoaError `handover.not-found` */
export async function lockHandover(tx: Tx, id: string) {
  const row = await tx.db
    .selectFrom('handover')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw handoverError('handover.not-found');
  return row;
}

/** @throws LoaError `handover.moved-on` where somebody did something meanwhile */
export function requireState(row: { readonly state: string }, ...wanted: HandoverState[]): void {
  const state = row.state as HandoverState;
  if (!wanted.includes(state)) {
    throw handoverError('handover.moved-on', { state: HANDOVER_STATES[state] });
  }
}

export async function addNote(
  tx: Tx,
  handoverId: string,
  kind: 'question' | 'answer' | 'declined',
  words: string,
): Promise<void> {
  await tx.db
    .insertInto('handover_note')
    .values({
      ...{ commune_id: tx.communeId, id: newId(), handover_id: handoverId, kind, words },
      ...{ said_by: accountOf(tx.actor), said_at: tx.now },
    })
    .execute();
}

async function requireKnown(tx: Tx, given: z.output<typeof HandOver>): Promise<void> {
  const { units, plans } = await getEntryForm(tx);
  const unit = units.find(({ id }) => id === given.unitId);
  if (!unit) throw handoverError('handover.unit-gone', {}, 'unitId');
  if (given.dutyId !== null && !unit.duties.some(({ id }) => id === given.dutyId)) {
    throw handoverError('handover.unknown-duty', {}, 'dutyId');
  }
  const topics = new Set(plans.flatMap((plan) => plan.topics.map(({ id }) => id)));
  if (!given.topics.every((id) => topics.has(id))) {
    throw handoverError('handover.unknown-topic', {}, 'topics');
  }
  if (given.entryId === null) return;
  const entry = await tx.db
    .selectFrom('register_entry')
    .select('id')
    .where('id', '=', given.entryId)
    .where('status', '=', 'registered')
    .executeTakeFirst();
  if (!entry) throw handoverError('handover.unknown-entry', {}, 'entryId');
}

async function keepFiles(
  tx: Tx,
  handoverId: string,
  files: z.output<typeof HandOver>['handed'],
): Promise<void> {
  for (const [index, { file, isPhoto }] of files.entries()) {
    await registerFile(tx, file);
    if (isPhoto) await requestWebPicture(tx, file.sha256);
    await tx.db
      .insertInto('handover_file')
      .values({
        ...{ commune_id: tx.communeId, handover_id: handoverId, sha256: file.sha256 },
        ...{ position: index + 1, is_photo: isPhoto },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
