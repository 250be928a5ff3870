// Pages of the office against a real database: written and approved as articles are, under a lasting address
// of their own, apart from the news, and read again from time to time.
import { beforeAll, describe, expect, it } from 'vitest';
import { inCommune, newId, readEvents, searchPublic, type Tx } from '#lib/platform/index.server.ts';
import { parseMarkup, thePublic, type Actor } from '#lib/platform/index.ts';
import { addAccounts, useTestDatabase } from '#lib/platform/testing.server.ts';
import { NOW, person } from '#lib/plans/testing.server.ts';
import type { Article } from '../article.ts';
import { makePrint } from '../prints.server.ts';
import { publishArticle, publishDueArticles, scheduleArticle } from '../publish.server.ts';
import { findPublicArticle, getArticle, listArticles, listPublicArticles } from '../read.server.ts';
import { approveArticle, saveArticle, startArticle, submitArticle } from '../write.server.ts';
import { listOfficePages, reviewPage } from './office-pages.server.ts';

const database = useTestDatabase();
const LATER = '2023-09-15T01:00:00.000Z';

const editor = person('editor');
const leader = person('leader');

beforeAll(() => as(editor, (tx) => addAccounts(tx, editor, leader)));

function as<T>(actor: Actor, work: (tx: Tx) => Promise<T>, now = NOW): Promise<T> {
  return inCommune(database().communeId, work, { write: true, actor, now });
}

const content = (given: Partial<Article> = {}): Article => ({
  title: 'Lịch sử xã nhà',
  summary: 'Xã có từ bao giờ.',
  section: 'lich-su',
  body: parseMarkup('Xã lập năm ấy, do hai làng nhập lại.'),
  topics: [],
  unitId: null,
  ...given,
});

async function approved(given: Partial<Article> = {}): Promise<string> {
  const article = content(given);
  const id = await as(editor, (tx) =>
    startArticle(tx, { clientKey: newId(), article, kind: 'page' }),
  );
  await as(editor, (tx) => submitArticle(tx, id));
  await as(leader, (tx) => approveArticle(tx, id, 1));
  return id;
}
const published = async (given: Partial<Article> = {}) => {
  const id = await approved(given);
  const slug = await as(editor, (tx) => publishArticle(tx, id, 'refuse'));
  return { id, slug };
};
const refusal = (code: string) => expect.objectContaining({ code });

