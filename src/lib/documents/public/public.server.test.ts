// Documents on the portal over a real database: past the privacy guard, as they were put out, until taken off.
import { describe, expect, test, vi } from 'vitest';
import { inCommune, newId, readEvents, searchPublic, type Tx } from '#lib/platform/index.server.ts';
import { thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { addTestCommune, useTestDatabase } from '#lib/platform/testing.server.ts';
import { correctDraft } from '../register/corrections.ts';
import {
  correctDocument,
  getEntry,
  receiveDocument,
  registerByHand,
  registerEntry,
} from '../register/entries.server.ts';
import type { EntryFacts } from '../register/entry.ts';
import { takeInPasted } from '../register/intake.server.ts';
import { findPublicCited } from './cited.server.ts';
import { documentSlug, issuerOf } from './paper.ts';
import { publishDocument, unpublishDocument, type PublishDocument } from './publish.server.ts';
import {
  findPublicDocument,
  findPublicDocumentFile,
  listPublicChoices,
  listPublicDocuments,
  type PublicDocument,
} from './read.server.ts';

const database = useTestDatabase();
const DAY = '2024-06-01';
const PAGE = { size: 50, start: 0 };
const FACTS: EntryFacts = {
  direction: 'own',
  arrivedOn: null,
  field: '',
  inForceOn: null,
  expiresOn: null,
  replacedBy: null,
};

const person = (...roles: Role[]): Actor => {
  return { kind: 'person', accountId: newId(), name: 'Văn thư', roles, unitIds: [] };
};
const as = <Value>(actor: Actor, work: (tx: Tx) => Promise<Value>) =>
  inCommune(database().communeId, work, { write: actor.kind === 'person', actor });
const clerk = <Value>(work: (tx: Tx) => Promise<Value>) => as(person('coordinator'), work);
const everybody = <Value>(work: (tx: Tx) => Promise<Value>) => as(thePublic, work);
const refusal = (code: string) => expect.objectContaining({ code });

async function register(
  number: string,
  body = 'Điều 1. Giao công chức địa chính quản lý sân phơi chung.',
  facts: Partial<EntryFacts> = {},
): Promise<string> {
  const text = [
    'ỦY BAN NHÂN DÂN\nXÃ AN BÌNH',
    `Số: ${number}/QĐ-UBND`,
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
    'An Bình, ngày 10 tháng 3 năm 2024',
    `QUYẾT ĐỊNH\nVề việc quản lý sân phơi số ${number}`,
    body,
    'Nơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPhạm Văn Mẫu',
  ].join('\n\n');
  const incoming = await takeInPasted(database().communeId, text);
  return clerk(async (tx) => {
    const id = await receiveDocument(tx, incoming);
    await registerEntry(tx, { id, version: 1, facts: { ...FACTS, ...facts }, again: true });
    return id;
  });
}

const publish = (id: string, input: Partial<PublishDocument> = {}) =>
  clerk((tx) => publishDocument(tx, id, { privacy: 'refuse', ...input }));
const find = (slug: string, day = DAY) => everybody((tx) => findPublicDocument(tx, slug, day));
const read = async (slug: string, day = DAY): Promise<PublicDocument> => {
  const found = await find(slug, day);
  if (!found || 'reason' in found) throw new Error(`${slug} is not public`);
  return found;
};
const listed = async () =>
  (await everybody((tx) => listPublicDocuments(tx, DAY, {}, PAGE))).entries.map(({ id }) => id);
const found = async (words: string) =>
  (await everybody((tx) => searchPublic(tx, words, PAGE))).hits.map(({ id }) => id);

/** Transactions of this database that wait for another one's lock. */
async function countWaiting(): Promise<number> {
  const { rows } = await database().ownerPool.query<{ count: string }>(
    `SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE datname = current_database() AND NOT granted`,
  );
  return Number(rows[0]?.count);
}

/** Says at the desk what a registered document is called. */
async function retitle(id: string, title: string): Promise<void> {
  const entry = await clerk((tx) => getEntry(tx, id));
  const form = new FormData();
  form.set('khoa', 'f-title');
  form.set('gia-tri', title);
  const corrected = correctDraft(entry.draft, form);
  if (!corrected.ok) throw new Error(corrected.message);
  await clerk((tx) => correctDocument(tx, { id, version: entry.version, draft: corrected.draft }));
}

describe('a document of the register', () => {
  test('is nobody’s business until it is put out, and everybody’s then', async () => {
    const id = await register('101');
    expect(await listed()).not.toContain(id);
    expect(await found('san phoi so 101')).toEqual([]);
    const slug = await publish(id);
    expect(slug).toBe('2024-101-qd-ubnd');
    expect(await listed()).toContain(id);
    expect(await found('san phoi so 101')).toEqual([id]);
    const { paper, validity, code } = await read(slug);
    expect(code).toBe('101/QĐ-UBND');
    expect(paper.facts.title).toMatch(/sân phơi số 101/);
    const { entries } = await everybody((tx) => listPublicDocuments(tx, DAY, {}, PAGE));
    expect(entries.find((one) => one.id === id)?.agency).toBe(issuerOf(paper.facts));
    expect(JSON.stringify(paper.sections)).toContain('công chức địa chính');
    expect(validity?.state).toBe('in-force');
    const kinds = (await clerk((tx) => readEvents(tx, { subject: { type: 'document', id } }))).map(
      ({ kind }) => kind,
    );
    expect(kinds.at(-1)).toBe('document.published');
  });

  test('put out in one moment with another of its name, has an address of its own', async () => {
    const [first, second] = [
      await register('120'),
      await register('120', 'Điều 1. Giao trưởng thôn giữ sổ mượn sân.'),
    ];
    const start = Promise.withResolvers<undefined>();
    const wait = Promise.withResolvers<undefined>();
    const slow = clerk(async (tx) => {
      const slug = await publishDocument(tx, first, { privacy: 'refuse' });
      start.resolve(undefined);
      await wait.promise;
      return slug;
    });
    await start.promise;
    const others = [publish(second), publish(first)];
    await vi.waitFor(async () => expect(await countWaiting()).toBe(2));
    wait.resolve(undefined);
    expect(await Promise.all([slow, ...others])).toEqual([
      '2024-120-qd-ubnd',
      '2024-120-qd-ubnd-2',
      // One put out twice keeps the address it got first.
      '2024-120-qd-ubnd',
    ]);
  });

  test('with a title of two thousand letters is put out, read and found whole', async () => {
    const id = await register('990');
    const title = `Về việc ${'đo đạc lại ranh giới các thửa ruộng '.repeat(60)}`.slice(0, 2_000);
    await retitle(id, title);
    const slug = await publish(id);
    expect(slug).toBe('2024-990-qd-ubnd');
    expect((await read(slug)).title).toBe(title.trim());
    expect(await found('do dac lai ranh gioi thua ruong')).toContain(id);
  });

  test('without a number takes an address of bounded length', () => {
    const title = 'Kế hoạch nạo vét kênh mương nội đồng '.repeat(60);
    const slug = documentSlug({ issuedOn: '2024-03-10', code: null, title });
    expect(slug.length).toBeLessThanOrEqual(120);
    expect(slug).toMatch(/^2024-ke-hoach-nao-vet-.*[a-z0-9]$/);
  });

  test('in review can’t be put out', async () => {
    const id = await register('102');
    const incoming = await takeInPasted(
      database().communeId,
      'Số: 9/CV-UBND\n\nKính gửi: Các thôn\n\nĐề nghị báo cáo.',
    );
    const draft = await clerk((tx) => receiveDocument(tx, incoming));
    await expect(publish(draft)).rejects.toEqual(refusal('document.not-registered'));
    expect(await publish(id)).toBeTruthy();
  });

  test('corrected at the desk reads as before until it is put out again', async () => {
    const id = await register('103');
    const slug = await publish(id);
    await retitle(id, 'Quản lý bãi thả diều');
    const inList = async (words: string) => {
      const { entries } = await everybody((tx) => listPublicDocuments(tx, DAY, { words }, PAGE));
      return entries.map((one) => [one.id, one.title]);
    };
    const before = (await read(slug)).title;
    expect(before).toMatch(/sân phơi/);
    expect(await inList('san phoi so 103')).toEqual([[id, before]]);
    expect(await inList('tha dieu')).toEqual([]);
    expect(await publish(id)).toBe(slug);
    expect((await read(slug)).title).toBe('Quản lý bãi thả diều');
    expect(await found('tha dieu')).toEqual([id]);
    expect(await inList('tha dieu')).toEqual([[id, 'Quản lý bãi thả diều']]);
    expect(await inList('103/qd-ubnd tha dieu')).toHaveLength(1);
    expect(await inList('san phoi so 103')).toEqual([]);
  });

  test('two under one number have addresses of their own', async () => {
    const [one, other] = [
      await register('104'),
      await register('104', 'Điều 1. Giao hội nông dân.'),
    ];
    expect([await publish(one), await publish(other)]).toEqual([
      '2024-104-qd-ubnd',
      '2024-104-qd-ubnd-2',
    ]);
  });

  test('only those who may put it out and take it off', async () => {
    const id = await register('105');
    const denied = refusal('access.denied');
    for (const actor of [person('member'), person('administrator')]) {
      await expect(
        as(actor, (tx) => publishDocument(tx, id, { privacy: 'refuse' })),
      ).rejects.toEqual(denied);
      await expect(
        as(actor, (tx) => unpublishDocument(tx, id, { how: 'error', reason: 'Nhầm' })),
      ).rejects.toEqual(denied);
    }
  });
});

describe('personal data', () => {
  const BODY = 'Điều 1. Hỗ trợ hộ có số căn cước 031089001234, điện thoại 0912345678.';

  test('stops it, is covered, or stays where the law wants it public', async () => {
    const id = await register('111', BODY);
    await expect(publish(id)).rejects.toEqual(refusal('document.personal-data'));
    expect(await listed()).not.toContain(id);
    const slug = await publish(id, { privacy: 'mask' });
    const masked = JSON.stringify(await read(slug));
    expect(masked).not.toContain('031089001234');
    expect(masked).not.toContain('0912345678');
    expect(await found('031089001234')).toEqual([]);
    await publish(id, { privacy: 'confirm' });
    expect(JSON.stringify(await read(slug))).toContain('031089001234');
  });

  test('covered in the words, the file stays inside', async () => {
    const id = await register('112', BODY);
    await expect(publish(id, { privacy: 'mask', withFile: '1' })).rejects.toEqual(
      refusal('document.file-unmasked'),
    );
    const slug = await publish(id, { privacy: 'mask' });
    expect(await everybody((tx) => findPublicDocumentFile(tx, slug))).toBeUndefined();
    expect((await read(slug)).hasFile).toBe(false);
  });

  test('covered in the title is covered in lists and beside links too', async () => {
    const id = await register('114', 'Điều 1. Nói rõ hơn.');
    await retitle(id, 'Trả lời đơn, gọi số 0912345678');
    await publish(id, { privacy: 'mask' });
    const citing = await publish(
      await register('115', 'Điều 1. Căn cứ Quyết định số 114/QĐ-UBND ngày 10/3/2024.'),
    );
    const { entries } = await everybody((tx) => listPublicDocuments(tx, DAY, {}, PAGE));
    expect(entries.find((one) => one.id === id)?.title).toMatch(/Trả lời đơn/);
    expect((await read(citing)).outgoing[0]?.title).toMatch(/Trả lời đơn/);
    expect(JSON.stringify([entries, await read(citing)])).not.toContain('0912345678');
  });

  test('without any, the file goes out where it is wanted', async () => {
    const id = await register('113');
    const slug = await publish(id, { withFile: '1' });
    // Saved under the document's own name, whatever the file was called when it came.
    const file = await everybody((tx) => findPublicDocumentFile(tx, slug));
    expect(file?.name).toMatch(new RegExp(`^${slug}\\.[a-z]+$`));
    await publish(id);
    expect(await everybody((tx) => findPublicDocumentFile(tx, slug))).toBeUndefined();
  });
});

describe('taking off', () => {
  test('leaves the reason under the address, and nothing else anywhere', async () => {
    const id = await register('121');
    const slug = await publish(id, { withFile: '1' });
    await expect(
      clerk((tx) => unpublishDocument(tx, id, { how: 'error', reason: '' })),
    ).rejects.toEqual(refusal('document.why-off'));
    await clerk((tx) => unpublishDocument(tx, id, { how: 'error', reason: 'Đăng nhầm bản nháp' }));
    expect(await find(slug)).toEqual({ reason: 'Đăng nhầm bản nháp' });
    expect(await listed()).not.toContain(id);
    expect(await found('san phoi so 121')).not.toContain(id);
    expect(await everybody((tx) => findPublicDocumentFile(tx, slug))).toBeUndefined();
    await expect(
      clerk((tx) => unpublishDocument(tx, id, { how: 'error', reason: 'Lần nữa' })),
    ).rejects.toEqual(refusal('document.not-public'));
    expect(await publish(id)).toBe(slug);
    expect((await read(slug)).code).toBe('121/QĐ-UBND');
  });

  test('an address that never was, and a neighbour’s', async () => {
    const slug = await publish(await register('122'));
    expect(await find('2024-999-qd-ubnd')).toBeUndefined();
    const neighbour = await addTestCommune('xã Bình Yên', `binh-yen-${newId()}.example`);
    expect(await inCommune(neighbour, (tx) => findPublicDocument(tx, slug, DAY))).toBeUndefined();
  });
});

describe('relations', () => {
  test('lead to what is public; of others only the code that stands in the words is said', async () => {
    const old = await register('131');
    const body =
      'Điều 1. Thay thế Quyết định số 131/QĐ-UBND ngày 10/3/2024 của Ủy ban nhân dân xã An Bình.';
    const fresh = await register('132', body, { inForceOn: '2024-05-01' });
    const slug = await publish(fresh);
    const [hidden] = (await read(slug)).outgoing;
    expect(hidden).toMatchObject({ code: '131/QĐ-UBND', slug: null, title: null, validity: null });
    const oldSlug = await publish(old);
    const [shown] = (await read(slug)).outgoing;
    expect(shown).toMatchObject({ relation: 'replaces', slug: oldSlug });
    expect(shown?.validity?.state).toBe('replaced');
    expect((await read(oldSlug)).incoming).toMatchObject([{ relation: 'replaces', slug }]);
    expect((await read(oldSlug, '2024-04-01')).validity?.state).toBe('in-force');
    await clerk((tx) => unpublishDocument(tx, fresh, { how: 'withdrawn', reason: 'Rà lại' }));
    expect((await read(oldSlug)).incoming).toEqual([]);
  });

  test('without a number call it to everybody by what it went out as, never by what the register says', async () => {
    const [old, other] = [
      await publish(await register('133')),
      await publish(await register('134')),
    ];
    const told = async (slug: string) => {
      const named = {
        code: `${slug.split('-')[1] ?? ''}/QĐ-UBND`,
        issuedOn: '2024-03-10',
        issuer: null,
      };
      const cited = await everybody((tx) => findPublicCited(tx, [named], DAY));
      const { entries } = await everybody((tx) => listPublicDocuments(tx, DAY, {}, PAGE));
      return JSON.stringify([await read(slug), cited, entries]);
    };
    const unnumbered = async (verb: string, number: string) => {
      const body = `Điều 1. ${verb} Quyết định số ${number}/QĐ-UBND ngày 10/3/2024 của Ủy ban nhân dân xã An Bình.`;
      const id = await register('', body);
      await retitle(id, 'Trả lời đơn, gọi số 0912345678');
      return id;
    };
    const ending = await unnumbered('Bãi bỏ', '133');
    await unnumbered('Sửa đổi, bổ sung', '134');
    expect(await told(old)).toContain('Bị bãi bỏ bởi một văn bản khác từ 10/03/2024.');
    expect(await told(other)).toContain('"amendedBy":[{"code":"một văn bản khác"');
    await publish(ending, { privacy: 'mask' });
    expect(await told(old)).toContain('Bị bãi bỏ bởi Trả lời đơn');
    expect((await read(old)).incoming).toMatchObject([{ code: expect.stringMatching(/^Trả lời/) }]);
    for (const slug of [old, other]) expect(await told(slug)).not.toContain('0912345678');
  });
});

describe('what something public names', () => {
  test('is told whether it is in force and what ended it, with pages only where they are public', async () => {
    const named = { code: '141/QĐ-UBND', issuedOn: '2024-03-10', issuer: null };
    const cited = async (day = DAY) =>
      everybody((tx) => findPublicCited(tx, [{ ...named, code: '999/QĐ-UBND' }, named], day));
    expect(await cited()).toMatchObject([{ state: null }, { state: null, slug: null }]);
    const old = await register('141');
    const body =
      'Điều 1. Thay thế Quyết định số 141/QĐ-UBND ngày 10/3/2024 của Ủy ban nhân dân xã An Bình.';
    const fresh = await register('142', body, { inForceOn: '2024-05-01' });
    expect((await cited('2024-04-30'))[1]).toMatchObject({ state: 'in-force', hasEnded: false });
    expect((await cited())[1]).toEqual({
      slug: null,
      state: 'replaced',
      hasEnded: true,
      since: '2024-05-01',
      endedBy: { code: '142/QĐ-UBND', slug: null },
    });
    const [slug, freshSlug] = [await publish(old), await publish(fresh)];
    expect((await cited())[1]).toMatchObject({ slug, endedBy: { slug: freshSlug } });
  });
});

describe('the list', () => {
  test('narrows by words, type, field, year and what is in force', async () => {
    const id = await clerk((tx) =>
      registerByHand(tx, {
        code: '12/2022/QĐ-UBND',
        title: 'Quy định giá dịch vụ chợ hạng ba',
        issuer: 'Ủy ban nhân dân tỉnh',
        issuedOn: '2022-02-02',
        facts: { ...FACTS, field: 'Thương mại', inForceOn: '2022-03-01', expiresOn: '2023-01-01' },
      }),
    );
    await publish(id);
    const ids = async (filter: Parameters<typeof listPublicDocuments>[2]) =>
      (await everybody((tx) => listPublicDocuments(tx, DAY, filter, PAGE))).entries.map(
        (entry) => entry.id,
      );
    expect(await ids({ words: 'cho hang ba' })).toEqual([id]);
    expect(await ids({ field: 'Thương mại' })).toEqual([id]);
    expect(await ids({ year: '2022' })).toEqual([id]);
    expect(await ids({ field: 'Thương mại', direction: 'own' })).toEqual([id]);
    expect(await ids({ field: 'Thương mại', direction: 'incoming' })).toEqual([]);
    const inForce = async (day: string) =>
      (
        await everybody((tx) =>
          listPublicDocuments(tx, day, { field: 'Thương mại', force: 'in-force' }, PAGE),
        )
      ).total;
    expect([await inForce('2022-02-28'), await inForce('2022-03-01')]).toEqual([0, 1]);
    expect(await ids({ type: 'QĐ', force: 'ended', field: 'Thương mại' })).toEqual([id]);
    expect(await ids({ force: 'in-force', field: 'Thương mại' })).toEqual([]);
    expect(await everybody(listPublicChoices)).toMatchObject({
      fields: expect.arrayContaining(['Thương mại']),
      years: expect.arrayContaining(['2022']),
    });
  });
});
