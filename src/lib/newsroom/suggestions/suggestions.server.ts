// What the plans in force suggest for an article: read from plans, schedule and earlier articles at the time.
import { sql } from 'kysely';
import { onceUntilNextEvent, type Tx } from '#lib/platform/index.server.ts';
import { richTextToPlain } from '#lib/platform/index.ts';
import { findChannel } from '#lib/plans/index.ts';
import { getActKinds, listPlanClues, type PlanClues } from '#lib/plans/index.server.ts';
import { toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import type { Article } from '../article.ts';
import { selectWithWords } from '../newest-words.server.ts';
import { requireCan } from '../permissions.ts';
import { suggestChannels } from './suggest-channels.ts';
import { suggestTopics, type EarlierArticle } from './suggest-topics.ts';

export interface NamedSuggestion {
  readonly id: string;
  readonly name: string;
  /** One sentence for the writer. */
  readonly why: string;
}

export interface Suggestions {
  readonly topics: readonly NamedSuggestion[];
  readonly channels: readonly NamedSuggestion[];
}

/** What an article as it stands might serve and go through beyond what is chosen already; nothing is set. */
export async function suggestForArticle(
  tx: Tx,
  article: Article,
  editionId?: string,
): Promise<Suggestions> {
  requireCan(tx.actor, 'article.write', {});
  const plans = await listPlanClues(tx);
  const words = {
    ...{ title: article.title, summary: article.summary },
    body: richTextToPlain(article.body),
  };
  const earlier = await listEarlier(tx, editionId);
  // Of each plan on its own: an article may serve several (ruling 15).
  const topics = plans.flatMap((plan) => suggestTopics(words, plan.topics, earlier));
  // Where a person chose topics, channels follow those alone.
  const meant = new Set(article.topics.length > 0 ? article.topics : topics.map(({ id }) => id));
  const served = plans.filter((plan) => plan.topics.some(({ id }) => meant.has(id)));
  const channels = suggestChannels(words, {
    month: tx.today.slice(0, 7),
    topics: served.flatMap((plan) => plan.topics).filter(({ id }) => meant.has(id)),
    measures: served.flatMap((plan) => plan.measures),
  });
  return {
    topics: topics
      .filter(({ id }) => !article.topics.includes(id))
      .map((found) => ({ ...found, name: nameOf(plans, found.id) })),
    channels: channels
      .filter(({ id }) => !article.channels?.includes(id))
      .map((found) => ({ ...found, name: findChannel(getActKinds(), found.id)?.name ?? '' })),
  };
}

function nameOf(plans: readonly PlanClues[], topicId: string): string {
  const topic = plans.flatMap(({ topics }) => topics).find(({ id }) => id === topicId);
  if (!topic) return '';
  return topic.number ? `${topic.number}. ${topic.label}` : topic.label;
}

/** So many of the newest articles teach what is usual. */
const LEARNED_FROM = 100;

interface Earlier extends EarlierArticle {
  readonly itemId: string;
}

/** Live articles that serve topics, the newest first; not the one that is being written. */
async function listEarlier(tx: Tx, editionId: string | undefined): Promise<readonly Earlier[]> {
  // Asked at every pause of every writer: whole texts are taken apart once, until something happens.
  const earlier = await onceUntilNextEvent(tx, 'earlier-articles', '', () => selectEarlier(tx));
  if (editionId === undefined) return earlier;
  const own = await tx.db
    .selectFrom('edition')
    .select('item_id')
    .where('id', '=', editionId)
    .executeTakeFirst();
  return earlier.filter(({ itemId }) => itemId !== own?.item_id);
}

async function selectEarlier(tx: Tx): Promise<Earlier[]> {
  const rows = await selectWithWords(tx)
    .select(['edition.item_id', 'edition.title', 'edition.public_at'])
    .select(sql<string[]>`revision.content::jsonb -> 'topics'`.as('topics'))
    .where('edition.status', '=', 'published')
    .where('edition.kind', '=', 'article')
    .orderBy('edition.public_at', 'desc')
    .orderBy('edition.id', 'desc')
    .limit(LEARNED_FROM)
    .execute();
  return rows.flatMap(({ item_id: itemId, title, public_at: at, topics }) =>
    at === null || topics.length === 0
      ? []
      : [{ itemId, title, topics, day: vietnamDate(toInstant(at)) }],
  );
}
