// Signs of effect as they are noted beside acts and read back.
import {
  accountOf,
  findPersonalData,
  nameHit,
  platformError,
  listInError,
} from '#lib/platform/index.ts';
import { listOwnContacts, newId, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { actError } from '../acts/errors.ts';
import { reportingSubject } from '../acts/reporting.server.ts';
import { EFFECT_EVENTS, type EffectNotedData, type EffectWithdrawnData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { NoteEffect, WithdrawEffect, type EffectKind } from './effect.ts';
import { effectError } from './errors.ts';

/**
 * Notes a sign beside an act that stands, in words that name nobody.
 * @throws LoaError `act.withdrawn`, `effect.personal-data`, `access.*`
 */
export async function noteEffect(tx: Tx, input: NoteEffect): Promise<void> {
  const { actId, kind, amount, words } = NoteEffect.parse(input);
  const act = await tx.db
    .selectFrom('act')
    .select(['unit_id', 'withdrawn_at'])
    .where('id', '=', actId)
    .executeTakeFirst();
  if (!act) throw platformError('record.not-found', { what: 'hoạt động này' });
  requireCan(tx.actor, 'effect.note', await reportingSubject(tx, act.unit_id));
  if (act.withdrawn_at !== null) throw actError('act.withdrawn');
  await refusePersonalData(tx, words, 'words');
  const id = newId();
  await tx.db
    .insertInto('act_effect')
    .values({
      ...{ commune_id: tx.communeId, id, act_id: actId, kind, amount, words },
      ...{ noted_by: accountOf(tx.actor), noted_at: tx.now },
    })
    .execute();
  tx.record({
    kind: 'effect.noted',
    subject: { type: 'act', id: actId },
    data: { effect: id, kind, amount } satisfies EffectNotedData,
  });
}

/**
 * Takes a sign back that was noted wrongly; noting it anew is the correction.
 * @throws LoaError `effect.withdrawn`, `effect.personal-data`, `record.not-found`, `access.*`
 */
export async function withdrawEffect(tx: Tx, input: WithdrawEffect): Promise<void> {
  const { id, reason } = WithdrawEffect.parse(input);
  const effect = await tx.db
    .selectFrom('act_effect as effect')
    .innerJoin('act', (join) =>
      join.onRef('act.commune_id', '=', 'effect.commune_id').onRef('act.id', '=', 'effect.act_id'),
    )
    .select(['effect.act_id', 'act.unit_id'])
    .where('effect.id', '=', id)
    .executeTakeFirst();
  if (!effect) throw platformError('record.not-found', { what: 'dấu hiệu này' });
  requireCan(tx.actor, 'effect.withdraw', await reportingSubject(tx, effect.unit_id));
  await refusePersonalData(tx, reason, 'reason');
  const taken = await tx.db
    .updateTable('act_effect')
    .set({ withdrawn_at: tx.now, withdrawn_reason: reason })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!taken) throw effectError('effect.withdrawn');
  tx.record({
    kind: 'effect.withdrawn',
    subject: { type: 'act', id: effect.act_id },
    data: { effect: id } satisfies EffectWithdrawnData,
  });
}

/** Reports quote these words as they are: what names or reaches a person doesn't come in. */
async function refusePersonalData(tx: Tx, words: string, field: string): Promise<void> {
  const hits = findPersonalData(words, await listOwnContacts(tx));
  if (hits.length === 0) return;
  const found = listInError(hits.map(nameHit), ', ');
  throw effectError('effect.personal-data', { found }, field);
}

export interface NotedEffect {
  readonly id: string;
  readonly kind: EffectKind;
  readonly amount: number | null;
  readonly words: string;
  readonly notedAt: string;
  readonly act: {
    readonly id: string;
    readonly title: string;
    /** YYYY-MM-DD */
    readonly day: string;
    readonly channel: string;
  };
}

/** Signs beside acts that stand, of one act or of those done in these days, by day. */
export async function listEffects(
  tx: Tx,
  of: { readonly actId: string } | { readonly from: string; readonly to: string },
): Promise<NotedEffect[]> {
  requireCan(tx.actor, 'act.see', {});
  const standing = selectEffects(tx)
    .where('act.withdrawn_at', 'is', null)
    .where('effect.withdrawn_at', 'is', null);
  const query =
    'actId' in of
      ? standing.where('act.id', '=', of.actId)
      : standing.where('act.happened_on', '>=', of.from).where('act.happened_on', '<=', of.to);
  return (await query.execute()).map(viewOf);
}

/**
 * Signs beside these acts as they stood at a place of the chain: noted by then, and not taken back by then.
 * @param seq the last event that counts
 */
export async function listEffectsAt(
  tx: Tx,
  { actIds, seq }: { readonly actIds: readonly string[]; readonly seq: number },
): Promise<NotedEffect[]> {
  requireCan(tx.actor, 'act.see', {});
  if (actIds.length === 0) return [];
  const standing = new Set<string>();
  for (const event of await readEvents(tx, { kinds: EFFECT_EVENTS })) {
    if (event.seq > seq) break;
    const { effect } = event.data as unknown as EffectWithdrawnData;
    if (event.kind === 'effect.noted') standing.add(effect);
    else standing.delete(effect);
  }
  const rows = await selectEffects(tx)
    .where('act.id', 'in', [...actIds])
    .execute();
  return rows.filter(({ id }) => standing.has(id)).map(viewOf);
}

function selectEffects(tx: Tx) {
  return tx.db
    .selectFrom('act_effect as effect')
    .innerJoin('act', (join) =>
      join.onRef('act.commune_id', '=', 'effect.commune_id').onRef('act.id', '=', 'effect.act_id'),
    )
    .select(['effect.id', 'effect.kind', 'effect.amount', 'effect.words', 'effect.noted_at'])
    .select(['act.id as act_id', 'act.title', 'act.happened_on', 'act.channel'])
    .orderBy('act.happened_on')
    .orderBy('effect.id');
}

function viewOf(
  row: Awaited<ReturnType<ReturnType<typeof selectEffects>['executeTakeFirstOrThrow']>>,
): NotedEffect {
  return {
    ...{ id: row.id, amount: row.amount, words: row.words, notedAt: row.noted_at },
    kind: row.kind as EffectKind,
    act: { id: row.act_id, title: row.title, day: row.happened_on, channel: row.channel },
  };
}

/** Acts of a plan that stand and were done in these days, with what counts people. */
export async function listActsForEffects(
  tx: Tx,
  of: { readonly planId: string; readonly from: string; readonly to: string },
): Promise<{ readonly id: string; readonly channel: string; readonly people: number | null }[]> {
  requireCan(tx.actor, 'act.see', {});
  return tx.db
    .selectFrom('act')
    .select(['act.id', 'act.channel', 'act.people'])
    .where('act.withdrawn_at', 'is', null)
    .where('act.happened_on', '>=', of.from)
    .where('act.happened_on', '<=', of.to)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('act_topic')
          .innerJoin('plan_topic', (join) =>
            join
              .onRef('plan_topic.commune_id', '=', 'act_topic.commune_id')
              .onRef('plan_topic.id', '=', 'act_topic.topic_id'),
          )
          .select('act_topic.act_id')
          .whereRef('act_topic.commune_id', '=', 'act.commune_id')
          .whereRef('act_topic.act_id', '=', 'act.id')
          .where('plan_topic.plan_id', '=', of.planId),
      ),
    )
    .orderBy('act.happened_on')
    .orderBy('act.id')
    .execute();
}

/** The office's own pages that acts of these days are proven by or stand on, by act. */
export async function listActPages(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ readonly actId: string; readonly path: string }[]> {
  requireCan(tx.actor, 'act.see', {});
  const rows = await tx.db
    .selectFrom('evidence')
    .innerJoin('act', (join) =>
      join
        .onRef('act.commune_id', '=', 'evidence.commune_id')
        .onRef('act.id', '=', 'evidence.act_id'),
    )
    .select(['act.id', 'evidence.url'])
    .distinct()
    .where('act.withdrawn_at', 'is', null)
    .where('act.happened_on', '>=', from)
    .where('act.happened_on', '<=', to)
    .where('evidence.removed_at', 'is', null)
    .where('evidence.url', 'like', '/%')
    .orderBy('act.id')
    .execute();
  return rows.flatMap(({ id, url }) => (url === null ? [] : [{ actId: id, path: url }]));
}
