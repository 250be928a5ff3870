// How an act lies in its tables: the row, its links to topics and duties, its versions, its search entry.
import { accountOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { dropSearchEntry, putSearchEntry } from '#lib/platform/index.server.ts';
import { slugify } from '#lib/vietnam/index.ts';
import type { ActContent } from './record-act.ts';
import { publicActUrl } from './urls.ts';

export interface ActKey {
  readonly id: string;
  readonly slug: string;
}

/** Columns that every version of an act fills. */
export function actColumns(content: ActContent) {
  const { quantities } = content;
  return {
    kind: content.kind,
    channel: content.channel,
    happened_on: content.day,
    unit_id: content.unitId,
    title: content.title,
    summary: content.summary,
    body: content.body,
    audience: content.audience.join(','),
    place: content.place,
    village_id: content.villageId,
    items: quantities.items ?? null,
    airings: quantities.airings ?? null,
    minutes: quantities.minutes ?? null,
    people: quantities.people ?? null,
    copies: quantities.copies ?? null,
    is_public: content.isPublic,
  };
}

/**
 * Inserts the act under the first free slug of its title; `undefined` when its client key is taken,
 * because another request with the same key got there first.
 */
export async function insertAct(
  tx: Tx,
  id: string,
  clientKey: string,
  content: ActContent,
): Promise<ActKey | undefined> {
  const name = slugify(content.title, 80) || content.kind;
  for (const slug of [name, `${name}-${content.day}`, `${name}-${id.slice(-12)}`]) {
    const inserted = await tx.db
      .insertInto('act')
      .values({
        commune_id: tx.communeId,
        id,
        client_key: clientKey,
        slug,
        ...actColumns(content),
        recorded_by: accountOf(tx.actor),
        recorded_at: tx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted) return { id, slug };
    if (await findActByKey(tx, clientKey)) return undefined;
  }
  throw new Error('no slug was free for the act');
}

export function findActByKey(tx: Tx, clientKey: string): Promise<ActKey | undefined> {
  return tx.db
    .selectFrom('act')
    .select(['id', 'slug'])
    .where('client_key', '=', clientKey)
    .executeTakeFirst();
}

/** Links the act to its topics and duties, in place of those it had. */
export async function linkAct(tx: Tx, id: string, content: ActContent): Promise<void> {
  const key = { commune_id: tx.communeId, act_id: id };
  await tx.db.deleteFrom('act_topic').where('act_id', '=', id).execute();
  await tx.db.deleteFrom('act_duty').where('act_id', '=', id).execute();
  await tx.db
    .insertInto('act_topic')
    .values(content.topics.map((topic) => ({ ...key, topic_id: topic })))
    .execute();
  if (content.duties.length === 0) return;
  await tx.db
    .insertInto('act_duty')
    .values(content.duties.map((duty) => ({ ...key, duty_id: duty })))
    .execute();
}

export async function keepRevision(
  tx: Tx,
  id: string,
  revision: { version: number; text: string; reason: string | null },
): Promise<void> {
  await tx.db
    .insertInto('act_revision')
    .values({
      commune_id: tx.communeId,
      act_id: id,
      version: revision.version,
      content: revision.text,
      reason: revision.reason,
      made_by: accountOf(tx.actor),
      made_at: tx.now,
    })
    .execute();
}

/** A public act can be found by everyone; any other by nobody. */
export async function indexAct(tx: Tx, key: ActKey, content: ActContent): Promise<void> {
  if (!content.isPublic) return dropSearchEntry(tx, key.id);
  await putSearchEntry(tx, {
    id: key.id,
    kind: 'act',
    url: publicActUrl(key.slug),
    title: content.title,
    summary: content.summary,
    body: content.body,
    publishedOn: content.day,
  });
}
