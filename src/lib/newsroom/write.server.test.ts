// Writing and approving articles against a real database: by two people at once, at the desk and by link.
import { describe, expect, test } from 'vitest';
import { addHead, issuePin, makePin } from '#lib/plans/index.server.ts';
import { newId, readEvents } from '#lib/platform/index.server.ts';
import { thePublic } from '#lib/platform/index.ts';
import { approveArticleByLink, makeApprovalLink, openApproval } from './links.server.ts';
import { publishArticle } from './publish.server.ts';
import { getArticle, openArticle } from './read.server.ts';
import {
  article,
  chief,
  editor,
  leader,
  NOW,
  person,
  refusal,
  useNewsroom,
} from './testing.server.ts';
import {
  approveArticle,
  forceArticle,
  keepArticleDraft,
  restoreArticle,
  returnArticle,
  saveArticle,
  startArticle,
  submitArticle,
  trashArticle,
} from './write.server.ts';

const { database, as, start, published, shown, statusOf } = useNewsroom();

describe('writing', () => {
  test('begun twice with one key is begun once', async () => {
    const clientKey = newId();
    const begin = () => as(editor, (tx) => startArticle(tx, { clientKey, article: article() }));
    expect(await begin()).toBe(await begin());
  });

  test('the second save over the same revision is refused, and the same words are not', async () => {
    const id = await start();
    const save = (words: string, base: number, actor = editor) =>
      as(actor, (tx) =>
        saveArticle(tx, id, {
          article: article({ title: words }),
          base,
          minor: false,
          changeNote: '',
        }),
      );
    expect(await save('Một', 1)).toBe(2);
    await expect(save('Hai', 1, leader)).rejects.toEqual(refusal('edition.changed'));
    await expect(save('Hai', 1, leader)).rejects.toThrow('Thư ký biên tập');
    expect(await save('Hai', 2, leader)).toBe(3);
  });

  test('two at once: one saves, one is told', async () => {
    const id = await start();
    const save = (words: string) =>
      as(editor, (tx) =>
        saveArticle(tx, id, {
          article: article({ title: words }),
          base: 1,
          minor: false,
          changeNote: '',
        }),
      );
    const done = await Promise.allSettled([save('Một'), save('Hai')]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('what is typed is kept without an event, is its writer’s own, and goes with the save', async () => {
    const id = await start();
    const typed = article({ title: 'Đang gõ dở' });
    await as(editor, (tx) => keepArticleDraft(tx, id, { base: 1, article: typed }));
    expect(await as(editor, async (tx) => (await getArticle(tx, id)).draft?.article.title)).toBe(
      'Đang gõ dở',
    );
    expect(await as(leader, async (tx) => (await getArticle(tx, id)).draft)).toBeNull();
    const { edition } = await as(editor, (tx) => getArticle(tx, id));
    const events = await as(editor, (tx) =>
      readEvents(tx, { subject: { type: 'item', id: edition.itemId } }),
    );
    expect(events.map(({ kind }) => kind)).toEqual(['edition.started']);
    await as(editor, (tx) =>
      saveArticle(tx, id, { article: typed, base: 1, minor: false, changeNote: '' }),
    );
    expect(await as(editor, async (tx) => (await getArticle(tx, id)).draft)).toBeNull();
  });

  test('who has it open is seen by the others', async () => {
    const id = await start();
    expect(await as(editor, (tx) => openArticle(tx, id))).toEqual([]);
    expect(await as(leader, (tx) => openArticle(tx, id))).toEqual(['Thư ký biên tập']);
  });

  test('an article that says nothing is not submitted', async () => {
    const id = await start({ body: { type: 'doc', content: [] } });
    await expect(as(editor, (tx) => submitArticle(tx, id))).rejects.toEqual(
      refusal('article.not-ready'),
    );
  });

  test.each([
    ['a topic of no plan', { topics: [newId()] }, 'article.unknown-topic'],
    ['a unit of nowhere', { unitId: newId() }, 'article.unknown-unit'],
  ])('%s is refused', async (_what, given, code) => {
    await expect(start(given)).rejects.toEqual(refusal(code));
  });

  test('the bin gives back what it got, and takes nothing that was public', async () => {
    const id = await start();
    const { itemId } = (await as(editor, (tx) => getArticle(tx, id))).edition;
    await as(editor, (tx) => trashArticle(tx, itemId));
    await expect(as(editor, (tx) => submitArticle(tx, id))).rejects.toEqual(
      refusal('edition.trashed'),
    );
    await as(editor, (tx) => restoreArticle(tx, itemId));
    await as(editor, (tx) => submitArticle(tx, id));
    const live = await published();
    const liveItem = (await as(editor, (tx) => getArticle(tx, live.id))).edition.itemId;
    await expect(as(editor, (tx) => trashArticle(tx, liveItem))).rejects.toEqual(
      refusal('edition.was-public'),
    );
  });
});

describe('approval', () => {
  test('is never one’s own, and is of the revision that was read', async () => {
    const id = await start({}, leader);
    await as(leader, (tx) => submitArticle(tx, id));
    await expect(as(leader, (tx) => approveArticle(tx, id, 1))).rejects.toEqual(
      refusal('edition.own'),
    );
    await expect(as(chief, (tx) => approveArticle(tx, id, 2))).rejects.toEqual(
      refusal('edition.newer-revision'),
    );
    await as(chief, (tx) => approveArticle(tx, id, 1));
    expect(await statusOf(id)).toBe('approved');
  });

  test('can be withheld with a reason, which the writer reads', async () => {
    const id = await start();
    await as(editor, (tx) => submitArticle(tx, id));
    await expect(as(leader, (tx) => returnArticle(tx, id, ' '))).rejects.toEqual(
      refusal('edition.reason-needed'),
    );
    await as(leader, (tx) => returnArticle(tx, id, 'Thiếu số điện thoại liên hệ'));
    const { edition } = await as(editor, (tx) => getArticle(tx, id));
    expect(edition).toMatchObject({
      status: 'draft',
      returnedReason: 'Thiếu số điện thoại liên hệ',
    });
  });

  test('forced needs a reason, which stays with the edition', async () => {
    const id = await start({}, leader);
    await expect(as(leader, (tx) => forceArticle(tx, id, ''))).rejects.toEqual(
      refusal('edition.reason-needed'),
    );
    await as(leader, (tx) => forceArticle(tx, id, 'Bão khẩn cấp trong đêm'));
    const slug = await as(leader, (tx) => publishArticle(tx, id, 'refuse'));
    expect((await shown(slug))?.edition).toMatchObject({
      approvedHow: 'forced',
      forcedReason: 'Bão khẩn cấp trong đêm',
    });
  });

  test('by link takes the PIN of a position, once, and ends with a newer revision', async () => {
    const unit = newId();
    const made = await makePin();
    const headId = await as(person('administrator'), async (tx) => {
      await tx.db
        .insertInto('unit')
        .values({
          commune_id: tx.communeId,
          id: unit,
          name: 'Văn phòng',
          slug: 'van-phong',
          position: 1,
        })
        .execute();
      const id = await addHead(tx, { of: unit, position: 'Chủ tịch UBND xã' });
      await issuePin(tx, id, made.hash);
      return id;
    });
    const id = await start();
    await expect(as(editor, (tx) => makeApprovalLink(tx, id, headId))).rejects.toEqual(
      refusal('edition.wrong-status'),
    );
    await as(editor, (tx) => submitArticle(tx, id));
    const first = await as(editor, (tx) => makeApprovalLink(tx, id, headId));
    const name = await as(editor, (tx) => makeApprovalLink(tx, id, headId));
    const open = (link: string) => as(thePublic, (tx) => openApproval(tx, link));
    await expect(open(first)).rejects.toEqual(refusal('approval.void'));
    expect((await open(name)).headId).toBe(headId);
    await expect(open(`${name.slice(0, -1)}x`)).rejects.toEqual(refusal('approval.void'));
    const attempt = { name, network: '192.0.2.1', now: NOW };
    const wrong = made.pin === '000000' ? '000001' : '000000';
    await expect(
      approveArticleByLink(database().communeId, { ...attempt, pin: wrong }),
    ).rejects.toEqual(refusal('link.wrong-pin'));
    await approveArticleByLink(database().communeId, { ...attempt, pin: made.pin });
    const { edition, people } = await as(editor, (tx) => getArticle(tx, id));
    expect([edition.status, edition.approvedHow, people.approved]).toEqual([
      'approved',
      'link',
      'Chủ tịch UBND xã',
    ]);
    await expect(open(name)).rejects.toEqual(refusal('approval.void'));
  });
});
