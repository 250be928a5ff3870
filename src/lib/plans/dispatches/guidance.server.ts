// Guidance in force, as it stands beside whoever writes about a topic (ruling 46).
import type { Tx } from '#lib/platform/index.server.ts';
import { toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import { requireCan } from '../permissions.ts';

export interface Guidance {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** The topic it is for; null where it is for all of them. */
  readonly topic: { readonly id: string; readonly label: string } | null;
  /** Position of whoever sent it. */
  readonly sentBy: string | null;
  /** YYYY-MM-DD, of the words in force. */
  readonly sentOn: string;
}

/** Guidance that wasn't recalled, for topics of plans in force and for all topics, newest first. */
export async function listGuidance(tx: Tx): Promise<Guidance[]> {
  requireCan(tx.actor, 'dispatch.see', {});
  const rows = await tx.db
    .selectFrom('dispatch')
    .innerJoin('dispatch_revision as words', (join) =>
      join
        .onRef('words.commune_id', '=', 'dispatch.commune_id')
        .onRef('words.dispatch_id', '=', 'dispatch.id')
        .onRef('words.revision', '=', 'dispatch.revision'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'dispatch.commune_id')
        .onRef('account.id', '=', 'dispatch.sent_by'),
    )
    .leftJoin('plan_topic as topic', (join) =>
      join
        .onRef('topic.commune_id', '=', 'dispatch.commune_id')
        .onRef('topic.id', '=', 'dispatch.topic_id'),
    )
    .leftJoin('plan', (join) =>
      join
        .onRef('plan.commune_id', '=', 'dispatch.commune_id')
        .onRef('plan.id', '=', 'dispatch.plan_id'),
    )
    .select(['dispatch.id', 'dispatch.topic_id', 'words.title', 'words.body', 'words.made_at'])
    .select(['account.name as sent_by_name', 'topic.label as topic_label'])
    .where('dispatch.kind', '=', 'guidance')
    .where('dispatch.recalled_at', 'is', null)
    .where((eb) => eb.or([eb('plan.status', 'is', null), eb('plan.status', '=', 'confirmed')]))
    .orderBy('dispatch.year', 'desc')
    .orderBy('dispatch.number', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, body: row.body, sentBy: row.sent_by_name },
    topic: row.topic_id === null ? null : { id: row.topic_id, label: row.topic_label ?? '' },
    sentOn: vietnamDate(toInstant(row.made_at)),
  }));
}
