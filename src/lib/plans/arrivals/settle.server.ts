// A person says which topics and duties an act serves that came by itself, or that it isn't to be counted.
import type { Tx } from '#lib/platform/index.server.ts';
import { accountOf, platformError } from '#lib/platform/index.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { contentOfAct, getAct } from '../acts/get-act.server.ts';
import type { OwnPage } from '../acts/own-evidence.server.ts';
import { correctAct, takeBackAct } from '../acts/record-act.server.ts';
import { reportingSubject } from '../acts/reporting.server.ts';
import { requireCan } from '../permissions.ts';
import { readQuantities, SetArrivalAside, SettleArrival } from './arrivals.ts';
import { arrivalError } from './errors.ts';
import { findTwinOf, proveAct, recordArrived } from './record.server.ts';
import { sourceOf, type ArrivalSource } from './sources.ts';

/**
 * Says what an arrival serves. Without duties it serves none, and nobody is asked again.
 * @throws LoaError `arrival.*`, `act.*`, `access.*`
 */
export async function settleArrival(tx: Tx, input: SettleArrival): Promise<string> {
  const given = SettleArrival.parse(input);
  const arrival = await lockWaiting(tx, given.id);
  const actId =
    arrival.act_id === null
      ? await recordNow(tx, arrival, given)
      : await completeAct(tx, arrival.act_id, given);
  await close(tx, given.id, 'settled');
  tx.record({
    kind: 'arrival.settled',
    subject: { type: 'arrival', id: given.id },
    data: { act: actId },
  });
  return actId;
}

/** Says that it is no act of publicity; what it had become is withdrawn. @throws LoaError `access.*` */
export async function setArrivalAside(tx: Tx, input: SetArrivalAside): Promise<void> {
  const { id, reason } = SetArrivalAside.parse(input);
  const arrival = await lockWaiting(tx, id);
  const subject = arrival.unit_id === null ? {} : await reportingSubject(tx, arrival.unit_id);
  requireCan(tx.actor, 'act.withdraw', subject);
  await close(tx, id, 'set-aside');
  tx.record({ kind: 'arrival.set-aside', subject: { type: 'arrival', id } });
  if (arrival.act_id !== null) await takeBackAct(tx, arrival.act_id, reason);
}

type Waiting = Awaited<ReturnType<typeof lockWaiting>>;
type Given = ReturnType<typeof SettleArrival.parse>;

/** @throws LoaError `arrival.settled-already` */
async function lockWaiting(tx: Tx, id: string) {
  const arrival = await tx.db
    .selectFrom('act_arrival')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!arrival) throw platformError('record.not-found', { what: 'việc này' });
  if (arrival.state !== 'waiting') throw arrivalError('arrival.settled-already');
  return arrival;
}

/** The act stands; its topics and duties are put as the person said, where that differs. */
async function completeAct(tx: Tx, actId: string, given: Given): Promise<string> {
  const act = await getAct(tx, actId);
  requireCan(tx.actor, 'act.correct', await reportingSubject(tx, act.unitId));
  const topics = given.topics.length > 0 ? given.topics : act.topics.map(({ id }) => id);
  const duties = given.duties;
  const same =
    equal(
      topics,
      act.topics.map(({ id }) => id),
    ) &&
    equal(
      duties,
      act.duties.map(({ id }) => id),
    );
  if (same) return actId;
  await correctAct(tx, {
    ...contentOfAct(act),
    ...{ id: act.id, version: act.version },
    topics: [...topics],
    duties,
    reason: 'Xác nhận nội dung, nhiệm vụ của việc tự ghi',
    outsidePlan: true,
    lateForPeriod: true,
  });
  return actId;
}

/** Nothing stands yet: the unit or the topics were missing, or a twin had to be looked at. */
async function recordNow(tx: Tx, arrival: Waiting, given: Given): Promise<string> {
  const unitId = given.unitId || arrival.unit_id;
  if (unitId === null) throw arrivalError('arrival.unit-needed', {}, 'unitId');
  requireCan(tx.actor, 'act.record', await reportingSubject(tx, unitId));
  const source = arrival.source as ArrivalSource;
  const { id, happened_on: day, photographs } = arrival;
  const brought = { id, page: pageOf(arrival), photographs };
  const twin = await findTwinOf(tx, { source, day, unitId, title: arrival.title });
  if (twin && given.twin === undefined) {
    const about = { title: twin.title, day: formatDate(toPlainDate(twin.happened_on)) };
    throw arrivalError('arrival.twin', about, 'twin');
  }
  if (twin && given.twin === 'same') {
    await proveAct(tx, twin.id, brought);
    return twin.id;
  }
  const topics = given.topics.length > 0 ? given.topics : arrival.topics;
  if (topics.length === 0) throw arrivalError('arrival.topics-needed', {}, 'topics');
  const quantities = readQuantities(arrival.quantities);
  const { duties } = given;
  return recordArrived(tx, { ...brought, source, day, unitId, topics, duties, quantities });
}

async function close(tx: Tx, id: string, state: 'settled' | 'set-aside'): Promise<void> {
  await tx.db
    .updateTable('act_arrival')
    .set({ state, settled_by: accountOf(tx.actor), settled_at: tx.now })
    .where('id', '=', id)
    .execute();
}

function pageOf(arrival: Waiting): OwnPage {
  const { url, title, summary, words_sha256: sha256 } = arrival;
  const { isPublic } = sourceOf(arrival.source as ArrivalSource);
  return { url, title, summary, sha256, isPublic };
}

function equal(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
