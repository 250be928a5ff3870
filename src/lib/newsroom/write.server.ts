// Writing articles: each use case asks the room's table first, then takes the platform's step.
import {
  approveEdition,
  dropDraft,
  forceEdition,
  getEdition,
  keepDraft,
  restoreItem,
  returnEdition,
  reviseEdition,
  startEdition,
  startItem,
  submitEdition,
  trashItem,
  type EditionView,
  type Tx,
} from '#lib/platform/index.server.ts';
import { listInError, type ItemKind } from '#lib/platform/index.ts';
import { Article } from './article.ts';
import { keepAttachmentUses } from './attachments/attachments.server.ts';
import { checkArticle } from './checks.ts';
import { articleError } from './errors.ts';
import { readCheckFacts } from './facts.server.ts';
import { keepLinks } from './links/links.server.ts';
import { keepMediaUses } from './media/uses.server.ts';
import { writtenSections } from './pages/site-sections.server.ts';
import { requireCan } from './permissions.ts';
import { SECTIONS } from './sections.ts';

/** Begins an article, or a page of the office. @returns the id of its first edition */
export async function startArticle(
  tx: Tx,
  input: { readonly clientKey: string; readonly article: Article; readonly kind?: ItemKind },
): Promise<string> {
  requireCan(tx.actor, 'article.write', {});
  const { clientKey, article: content, kind = 'article' } = input;
  await requireKnown(tx, kind, content);
  const { editionId } = await startItem(tx, { kind, clientKey, content });
  await keepUses(tx, editionId, content);
  return editionId;
}

export interface SavingArticle {
  readonly article: Article;
  readonly base: number;
  readonly minor: boolean;
  readonly changeNote: string;
}

/** Saves a revision. @throws LoaError `edition.changed`, `article.unknown-*` */
export async function saveArticle(
  tx: Tx,
  editionId: string,
  saving: SavingArticle,
): Promise<number> {
  requireCan(tx.actor, 'article.write', {});
  await requireKnown(tx, (await getEdition(tx, editionId)).kind, saving.article);
  const { article: content, ...rest } = saving;
  const revision = await reviseEdition(tx, { editionId, content, ...rest });
  await keepUses(tx, editionId, content);
  return revision;
}

/** Keeps what is being typed. */
export async function keepArticleDraft(
  tx: Tx,
  editionId: string,
  draft: { readonly base: number; readonly article: Article },
): Promise<void> {
  requireCan(tx.actor, 'article.write', {});
  await keepDraft(tx, { editionId, base: draft.base, content: draft.article });
}

export async function dropArticleDraft(tx: Tx, editionId: string): Promise<void> {
  requireCan(tx.actor, 'article.write', {});
  await dropDraft(tx, editionId);
}

/** Opens a new edition over a live or withdrawn one. */
export async function correctArticle(tx: Tx, editionId: string): Promise<string> {
  requireCan(tx.actor, 'article.write', {});
  const opened = await startEdition(tx, editionId);
  await keepUses(tx, opened, articleOf(await getEdition(tx, opened)));
  return opened;
}

/** @throws LoaError `article.not-ready` while something in it must be put right */
export async function submitArticle(tx: Tx, editionId: string): Promise<void> {
  requireCan(tx.actor, 'article.write', {});
  await requireReady(tx, await getEdition(tx, editionId));
  await submitEdition(tx, editionId);
}

export async function returnArticle(tx: Tx, editionId: string, reason: string): Promise<void> {
  requireCan(tx.actor, 'article.approve', {});
  await returnEdition(tx, editionId, reason);
}

export async function approveArticle(tx: Tx, editionId: string, revision: number): Promise<void> {
  requireCan(tx.actor, 'article.approve', {});
  await approveEdition(tx, editionId, revision);
}

export async function forceArticle(tx: Tx, editionId: string, reason: string): Promise<void> {
  requireCan(tx.actor, 'article.force', {});
  await requireReady(tx, await getEdition(tx, editionId));
  await forceEdition(tx, editionId, reason);
}

export async function trashArticle(tx: Tx, itemId: string): Promise<void> {
  requireCan(tx.actor, 'article.trash', {});
  await trashItem(tx, itemId);
}

export async function restoreArticle(tx: Tx, itemId: string): Promise<void> {
  requireCan(tx.actor, 'article.trash', {});
  await restoreItem(tx, itemId);
}

/** Keeps what an edition's newest words show and carry. @throws LoaError `*.unknown-*` */
async function keepUses(tx: Tx, editionId: string, { body, attachments }: Article): Promise<void> {
  await keepMediaUses(tx, editionId, body);
  await keepAttachmentUses(tx, editionId, attachments ?? []);
  await keepLinks(tx, editionId, body);
}

export function articleOf(edition: { readonly content: string }): Article {
  return Article.parse(JSON.parse(edition.content));
}

async function requireReady(tx: Tx, edition: EditionView): Promise<void> {
  const faults = checkArticle(articleOf(edition), await readCheckFacts(tx, articleOf(edition)))
    .filter(({ severity }) => severity === 'error')
    .map(({ text }) => text.replace(/\.$/, ''));
  if (faults.length > 0) throw articleError('article.not-ready', { faults: listInError(faults) });
}

async function requireKnown(
  tx: Tx,
  kind: ItemKind,
  { section, topics, unitId }: Article,
): Promise<void> {
  const sections = kind === 'page' ? writtenSections() : SECTIONS;
  if (!sections.some(({ id }) => id === section)) {
    throw articleError('article.unknown-section', {}, 'section');
  }
  if (topics.length > 0) {
    const known = await tx.db
      .selectFrom('plan_topic')
      .innerJoin('plan', (join) =>
        join
          .onRef('plan.commune_id', '=', 'plan_topic.commune_id')
          .onRef('plan.id', '=', 'plan_topic.plan_id'),
      )
      .select('plan_topic.id')
      .where('plan_topic.id', 'in', [...topics])
      .where('plan.status', '=', 'confirmed')
      .execute();
    if (known.length < new Set(topics).size)
      throw articleError('article.unknown-topic', {}, 'topics');
  }
  if (unitId === null) return;
  const unit = await tx.db
    .selectFrom('unit')
    .select('valid_to')
    .where('id', '=', unitId)
    .executeTakeFirst();
  if (!unit || (unit.valid_to !== null && unit.valid_to < tx.today)) {
    throw articleError('article.unknown-unit', {}, 'unitId');
  }
}
