// Signs of effect as they are noted beside acts and read back.
import { accountOf, platformError } from '#lib/platform/index.ts';
import { newId, type Tx } from '#lib/platform/index.server.ts';
import { actError } from '../acts/errors.ts';
import { reportingSubject } from '../acts/reporting.server.ts';
import type { EffectNotedData } from '../events.ts';
import { requireCan } from '../permissions.ts';
import { NoteEffect, type EffectKind } from './effect.ts';

/** Notes a sign beside an act that stands. @throws LoaError `act.withdrawn`, `access.*` */
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
  let query = tx.db
    .selectFrom('act_effect as effect')
    .innerJoin('act', (join) =>
      join.onRef('act.commune_id', '=', 'effect.commune_id').onRef('act.id', '=', 'effect.act_id'),
    )
    .select(['effect.id', 'effect.kind', 'effect.amount', 'effect.words', 'effect.noted_at'])
    .select(['act.id as act_id', 'act.title', 'act.happened_on', 'act.channel'])
    .where('act.withdrawn_at', 'is', null)
    .orderBy('act.happened_on')
    .orderBy('effect.id');
  query =
    'actId' in of
      ? query.where('act.id', '=', of.actId)
      : query.where('act.happened_on', '>=', of.from).where('act.happened_on', '<=', of.to);
  return (await query.execute()).map((row) => ({
    ...{ id: row.id, amount: row.amount, words: row.words, notedAt: row.noted_at },
    kind: row.kind as EffectKind,
    act: { id: row.act_id, title: row.title, day: row.happened_on, channel: row.channel },
  }));
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
