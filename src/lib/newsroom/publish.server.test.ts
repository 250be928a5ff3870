// Articles made public, corrected and withdrawn against a real database, and by whom.
import { describe, expect, test } from 'vitest';
import { inCommune, newId, readEvents, searchPublic, type Tx } from '#lib/platform/index.server.ts';
import { type Actor, parseMarkup, thePublic } from '#lib/platform/index.ts';
import { addTestCommune } from '#lib/platform/testing.server.ts';
import { makePreviewLink, openPreview } from './links.server.ts';
import {
  publishArticle,
  publishDueArticles,
  scheduleArticle,
  unscheduleArticle,
  withdrawArticle,
} from './publish.server.ts';
import {
  compareArticles,
  countPublicArticles,
  findPublicArticle,
  getArticle,
  listArticles,
  listPublicArticles,
} from './read.server.ts';
import {
  article,
  editor,
  LATER,
  leader,
  NOW,
  person,
  refusal,
  useNewsroom,
} from './testing.server.ts';
import {
  approveArticle,
  correctArticle,
  forceArticle,
  returnArticle,
  saveArticle,
  startArticle,
  submitArticle,
  trashArticle,
} from './write.server.ts';

const { database, as, start, approved, published, shown, statusOf } = useNewsroom();

describe('publication', () => {
  test('is found by everybody: address, list, search; and says so', async () => {
    const { id, slug } = await published({
      title: 'Khám bệnh lưu động ở thôn Nội',
      section: 'doi-song',
    });
    expect(slug).toBe('kham-benh-luu-dong-o-thon-noi');
    expect((await shown(slug))?.article.title).toContain('Khám bệnh');
    const listed = await as(thePublic, (tx) =>
      listPublicArticles(tx, { section: 'doi-song' }, { size: 5, start: 0 }),
    );
    expect(listed.map((one) => one.slug)).toEqual([slug]);
    expect(await as(thePublic, (tx) => countPublicArticles(tx, { section: 'doi-song' }))).toBe(1);
    const found = await as(thePublic, (tx) =>
      searchPublic(tx, 'kham benh luu dong', { size: 5, start: 0 }),
    );
    expect(found.hits[0]?.url).toBe(`/tin/${slug}`);
    const { itemId } = (await as(editor, (tx) => getArticle(tx, id))).edition;
    const events = await as(editor, (tx) =>
      readEvents(tx, { subject: { type: 'item', id: itemId } }),
    );
    expect(events.at(-1)).toMatchObject({
      kind: 'article.published',
      data: { slug, channel: 'portal' },
    });
    expect(JSON.stringify(events)).not.toContain('Khám bệnh');
  });

  test('of what nobody approved is refused', async () => {
    const id = await start();
    await expect(as(editor, (tx) => publishArticle(tx, id, 'refuse'))).rejects.toEqual(
      refusal('edition.wrong-status'),
    );
  });

  test('stops at personal data until somebody answers for it', async () => {
    const body = parseMarkup('Liên hệ ông trưởng thôn, số 0912 345 678.');
    const id = await approved({ body });
    await expect(as(editor, (tx) => publishArticle(tx, id, 'refuse'))).rejects.toEqual(
      refusal('article.personal-data'),
    );
    await expect(as(editor, (tx) => scheduleArticle(tx, id, LATER, 'refuse'))).rejects.toEqual(
      refusal('article.personal-data'),
    );
    await as(editor, (tx) => publishArticle(tx, id, 'confirm'));
    expect(await statusOf(id)).toBe('published');
  });

  test('two of one title have two addresses', async () => {
    const one = await published({ title: 'Lịch tiếp dân' });
    const two = await published({ title: 'Lịch tiếp dân' });
    expect(two.slug).not.toBe(one.slug);
    // On the same day once more, and once more.
    const more = [
      await published({ title: 'LỊCH tiếp dân!' }),
      await published({ title: 'Lịch tiếp dân' }),
    ];
    const slugs = [one, two, ...more].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(4);
    expect(slugs.slice(0, 2)).toEqual(['lich-tiep-dan', 'lich-tiep-dan-2023-06-30']);
    for (const slug of slugs) expect((await shown(slug))?.edition.slug).toBe(slug);
  });

  test('two of one title that come out at the same moment have two addresses too', async () => {
    const title = 'Cấp nước sạch trở lại';
    const ids = [await approved({ title }), await approved({ title }), await approved({ title })];
    const slugs = await Promise.all(
      ids.map((id) => as(editor, (tx) => publishArticle(tx, id, 'refuse'))),
    );
    expect(new Set(slugs).size).toBe(3);
  });

  test('of a title without a letter that an address could have is under a name of its own', async () => {
    const [one, two] = [await published({ title: '!!! ???' }), await published({ title: '…' })];
    expect(one.slug).toBe('bai-viet');
    expect(two.slug).toMatch(/^bai-viet-/);
  });

  test('of a title that never ends is under a short address, and found there', async () => {
    const title = 'Thông báo về việc cấp nước sạch '.repeat(63).trim();
    expect(title.length).toBeGreaterThan(2000);
    const { slug } = await published({ title });
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug).toMatch(/^thong-bao-ve-viec-cap-nuoc-sach-.*[a-z]$/);
    expect((await shown(slug))?.article.title).toBe(title);
    // All in one word, in letters of several bytes.
    const word = await published({ title: 'Ưỡ'.repeat(1000) });
    expect(word.slug).toBe('uo'.repeat(40));
  });

  test('at a set hour comes when a job looks, also late, and once', async () => {
    const id = await approved();
    await expect(as(editor, (tx) => scheduleArticle(tx, id, NOW, 'refuse'))).rejects.toEqual(
      refusal('edition.time-past'),
    );
    await as(editor, (tx) => scheduleArticle(tx, id, LATER, 'refuse'));
    expect(await publishDueArticles(database().communeId, NOW)).toBe(0);
    expect(await publishDueArticles(database().communeId, '2023-07-03T01:00:00.000Z')).toBe(1);
    expect(await publishDueArticles(database().communeId, '2023-07-03T01:00:00.000Z')).toBe(0);
    expect(await statusOf(id)).toBe('published');
  });

  test('a schedule can be taken back', async () => {
    const id = await approved();
    await as(editor, (tx) => scheduleArticle(tx, id, LATER, 'refuse'));
    await as(editor, (tx) => unscheduleArticle(tx, id));
    expect(await publishDueArticles(database().communeId, '2023-07-03T01:00:00.000Z')).toBe(0);
  });

  test('a preview shows what isn’t public, until it is', async () => {
    const id = await approved();
    const name = await as(editor, (tx) => makePreviewLink(tx, id));
    const look = (now = NOW) =>
      inCommune(database().communeId, (tx) => openPreview(tx, name), { actor: thePublic, now });
    expect((await look()).status).toBe('approved');
    await expect(look('2023-07-30T01:00:00.000Z')).rejects.toEqual(refusal('preview.gone'));
    await as(editor, (tx) => publishArticle(tx, id, 'refuse'));
    await expect(look()).rejects.toEqual(refusal('preview.gone'));
  });
});