describe('a page of the office', () => {
  it('stands under the name of its section, the next one under its title, and is found', async () => {
    const first = await published();
    const second = await published({ title: 'Lịch sử đình làng' });
    expect([first.slug, second.slug]).toEqual(['lich-su', 'lich-su-dinh-lang']);
    const shown = await as(thePublic, (tx) => findPublicArticle(tx, 'lich-su', 'page'));
    expect(shown?.article.title).toBe('Lịch sử xã nhà');
    const found = await as(thePublic, (tx) => searchPublic(tx, 'hai lang', { size: 9, start: 0 }));
    expect(found.hits.map(({ url }) => url)).toContain('/thong-tin/lich-su');
  });

  it('never takes the name of another section, which is waiting for that section’s own page', async () => {
    const stray = await published({ title: 'Quy hoạch', section: 'lich-su' });
    expect(stray.slug).toBe('quy-hoach-2023-06-30');
    const own = await published({ title: 'Đất đai năm nay', section: 'quy-hoach' });
    expect(own.slug).toBe('quy-hoach');
  });

  it('is no news and no act of publicity, and no article is a page', async () => {
    const { slug } = await published({ title: 'Chức năng của xã', section: 'to-chuc' });
    expect(await as(thePublic, (tx) => findPublicArticle(tx, slug))).toBeUndefined();
    const everything = { size: 99, start: 0 };
    const news = await as(thePublic, (tx) => listPublicArticles(tx, {}, everything));
    expect(news.map((article) => article.slug)).not.toContain(slug);
    const written = await as(editor, (tx) => listArticles(tx, everything));
    expect(written.map((article) => article.slug)).not.toContain(slug);
    const pages = await as(editor, (tx) => listArticles(tx, everything, 'page'));
    expect(pages.map((page) => page.slug)).toContain(slug);
    const kinds = (await as(editor, (tx) => readEvents(tx))).map(({ kind }) => kind);
    expect(kinds).toContain('page.published');
    expect(kinds).not.toContain('article.published');
    expect(kinds).not.toContain('arrival.came');
  });

  it('belongs to a section that the office writes, and stays among them', async () => {
    const start = (section: string, kind?: 'page') =>
      as(editor, (tx) =>
        startArticle(tx, {
          clientKey: newId(),
          article: content({ section }),
          ...(kind && { kind }),
        }),
      );
    await expect(start('thu-tuc', 'page')).rejects.toEqual(refusal('article.unknown-section'));
    await expect(start('doi-song', 'page')).rejects.toEqual(refusal('article.unknown-section'));
    await expect(start('lich-su')).rejects.toEqual(refusal('article.unknown-section'));
    const id = await start('lich-su', 'page');
    const saving = { base: 1, minor: false, changeNote: '' };
    await expect(
      as(editor, (tx) =>
        saveArticle(tx, id, { ...saving, article: content({ section: 'doi-song' }) }),
      ),
    ).rejects.toEqual(refusal('article.unknown-section'));
  });

  it('is not submitted while a place of its scaffold is open', async () => {
    const body = parseMarkup('Rộng (điền: diện tích) héc-ta.');
    await expect(approved({ body })).rejects.toEqual(refusal('article.not-ready'));
  });

  it('passes the privacy guard, and comes out by itself at its hour', async () => {
    const body = parseMarkup('Hỏi ông trưởng thôn, số căn cước 001090012345.');
    const secret = await approved({ body, title: 'Thôn ta' });
    await expect(as(editor, (tx) => publishArticle(tx, secret, 'refuse'))).rejects.toEqual(
      refusal('article.personal-data'),
    );
    const id = await approved({ title: 'Ngân sách năm nay', section: 'ngan-sach' });
    await as(editor, (tx) =>
      scheduleArticle(tx, id, '2023-06-30T05:00:00.000Z' as never, 'refuse'),
    );
    expect(await publishDueArticles(database().communeId, LATER)).toBe(1);
    const desk = await as(editor, (tx) => getArticle(tx, id));
    expect([desk.edition.status, desk.edition.slug]).toEqual(['published', 'ngan-sach']);
  });

  it('is printed as the page it is, not as a sheet with a code', async () => {
    const { id } = await published({ title: 'Bản đồ xã', section: 'dia-gioi' });
    await expect(as(editor, (tx) => makePrint(tx, id, 'sheet' as never))).rejects.toEqual(
      refusal('article.not-live'),
    );
  });
});

describe('reading a page again', () => {
  it('is said with its day by those who may', async () => {
    const { id, slug } = await published({ title: 'Di tích', section: 'van-hoa-di-san' });
    const lookedOn = async () =>
      (await as(thePublic, (tx) => listOfficePages(tx), LATER)).find((page) => page.slug === slug)
        ?.lookedOn;
    expect(await lookedOn()).toBe('2023-06-30');
    for (const actor of [person('member'), person('administrator'), thePublic]) {
      await expect(as(actor, (tx) => reviewPage(tx, id))).rejects.toEqual(
        refusal(actor === thePublic ? 'access.sign-in' : 'access.denied'),
      );
    }
    await as(leader, (tx) => reviewPage(tx, id), LATER);
    expect(await lookedOn()).toBe('2023-09-15');
    const last = (await as(editor, (tx) => readEvents(tx))).at(-1);
    expect([last?.kind, last?.data]).toEqual(['page.reviewed', { edition: id }]);
  });

  it('is refused for what nobody can read', async () => {
    const id = await approved({ title: 'Chưa đăng' });
    await expect(as(leader, (tx) => reviewPage(tx, id))).rejects.toEqual(refusal('page.not-live'));
  });
});
