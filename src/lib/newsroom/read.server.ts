// Articles as pages read them.
import { sql } from 'kysely';
import {
  bePresent,
  countPublicEditions,
  findDraft,
  findPublicEdition,
  getEdition,
  listEditions,
  listItems,
  listPositions,
  listPublicEditions,
  listRevisions,
  type EditionSummary,
  type EditionView,
  type PublicFilter,
  type Tx,
} from '#lib/platform/index.server.ts';
import {
  compareTexts,
  richTextToPlain,
  type ComparedRow,
  type ItemKind,
} from '#lib/platform/index.ts';
import { findChannel } from '#lib/plans/index.ts';
import { getActKinds } from '#lib/plans/index.server.ts';
import { Article } from './article.ts';
import { showAttachments } from './attachments/attachments.server.ts';
import type { ShownAttachment } from './attachments/attachments.ts';
import { checkArticle, type ArticleFault } from './checks.ts';
import { compareFields, type FieldNames } from './compare-fields.ts';
import { readCheckFacts } from './facts.server.ts';
import { selectWithWords } from './newest-words.server.ts';
import { writtenSections } from './pages/site-sections.server.ts';
import { requireCan } from './permissions.ts';
import { listPrints, type Print } from './prints.server.ts';
import { SECTIONS } from './sections.ts';
import { articleOf } from './write.server.ts';

/** The newest edition of every article, or of every page of the office, last changed first. */
export async function listArticles(
  tx: Tx,
  page: { readonly size: number; readonly start: number },
  kind: ItemKind = 'article',
): Promise<EditionSummary[]> {
  requireCan(tx.actor, 'article.see', {});
  return listItems(tx, kind, page);
}

export interface ArticleDesk {
  readonly edition: EditionView;
  readonly article: Article;
  readonly faults: readonly ArticleFault[];
  readonly attachments: readonly ShownAttachment[];
  readonly editions: readonly EditionSummary[];
  readonly revisions: readonly { revision: number; madeBy: string; madeAt: string }[];
  readonly people: { submitted: string | null; approved: string | null };
  /** What the reader typed and didn't save. */
  readonly draft: { base: number; article: Article; savedAt: string } | null;
}

/** Everything the desk shows of an edition. @throws LoaError `edition.not-found` */
export async function getArticle(tx: Tx, editionId: string): Promise<ArticleDesk> {
  requireCan(tx.actor, 'article.see', {});
  const edition = await getEdition(tx, editionId);
  const article = articleOf(edition);
  const positions = await listPositions(tx);
  const nameOf = (id: string | null) => (id === null ? null : (positions.get(id) ?? null));
  const draft = await findDraft(tx, editionId);
  return {
    edition,
    article,
    attachments: await showAttachments(tx, article.attachments),
    faults: checkArticle(article, await readCheckFacts(tx, article)),
    editions: await listEditions(tx, edition.itemId),
    revisions: (await listRevisions(tx, editionId)).map(({ revision, madeBy, madeAt }) => ({
      revision,
      madeAt,
      madeBy: nameOf(madeBy) ?? 'Hệ thống',
    })),
    people: {
      submitted: nameOf(edition.submittedBy),
      approved: edition.approvedAs ?? nameOf(edition.approvedBy),
    },
    draft: draft
      ? {
          base: draft.base,
          savedAt: draft.savedAt,
          article: Article.parse(JSON.parse(draft.content)),
        }
      : null,
  };
}

/** Says that the actor has the article open. @returns positions of the others */
export async function openArticle(tx: Tx, editionId: string): Promise<string[]> {
  requireCan(tx.actor, 'article.see', {});
  return bePresent(tx, editionId);
}

export interface Comparison {
  readonly before: EditionSummary;
  readonly after: EditionSummary;
  readonly title: readonly ComparedRow[];
  readonly summary: readonly ComparedRow[];
  readonly body: readonly ComparedRow[];
  /** What differs beside the words, a sentence each. */
  readonly fields: readonly string[];
}

/** Any two editions side by side. */
export async function compareArticles(
  tx: Tx,
  beforeId: string,
  afterId: string,
): Promise<Comparison> {
  requireCan(tx.actor, 'article.see', {});
  const before = await getEdition(tx, beforeId);
  const after = await getEdition(tx, afterId);
  const [old, fresh] = [articleOf(before), articleOf(after)];
  return {
    before,
    after,
    title: compareTexts(old.title, fresh.title),
    summary: compareTexts(old.summary, fresh.summary),
    body: compareTexts(richTextToPlain(old.body), richTextToPlain(fresh.body)),
    fields: compareFields(old, fresh, await readFieldNames(tx, [...old.topics, ...fresh.topics])),
  };
}

async function readFieldNames(tx: Tx, topicIds: readonly string[]): Promise<FieldNames> {
  const units = await tx.db.selectFrom('unit').select(['id', 'name']).execute();
  const topics =
    topicIds.length === 0
      ? []
      : await tx.db
          .selectFrom('plan_topic')
          .select(['id', 'label'])
          .where('id', 'in', [...topicIds])
          .execute();
  const sections = [...SECTIONS, ...writtenSections()];
  return {
    section: (id) => sections.find((one) => one.id === id)?.name ?? id,
    topic: (id) => topics.find((one) => one.id === id)?.label ?? '',
    unit: (id) => units.find((one) => one.id === id)?.name ?? '',
    channel: (id) => findChannel(getActKinds(), id)?.name ?? '',
  };
}