describe('after publication', () => {
  async function corrected(minor: boolean) {
    const { id, slug } = await published();
    const next = await as(editor, (tx) => correctArticle(tx, id));
    await as(editor, (tx) =>
      saveArticle(tx, next, {
        article: article({ title: 'Tên đã sửa' }),
        base: 1,
        minor,
        changeNote: 'Sửa tên',
      }),
    );
    await as(editor, (tx) => submitArticle(tx, next));
    await as(leader, (tx) => approveArticle(tx, next, 2));
    const again = await as(editor, (tx) => publishArticle(tx, next, 'refuse'), LATER);
    return { id, next, slug, again };
  }

  test('a correction takes the place under the same address; both stand side by side', async () => {
    const { id, next, slug, again } = await corrected(false);
    expect(again).toBe(slug);
    expect(await statusOf(id)).toBe('superseded');
    expect((await shown(slug))?.edition).toMatchObject({ id: next, publicAt: LATER });
    const compared = await as(editor, (tx) => compareArticles(tx, id, next));
    expect(compared.title.map(({ kind }) => kind)).toEqual(['changed']);
    expect(compared.body.every(({ kind }) => kind === 'same')).toBe(true);
  });

  test('a minor one keeps the public date', async () => {
    const { slug } = await corrected(true);
    expect((await shown(slug))?.edition.publicAt).toBe(NOW);
  });

  test('only one edition is open at a time', async () => {
    const { id } = await published();
    await as(editor, (tx) => correctArticle(tx, id));
    await expect(as(editor, (tx) => correctArticle(tx, id))).rejects.toEqual(
      refusal('edition.unchanged-number'),
    );
  });

  test.each(['error', 'withdrawn'] as const)(
    '%s: taken off with a reason, out of lists and search',
    async (how) => {
      const word = `rutbai${how}`;
      const { id, slug } = await published({ title: `Bài ${word}` });
      await expect(
        as(editor, (tx) => withdrawArticle(tx, id, { how, reason: '' })),
      ).rejects.toEqual(refusal('edition.reason-needed'));
      await as(editor, (tx) => withdrawArticle(tx, id, { how, reason: 'Sai ngày' }));
      expect((await shown(slug))?.edition).toMatchObject({
        status: 'withdrawn',
        withdrawnHow: how,
        withdrawnReason: 'Sai ngày',
      });
      expect(
        (await as(thePublic, (tx) => searchPublic(tx, word, { size: 5, start: 0 }))).total,
      ).toBe(0);
    },
  );

  test('replaced: leads to a page of the commune and nowhere else', async () => {
    const { id } = await published();
    const withdraw = (replacedBy: string) =>
      as(editor, (tx) =>
        withdrawArticle(tx, id, { how: 'replaced', reason: 'Có bài mới', replacedBy }),
      );
    for (const bad of ['https://a.example', '//a.example', '', '/\\a']) {
      await expect(withdraw(bad)).rejects.toEqual(refusal('edition.replacement-unknown'));
    }
    await withdraw('/tin/bai-moi');
  });

  test('what was withdrawn comes back through the whole way', async () => {
    const { id, slug } = await published();
    await as(editor, (tx) => withdrawArticle(tx, id, { how: 'withdrawn', reason: 'Hết hạn' }));
    const next = await as(editor, (tx) => correctArticle(tx, id));
    expect(await statusOf(next)).toBe('draft');
    await as(editor, (tx) => submitArticle(tx, next));
    await as(leader, (tx) => approveArticle(tx, next, 1));
    expect(await as(editor, (tx) => publishArticle(tx, next, 'refuse'))).toBe(slug);
  });
});

