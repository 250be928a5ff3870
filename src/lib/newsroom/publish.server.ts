// Making articles public and taking them off: past the privacy guard, into search, said by an event.
import {
  defineJob,
  dropSearchEntry,
  getEdition,
  inCommune,
  listDueEditions,
  listOwnContacts,
  logFailure,
  publishEdition,
  putSearchEntry,
  scheduleEdition,
  unscheduleEdition,
  withdrawEdition,
  type Tx,
  type Withdrawal,
} from '#lib/platform/index.server.ts';
import {
  editionError,
  findPersonalData,
  nameHit,
  richTextToPlain,
  statusWord,
  systemJob,
  listInError,
} from '#lib/platform/index.ts';
import { vietnamDate, type Instant } from '#lib/vietnam/index.ts';
import { publicArticleUrl, type Article } from './article.ts';
import { showAttachments } from './attachments/attachments.server.ts';
import { attachmentDoubts } from './attachments/attachments.ts';
import { articleError } from './errors.ts';
import { readSiteSections } from './pages/site-sections.server.ts';
import { publicPageUrl } from './pages/site-sections.ts';
import { requireCan } from './permissions.ts';
import { articleOf } from './write.server.ts';
import { findSection } from './sections.ts';

/** `confirm`: personal data that was found is public by law or by the person's own will. */
export type PrivacyAnswer = 'refuse' | 'confirm';

/** Publishes an approved article now. @throws LoaError `article.personal-data`, `edition.*` */
export async function publishArticle(
  tx: Tx,
  editionId: string,
  answer: PrivacyAnswer,
): Promise<string> {
  requireCan(tx.actor, 'article.publish', {});
  return putOut(tx, editionId, answer);
}

/** Sets the hour of publication; what the guard says is asked now, while somebody is there to answer. */
export async function scheduleArticle(
  tx: Tx,
  editionId: string,
  at: Instant,
  answer: PrivacyAnswer,
): Promise<void> {
  requireCan(tx.actor, 'article.publish', {});
  await guard(tx, articleOf(await getEdition(tx, editionId)), answer);
  await scheduleEdition(tx, editionId, at);
}

/**
 * Another hour for what has one. The guard isn't asked again: the words are those it let pass.
 * @throws LoaError `edition.wrong-status`, `edition.time-past`
 */
export async function rescheduleArticle(tx: Tx, editionId: string, at: Instant): Promise<void> {
  requireCan(tx.actor, 'article.publish', {});
  const edition = await getEdition(tx, editionId);
  if (edition.status !== 'scheduled') {
    throw editionError('edition.wrong-status', {
      step: 'đổi giờ đăng',
      status: statusWord(edition).toLowerCase(),
    });
  }
  await scheduleEdition(tx, editionId, at);
}

export async function unscheduleArticle(tx: Tx, editionId: string): Promise<void> {
  requireCan(tx.actor, 'article.publish', {});
  await unscheduleEdition(tx, editionId);
}

export async function withdrawArticle(tx: Tx, editionId: string, why: Withdrawal): Promise<void> {
  requireCan(tx.actor, 'article.withdraw', {});
  const { itemId } = await getEdition(tx, editionId);
  await withdrawEdition(tx, editionId, why);
  await dropSearchEntry(tx, itemId);
}

async function putOut(tx: Tx, editionId: string, answer: PrivacyAnswer): Promise<string> {
  const edition = await getEdition(tx, editionId);
  const article = articleOf(edition);
  const confirmed = await guard(tx, article, answer);
  const isPage = edition.kind === 'page';
  // The first page of a section stands under the section's own name, which no page of another takes away.
  const wish = isPage
    ? { first: article.section, spared: new Set(readSiteSections().sections.map(({ id }) => id)) }
    : {};
  const { slug, publicAt, number, minor, itemId } = await publishEdition(tx, editionId, wish);
  await putSearchEntry(tx, {
    id: itemId,
    kind: edition.kind,
    url: isPage ? publicPageUrl(slug) : publicArticleUrl(slug),
    title: article.title,
    summary: article.summary,
    body: [
      richTextToPlain(article.body),
      ...(article.attachments ?? []).map(({ title }) => title),
    ].join('\n'),
    publishedOn: vietnamDate(publicAt),
    topic: findSection(article.section)?.name,
  });
  const subject = { type: 'item', id: itemId };
  const data = { edition: editionId, number, minor, slug, confirmed };
  if (isPage) {
    tx.record({
      kind: 'page.published',
      subject,
      data: { ...data, section: article.section },
    });
    return slug;
  }
  tx.record({
    kind: 'article.published',
    subject,
    data: { ...data, topics: article.topics, unit: article.unitId, channel: 'portal' },
  });
  return slug;
}

/** @returns whether something was found and confirmed */
async function guard(tx: Tx, article: Article, answer: PrivacyAnswer): Promise<boolean> {
  const { title, summary, body, attachments = [] } = article;
  const names = attachments.map((attachment) => attachment.title);
  const words = [title, summary, richTextToPlain(body), ...names].join('\n');
  const hits = findPersonalData(words, await listOwnContacts(tx));
  const found = [...hits.map(nameHit), ...attachmentDoubts(await showAttachments(tx, attachments))];
  if (found.length === 0) return false;
  if (answer === 'confirm') return true;
  throw articleError('article.personal-data', { found: listInError(found, ', ') }, 'privacy');
}

/** The job's name, as events show it. */
export const PUBLISH_JOB = 'articles.publish-due';

/** Publishes what is due, each on its own: one that fails keeps no other back. */
export async function publishDueArticles(communeId: string, now?: string): Promise<number> {
  const as = { write: true, actor: systemJob(PUBLISH_JOB), ...(now !== undefined && { now }) };
  const due = await inCommune(communeId, (tx) => listDueEditions(tx, ['article', 'page']), as);
  let published = 0;
  for (const id of due) {
    try {
      // Confirmed when it was scheduled; an approved revision can't have changed since.
      await inCommune(communeId, (tx) => putOut(tx, id, 'confirm'), as);
      published += 1;
    } catch (failure) {
      logFailure(failure, PUBLISH_JOB);
    }
  }
  return published;
}

defineJob({
  name: PUBLISH_JOB,
  everyMinutes: 5,
  onlyWhileOpen: true,
  run: async (communeId) => {
    await publishDueArticles(communeId);
  },
});