export interface NamingArticle {
  readonly editionId: string;
  readonly title: string;
  readonly status: EditionSummary['status'];
  /** Nobody approved it. */
  readonly forced: boolean;
  /** What was looked for and found in it. */
  readonly names: readonly string[];
  /** The papers made from it; none of what nobody reads yet. */
  readonly prints: readonly Print[];
  /**
   * What else everybody meets is made of it with every edition: the words for the loudspeaker and for
   * groups; and a recording that a person would have to read anew. Pages of the office have none.
   */
  readonly derived: readonly (typeof DERIVED)[number][];
}

const DERIVED = ['radio', 'chat', 'recording'] as const;
const NAMING = ['draft', 'submitted', 'approved', 'scheduled', 'published'];

/**
 * Articles and pages of the office that speak of something, such as a procedure that changes: those
 * everybody reads, with the papers made from them, and those on their way there.
 * @param find what a text (the article's title, summary and words as stored) speaks of
 */
export async function listArticlesNaming(
  tx: Tx,
  find: (text: string) => readonly string[],
): Promise<NamingArticle[]> {
  requireCan(tx.actor, 'article.see', {});
  const rows = await selectWithWords(tx)
    .leftJoin('article_audio as audio', (join) =>
      join
        .onRef('audio.commune_id', '=', 'edition.commune_id')
        .onRef('audio.edition_id', '=', 'edition.id'),
    )
    .select(['edition.id', 'edition.item_id', 'edition.kind', 'edition.title', 'edition.status'])
    .select(['edition.approved_how', 'revision.content', 'audio.voice'])
    .where('edition.status', 'in', NAMING)
    .orderBy('edition.changed_at', 'desc')
    .orderBy('edition.id')
    .execute();
  const found: NamingArticle[] = [];
  for (const row of rows) {
    const { id, item_id: itemId, kind, title, content, voice } = row;
    const names = find(content);
    if (names.length === 0) continue;
    const status = row.status as EditionSummary['status'];
    const forced = row.approved_how === 'forced';
    const prints = status === 'published' ? await listPrints(tx, itemId) : [];
    const isRead = status === 'published' && kind === 'article';
    const derived = isRead
      ? DERIVED.filter((one) => one !== 'recording' || voice === 'person')
      : [];
    found.push({ editionId: id, title, status, forced, names, prints, derived });
  }
  return found;
}

/** So many of the newest articles are looked through for a word. */
const LOOKED_THROUGH = 500;

/**
 * Live articles, newest first, that hold these words in any case: title, summary and text, as plain words.
 * Only the newest are looked through; what is older than those is no news.
 */
export async function listArticlesHolding(
  tx: Tx,
  words: string,
): Promise<{ readonly edition: EditionSummary; readonly text: string }[]> {
  const newest = await listPublicArticles(tx, {}, { size: LOOKED_THROUGH, start: 0 });
  if (newest.length === 0) return [];
  const rows = await selectWithWords(tx)
    .select(['edition.id', 'revision.content'])
    .where(
      'edition.id',
      'in',
      newest.map(({ id }) => id),
    )
    .where(sql<boolean>`strpos(lower(revision.content), ${words.toLocaleLowerCase('vi')}) > 0`)
    .execute();
  const texts = new Map(rows.map(({ id, content }) => [id, content]));
  return newest.flatMap((edition) => {
    const content = texts.get(edition.id);
    if (content === undefined) return [];
    const { title, summary, body } = articleOf({ content });
    return [{ edition, text: [title, summary, richTextToPlain(body)].join('\n') }];
  });
}

export interface PublicArticle {
  readonly edition: EditionView;
  readonly article: Article;
  readonly unitName: string | null;
  readonly topics: readonly { id: string; number: string | null; label: string }[];
  readonly attachments: readonly ShownAttachment[];
}

/** What everybody may read under an address; a withdrawn one too, the page says how. */
export async function findPublicArticle(
  tx: Tx,
  slug: string,
  kind: ItemKind = 'article',
): Promise<PublicArticle | undefined> {
  const edition = await findPublicEdition(tx, kind, slug);
  if (!edition) return undefined;
  const article = articleOf(edition);
  const unit = article.unitId
    ? await tx.db
        .selectFrom('unit')
        .select('name')
        .where('id', '=', article.unitId)
        .executeTakeFirst()
    : undefined;
  const topics =
    article.topics.length > 0
      ? await tx.db
          .selectFrom('plan_topic')
          .select(['id', 'number', 'label'])
          .where('id', 'in', [...article.topics])
          .where(({ exists, selectFrom }) =>
            // A topic's words are public with its plan.
            exists(
              selectFrom('plan')
                .select('plan.id')
                .whereRef('plan.commune_id', '=', 'plan_topic.commune_id')
                .whereRef('plan.id', '=', 'plan_topic.plan_id')
                .where('plan.published_at', 'is not', null),
            ),
          )
          .orderBy('position')
          .execute()
      : [];
  const attachments = await showAttachments(tx, article.attachments);
  return { edition, article, unitName: unit?.name ?? null, topics, attachments };
}

/** Live articles, newest first. */
export function listPublicArticles(
  tx: Tx,
  filter: Omit<PublicFilter, 'kind'>,
  page: { readonly size: number; readonly start: number },
): Promise<EditionSummary[]> {
  return listPublicEditions(tx, { ...filter, kind: 'article' }, page);
}

export function countPublicArticles(tx: Tx, filter: Omit<PublicFilter, 'kind'>): Promise<number> {
  return countPublicEditions(tx, { ...filter, kind: 'article' });
}