describe('who may not', () => {
  const member = person('member');
  const administrator = person('administrator');
  test.each<[string, Actor, (tx: Tx, id: string) => Promise<unknown>]>([
    ['see', thePublic, (tx) => listArticles(tx, { size: 1, start: 0 })],
    ['write', administrator, (tx) => startArticle(tx, { clientKey: newId(), article: article() })],
    ['approve', member, (tx, id) => approveArticle(tx, id, 1)],
    ['approve', editor, (tx, id) => approveArticle(tx, id, 1)],
    ['return', editor, (tx, id) => returnArticle(tx, id, 'không')],
    ['publish', member, (tx, id) => publishArticle(tx, id, 'refuse')],
    ['schedule', member, (tx, id) => scheduleArticle(tx, id, LATER, 'refuse')],
    ['force', editor, (tx, id) => forceArticle(tx, id, 'vì vội')],
    ['withdraw', member, (tx, id) => withdrawArticle(tx, id, { how: 'error', reason: 'sai' })],
    ['trash', member, (tx, id) => trashArticle(tx, id)],
    ['send a link', member, (tx, id) => makePreviewLink(tx, id)],
  ])('%s', async (_what, actor, work) => {
    const id = await start();
    await expect(as(actor, (tx) => work(tx, id))).rejects.toMatchObject({
      code: expect.stringMatching(/^access\./),
    });
  });

  test('another commune sees nothing of it', async () => {
    const other = await addTestCommune('xã khác', 'khac.example');
    const { slug } = await published();
    expect(
      await inCommune(other, (tx) => findPublicArticle(tx, slug), { actor: thePublic }),
    ).toBeUndefined();
  });
});
