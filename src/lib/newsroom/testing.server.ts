// What the database tests of this room stand on: people of an office, and articles at every step of their
// way.
import { beforeAll, expect } from 'vitest';
import { inCommune, newId, type Tx } from '#lib/platform/index.server.ts';
import { parseMarkup, thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import type { Article } from './article.ts';
import { publishArticle } from './publish.server.ts';
import { findPublicArticle, getArticle } from './read.server.ts';
import { approveArticle, correctArticle, startArticle, submitArticle } from './write.server.ts';

/** 30 June 2023, eight in the morning in Vietnam, and noon of that day. */
export const NOW = '2023-06-30T01:00:00.000Z';
export const LATER = '2023-06-30T05:00:00.000Z';

export function person(role: Role, id: string = newId()): Actor {
  return { kind: 'person', accountId: id, name: 'Công chức', roles: [role], unitIds: [] };
}

/** Who writes, and two who approve; the first two have accounts in the office of `useNewsroom`. */
export const editor = person('editor');
export const leader = person('leader');
export const chief = person('leader');

export const refusal = (code: string) => expect.objectContaining({ code });

/** A word no other text has; digits might read as a telephone number. */
export function ownWord(): string {
  return newId().replaceAll(/[\d-]/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
}

/** An article like no other. */
export function article(given: Partial<Article> = {}): Article {
  return {
    title: `Trả kết quả tại nhà ${ownWord().slice(-6)}`,
    summary: 'Từ tháng bảy, người già được trả kết quả tại nhà.',
    section: 'cai-cach-hanh-chinh',
    body: parseMarkup('Bộ phận một cửa phục vụ **tại nhà** người trên tám mươi tuổi.'),
    topics: [],
    unitId: null,
    ...given,
  };
}

/** An office of the test file's own, with what people do in its newsroom. */
export function useNewsroom() {
  const database = useTestDatabase();
  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>, now = NOW) =>
    inCommune(database().communeId, work, { write: true, actor, now });
  const start = (given: Partial<Article> = {}, actor = editor) =>
    as(actor, (tx) => startArticle(tx, { clientKey: newId(), article: article(given) }));
  async function approved(given: Partial<Article> = {}): Promise<string> {
    const id = await start(given);
    await as(editor, (tx) => submitArticle(tx, id));
    await as(leader, (tx) => approveArticle(tx, id, 1));
    return id;
  }
  async function published(given: Partial<Article> = {}): Promise<{ id: string; slug: string }> {
    const id = await approved(given);
    return { id, slug: await as(editor, (tx) => publishArticle(tx, id, 'refuse')) };
  }
  /** Puts out a next edition with the same words. @returns its id */
  async function next(id: string): Promise<string> {
    const second = await as(editor, (tx) => correctArticle(tx, id));
    await as(editor, (tx) => submitArticle(tx, second));
    await as(leader, (tx) => approveArticle(tx, second, 1));
    await as(editor, (tx) => publishArticle(tx, second, 'refuse'));
    return second;
  }
  const shown = (slug: string) => as(thePublic, (tx) => findPublicArticle(tx, slug));
  const statusOf = (id: string) =>
    as(editor, async (tx) => (await getArticle(tx, id)).edition.status);

  beforeAll(() => inCommune(database().communeId, insertAccounts, { write: true, now: NOW }));
  return { database, as, start, approved, published, next, shown, statusOf };
}

async function insertAccounts(tx: Tx): Promise<void> {
  for (const [name, actor] of [
    ['Thư ký biên tập', editor],
    ['Chủ tịch', leader],
  ] as const) {
    if (actor.kind !== 'person') continue;
    const of = { commune_id: tx.communeId, account_id: actor.accountId };
    await tx.db
      .insertInto('account')
      .values({
        ...{ commune_id: tx.communeId, id: actor.accountId, login: newId(), name },
        ...{ password_hash: 'x', created_at: NOW },
      })
      .execute();
    const roles = actor.roles.map((role) => ({ ...of, role }));
    await tx.db.insertInto('account_role').values(roles).execute();
  }
}
