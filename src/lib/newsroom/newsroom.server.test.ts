// Articles against a real database: from a draft to the public and out of it, by two people and by link.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  inCommune,
  newId,
  readEvents,
  searchPublic,
  stopPrinting,
  type Tx,
} from '#lib/platform/index.server.ts';
import { parseMarkup, thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { addHead, issuePin, makePin } from '#lib/plans/index.server.ts';
import type { Article } from './article.ts';
import {
  approveArticleByLink,
  makeApprovalLink,
  makePreviewLink,
  openApproval,
  openPreview,
} from './links.server.ts';
import {
  confirmPrint,
  findPaper,
  listPrints,
  makePrint,
  printPaper,
  readPaper,
} from './prints.server.ts';
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
  openArticle,
} from './read.server.ts';
import {
  approveArticle,
  correctArticle,
  forceArticle,
  keepArticleDraft,
  restoreArticle,
  returnArticle,
  saveArticle,
  startArticle,
  submitArticle,
  trashArticle,
} from './write.server.ts';

const database = useTestDatabase();
const NOW = '2023-06-30T01:00:00.000Z';
const LATER = '2023-06-30T05:00:00.000Z';

function person(role: Role, id: string = newId()): Actor {
  return { kind: 'person', accountId: id, name: 'Công chức', roles: [role], unitIds: [] };
}
const editor = person('editor');
const leader = person('leader');
const chief = person('leader');

beforeAll(async () => {
  await inCommune(
    database().communeId,
    async (tx) => {
      for (const [name, actor] of [
        ['Thư ký biên tập', editor],
        ['Chủ tịch', leader],
      ] as const) {
        if (actor.kind !== 'person') continue;

        await tx.db
          .insertInto('account')
          .values({
            commune_id: tx.communeId,
            id: actor.accountId,
            login: newId(),
            name,
            password_hash: 'x',
            created_at: NOW,
          })
          .execute();
      }
    },
    { write: true, now: NOW },
  );
});

function article(given: Partial<Article> = {}): Article {
  return {
    title: `Trả kết quả tại nhà ${newId().slice(-6)}`,
    summary: 'Từ tháng bảy, người già được trả kết quả tại nhà.',
    section: 'cai-cach-hanh-chinh',
    body: parseMarkup('Bộ phận một cửa phục vụ **tại nhà** người trên tám mươi tuổi.'),
    topics: [],
    unitId: null,
    ...given,
  };
}
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>, now = NOW) =>
  inCommune(database().communeId, work, { write: true, actor, now });
const start = (given: Partial<Article> = {}, actor = editor) =>
  as(actor, (tx) => startArticle(tx, { clientKey: newId(), article: article(given) }));
const refusal = (code: string) => expect.objectContaining({ code });
const statusOf = (id: string) =>
  as(editor, async (tx) => (await getArticle(tx, id)).edition.status);

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
const shown = (slug: string) => as(thePublic, (tx) => findPublicArticle(tx, slug));

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

describe('papers', () => {
  afterAll(stopPrinting);
  const office = { name: 'Ủy ban nhân dân xã', origin: 'https://xa.example', isDemo: true };
  const stateOf = async (id: string) =>
    as(editor, async (tx) => {
      const { edition } = await getArticle(tx, id);
      return (await listPrints(tx, edition.itemId)).map(({ state }) => state);
    });
  const next = async (id: string) => {
    const second = await as(editor, (tx) => correctArticle(tx, id));
    await as(editor, (tx) => submitArticle(tx, second));
    await as(leader, (tx) => approveArticle(tx, second, 1));
    await as(editor, (tx) => publishArticle(tx, second, 'refuse'));
    return second;
  };

  test('go stale with a new edition until confirmed or made anew; the code tells it to everybody', async () => {
    const { id, slug } = await published();
    const paper = (number: number) => as(thePublic, (tx) => findPaper(tx, slug, number));
    await as(editor, (tx) => makePrint(tx, id, 'poster'));
    expect(await stateOf(id)).toEqual(['current']);
    expect((await paper(1))?.state).toBe('current');
    const second = await next(id);
    expect(await stateOf(id)).toEqual(['stale']);
    expect((await paper(1))?.state).toBe('replaced');
    await as(editor, (tx) => confirmPrint(tx, second, 'poster'));
    expect(await stateOf(id)).toEqual(['current']);
    const third = await next(second);
    await as(editor, (tx) => makePrint(tx, third, 'poster'));
    expect((await paper(3))?.state).toBe('current');
    await as(editor, (tx) =>
      withdrawArticle(tx, third, { how: 'withdrawn', reason: 'Đã hết đợt.' }),
    );
    expect(await stateOf(id)).toEqual(['gone']);
    expect(await paper(1)).toMatchObject({ state: 'withdrawn', reason: 'Đã hết đợt.' });
    expect(await paper(9)).toBeUndefined();
    const wrong = await published({ title: 'Tên không nhắc lại' });
    await as(editor, (tx) => withdrawArticle(tx, wrong.id, { how: 'error', reason: 'Sai ngày.' }));
    const gone = await as(thePublic, (tx) => findPaper(tx, wrong.slug, 1));
    expect(gone).toMatchObject({ state: 'withdrawn', leadsTo: null });
    expect(gone?.title).not.toContain('Tên không nhắc lại');
  });

  test('are made of live articles only, by those who may', async () => {
    const draft = await start();
    const make = (actor: Actor, id: string) => as(actor, (tx) => makePrint(tx, id, 'board-sheet'));
    await expect(make(editor, draft)).rejects.toEqual(refusal('article.not-live'));
    const { id } = await published();
    await expect(make(person('administrator'), id)).rejects.toEqual(refusal('access.denied'));
    const confirm = (actor: Actor) => as(actor, (tx) => confirmPrint(tx, id, 'poster'));
    await expect(confirm(person('administrator'))).rejects.toEqual(refusal('access.denied'));
    await expect(confirm(editor)).rejects.toEqual(refusal('print.not-made'));
  });

  test.each(['board-sheet', 'poster'] as const)(
    '%s is a PDF of every kind of text',
    async (form) => {
      const body = parseMarkup(
        '# Mục\n\n## Mục nhỏ\n\n- một\n  1. trong\n\n> trích\n\n! khung\n\n|= a | b |\n| c | **d** |\n\nDòng [dẫn](/tin).',
      );
      const { id } = await published({ body });
      await as(editor, (tx) => makePrint(tx, id, form));
      const data = await as(editor, (tx) => readPaper(tx, id, form, office));
      const pdf = await printPaper(data);
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    },
  );
});
