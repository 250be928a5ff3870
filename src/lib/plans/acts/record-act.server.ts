// Recording, correcting and withdrawing acts of publicity.
import type { Tx } from '#lib/platform/index.server.ts';
import { dropSearchEntry, newId } from '#lib/platform/index.server.ts';
import { accountOf, platformError } from '#lib/platform/index.ts';
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import type { ActWithdrawnData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { actData, contentText, settleContent } from './content.server.ts';
import { actError } from './errors.ts';
import { attachEvidence } from './evidence.server.ts';
import { CorrectAct, RecordAct, WithdrawAct, type ActContent } from './record-act.ts';
import { reportingSubject } from './reporting.server.ts';
import {
  actColumns,
  findActByKey,
  indexAct,
  insertAct,
  keepRevision,
  linkAct,
  type ActKey,
} from './store-act.server.ts';
import { areTwins, type TwinTrait } from './twin.ts';

export interface RecordedAct extends ActKey {
  /** False when the same `clientKey` was recorded before: this is that act. */
  readonly created: boolean;
}

/**
 * Records something done to tell people. Idempotent by `clientKey`: sent twice, it gives back the first.
 * @throws LoaError `access.*`, `act.*`; ZodError when the input has not the form of `RecordAct`
 */
export async function recordAct(tx: Tx, input: RecordAct): Promise<RecordedAct> {
  const { clientKey, evidence, anotherAct, personalData, outsidePlan, lateForPeriod, ...given } =
    RecordAct.parse(input);
  requireCan(tx.actor, 'act.record', await reportingSubject(tx, given.unitId));
  const before = await findActByKey(tx, clientKey);
  if (before) return { ...before, created: false };
  const answers = { personalData, outsidePlan, lateForPeriod };
  const content = await settleContent(tx, given, answers);
  if (!anotherAct) await refuseTwin(tx, content);
  const recorded = await storeAct(tx, clientKey, content);
  if (recorded.created) await attachEvidence(tx, recorded.id, evidence, personalData);
  return recorded;
}

/** Stores settled content as a new act; whoever calls has asked for the permission and looked for twins. */
export async function storeAct(
  tx: Tx,
  clientKey: string,
  content: ActContent,
): Promise<RecordedAct> {
  const key = await insertAct(tx, newId(), clientKey, content);
  if (!key) return { ...(await getActByKey(tx, clientKey)), created: false };
  await linkAct(tx, key.id, content);
  await settle(tx, key, content, { kind: 'act.recorded', version: 1, reason: null });
  return { ...key, created: true };
}

/**
 * Gives an act a new version, with the reason. The version the person had open must still be the last.
 * @throws LoaError `record.changed` when someone else corrected it meanwhile
 */
export async function correctAct(tx: Tx, input: CorrectAct): Promise<ActKey> {
  const { id, version, reason, personalData, outsidePlan, lateForPeriod, ...given } =
    CorrectAct.parse(input);
  const act = await getStanding(tx, id);
  requireCan(tx.actor, 'act.correct', await reportingSubject(tx, act.unit_id));
  requireCan(tx.actor, 'act.correct', await reportingSubject(tx, given.unitId));
  // A correction says why anyway; in a closed period it becomes an adjustment of the next.
  const late = lateForPeriod || act.happened_on === given.day;
  const answers = { personalData, outsidePlan, lateForPeriod: late };
  const content = await settleContent(tx, given, answers);
  return reviseAct(tx, { id, version, content, reason });
}

/**
 * Gives a standing act its next version; whoever calls has asked for the permission and settled the words.
 * @throws LoaError `record.changed`
 */
export async function reviseAct(
  tx: Tx,
  revision: {
    readonly id: string;
    /** The version that is corrected. */
    readonly version: number;
    readonly content: ActContent;
    readonly reason: string;
  },
): Promise<ActKey> {
  const { id, version, content, reason } = revision;
  const updated = await tx.db
    .updateTable('act')
    .set({ ...actColumns(content), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .returning('slug')
    .executeTakeFirst();
  if (!updated) throw platformError('record.changed', { what: 'Hoạt động' });
  const key = { id, slug: updated.slug };
  await linkAct(tx, id, content);
  await settle(tx, key, content, { kind: 'act.corrected', version: version + 1, reason });
  return key;
}

/** Takes an act out of every figure; its history stays, with the reason. */
export async function withdrawAct(tx: Tx, input: WithdrawAct): Promise<void> {
  const { id, reason } = WithdrawAct.parse(input);
  const act = await getStanding(tx, id);
  requireCan(tx.actor, 'act.withdraw', await reportingSubject(tx, act.unit_id));
  await takeBackAct(tx, id, reason);
}

/** Takes a standing act back; whoever calls has asked for the permission. @throws LoaError `act.withdrawn` */
export async function takeBackAct(tx: Tx, id: string, reason: string): Promise<void> {
  const withdrawn = await tx.db
    .updateTable('act')
    .set({ withdrawn_at: tx.now, withdrawn_reason: reason })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning(['version', 'happened_on'])
    .executeTakeFirst();
  if (!withdrawn) throw actError('act.withdrawn');
  // What came by itself and was taken back here is not asked about again, nor recorded anew.
  await tx.db
    .updateTable('act_arrival')
    .set({ state: 'set-aside', settled_by: accountOf(tx.actor), settled_at: tx.now })
    .where('act_id', '=', id)
    .where('state', 'in', ['waiting', 'settled'])
    .execute();
  await dropSearchEntry(tx, id);
  tx.deletePages();
  tx.record({
    kind: 'act.withdrawn',
    subject: { type: 'act', id },
    data: { version: withdrawn.version } satisfies ActWithdrawnData,
  });
}

async function settle(
  tx: Tx,
  key: ActKey,
  content: ActContent,
  change: { kind: 'act.recorded' | 'act.corrected'; version: number; reason: string | null },
): Promise<void> {
  const { text, digest } = contentText(content);
  await keepRevision(tx, key.id, { version: change.version, text, reason: change.reason });
  await indexAct(tx, key, content);
  tx.record({
    kind: change.kind,
    subject: { type: 'act', id: key.id },
    occurredOn: content.day,
    data: { ...actData(content, change.version, digest) },
  });
}

/** @throws LoaError `act.twin` with the id and title of what looks like the same thing */
async function refuseTwin(tx: Tx, content: ActContent): Promise<void> {
  const twin = await findTwin(tx, content);
  if (!twin) return;
  const day = formatDate(toPlainDate(twin.happened_on));
  throw actError('act.twin', { title: twin.title, day, id: twin.id }, 'anotherAct');
}

/**
 * The standing act that looks like the same thing, the first of several. `byHand` passes over those that
 * came by themselves: each of them is known to be its own thing.
 */
export async function findTwin(tx: Tx, content: TwinTrait, { byHand = false } = {}) {
  const sameDay = await tx.db
    .selectFrom('act')
    .leftJoin('act_arrival', (join) =>
      join
        .onRef('act_arrival.commune_id', '=', 'act.commune_id')
        .onRef('act_arrival.act_id', '=', 'act.id'),
    )
    .select(['act.id', 'act.kind', 'act.channel', 'act.title', 'act.village_id'])
    .select(['act.unit_id', 'act.happened_on', 'act_arrival.id as arrival'])
    .where('act.unit_id', '=', content.unitId)
    .where('act.happened_on', '=', content.day)
    .where('act.kind', '=', content.kind)
    .where('act.withdrawn_at', 'is', null)
    .orderBy('act.id')
    .execute();
  return sameDay.find(
    (act) =>
      !(byHand && act.arrival !== null) &&
      areTwins(content, {
        ...act,
        day: act.happened_on,
        unitId: act.unit_id,
        villageId: act.village_id,
      }),
  );
}

async function getStanding(tx: Tx, id: string) {
  const act = await tx.db
    .selectFrom('act')
    .select(['id', 'unit_id', 'happened_on', 'withdrawn_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!act) throw platformError('record.not-found', { what: 'hoạt động này' });
  if (act.withdrawn_at !== null) throw actError('act.withdrawn');
  return act;
}

async function getActByKey(tx: Tx, clientKey: string): Promise<ActKey> {
  const act = await findActByKey(tx, clientKey);
  if (!act) throw new Error('the act of this client key was not found again');
  return act;
}
