// What stands beside pages, against a real database: from all rooms, only what everybody reads, and no
// longer once it is taken off.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  findPublicDocument,
  publishDocument,
  registerByHand,
  unpublishDocument,
} from '#lib/documents/index.server.ts';
import { findPublicArticle, withdrawArticle } from '#lib/newsroom/index.server.ts';
import { editor, NOW, person, useNewsroom } from '#lib/newsroom/testing.server.ts';
import { parseMarkup, thePublic } from '#lib/platform/index.ts';
import { inCommune, type Tx } from '#lib/platform/index.server.ts';
import {
  applyChange,
  getProcedure,
  previewChange,
  readPublicBases,
  receiveProcedures,
} from '#lib/procedures/index.server.ts';
import { readBesideArticle, readBesideDocument, readBesideProcedure } from './related.server.ts';
import type { Beside } from './related.ts';

const { database, as, published, start } = useNewsroom();
const clerk = person('coordinator');
const DECREE = '9/2015/NĐ-CP';

async function bringProcedures(): Promise<void> {
  const item = (code: string, title: string, field: string, bases: readonly string[]) => ({
    metadata: { mã_thủ_tục: code, tên_thủ_tục: title, lĩnh_vực: field },
    content: {},
    tables: {
      ...{ hinh_thuc_nop: [], thanh_phan_ho_so: [] },
      can_cu_phap_ly: bases.map((so_ky_hieu) => ({ so_ky_hieu, trich_yeu: 'Nghị định' })),
    },
  });
  const content = JSON.stringify([
    item('1.000001', 'Cấp lại giấy phép bến thuyền', 'Đường thủy', [DECREE]),
    item('1.000002', 'Xóa tên bến thuyền khỏi sổ', 'Đường thủy', []),
    item('1.000003', 'Công nhận làng nghề', 'Làng nghề', []),
  ]);
  await as(clerk, async (tx) => {
    const id = await receiveProcedures(tx, { name: 'tệp thử', content });
    const effectiveFrom = '2023-01-10';
    const { seen } = await previewChange(tx, id, effectiveFrom);
    const decision = { decidedOn: null, decision: '9/QĐ-UBND' };
    await applyChange(tx, id, { effectiveFrom, ...decision, seen });
  });
}

const register = (code: string, title: string, field = '') =>
  as(clerk, (tx) =>
    registerByHand(tx, {
      ...{ code, title, issuer: 'Chính phủ', issuedOn: '2015-02-16' },
      facts: {
        ...{ direction: 'incoming', arrivedOn: null, field },
        ...{ inForceOn: null, expiresOn: null, replacedBy: null },
      },
    }),
  );
const putOut = (id: string) => as(clerk, (tx) => publishDocument(tx, id, { privacy: 'refuse' }));

const beside = async (read: (tx: Tx) => Promise<Beside>) => {
  // Reads only, as a page does: what is kept in memory is used.
  const { isNewest, items } = await inCommune(database().communeId, read, {
    actor: thePublic,
    now: NOW,
  });
  return { isNewest, titles: items.map(({ title }) => title) };
};
const besideArticle = (slug: string) =>
  beside(async (tx) => {
    const found = await findPublicArticle(tx, slug);
    if (!found) throw new Error(`no article ${slug}`);
    return readBesideArticle(tx, found);
  });
const besideProcedure = (code: string) =>
  beside(async (tx) => {
    const procedure = await getProcedure(tx, code);
    return readBesideProcedure(tx, procedure, await readPublicBases(tx, procedure, tx.today));
  });
const besideDocument = (slug: string) =>
  beside(async (tx) => {
    const found = await findPublicDocument(tx, slug, tx.today);
    if (!found || 'reason' in found) throw new Error(`no document ${slug}`);
    return readBesideDocument(tx, found);
  });

let ferry: { id: string; slug: string };
let decree: { id: string; slug: string };
beforeAll(async () => {
  await bringProcedures();
  const id = await register(DECREE, 'Quản lý bến thuyền ngang sông', 'đường thủy');
  decree = { id, slug: await putOut(id) };
  ferry = await published({
    ...{ title: 'Bến đò cuối làng mở lại', section: 'doi-song' },
    body: parseMarkup(
      `Chủ bến làm [thủ tục này](/thu-tuc/1.000001) theo Nghị định ${DECREE}, nộp ở xã.`,
    ),
  });
});

describe('beside an article', () => {
  it('stand the procedure it links to and the document it names', async () => {
    expect(await besideArticle(ferry.slug)).toEqual({
      isNewest: false,
      titles: ['Cấp lại giấy phép bến thuyền', 'Quản lý bến thuyền ngang sông'],
    });
  });

  it('stands another that names the same procedure, and no longer once that is withdrawn', async () => {
    const other = await published({
      ...{ title: 'Sửa bến thuyền', section: 'thong-bao' },
      body: parseMarkup('Hỏi về **cấp lại giấy phép** bến thuyền ở quầy số hai.'),
    });
    expect((await besideArticle(ferry.slug)).titles).toContain('Sửa bến thuyền');
    await as(editor, (tx) => withdrawArticle(tx, other.id, { how: 'error', reason: 'Sai' }));
    expect((await besideArticle(ferry.slug)).titles).not.toContain('Sửa bến thuyền');
  });

  it('stands nothing that is being written', async () => {
    await start({
      ...{ title: 'Nháp về bến', section: 'doi-song' },
      body: parseMarkup('[Thủ tục](/thu-tuc/1.000001)'),
    });
    expect((await besideArticle(ferry.slug)).titles).not.toContain('Nháp về bến');
  });

  it('stand the newest, named as such, where it has to do with none', async () => {
    const alone = await published({ title: 'Hoa sữa nở sớm', section: 'cai-cach-hanh-chinh' });
    expect(await besideArticle(alone.slug)).toEqual({
      isNewest: true,
      titles: ['Bến đò cuối làng mở lại'],
    });
  });
});

it('beside a procedure stand its field, its bases and what names it', async () => {
  expect(await besideProcedure('1.000001')).toEqual({
    isNewest: false,
    titles: [
      'Quản lý bến thuyền ngang sông',
      'Bến đò cuối làng mở lại',
      'Xóa tên bến thuyền khỏi sổ',
    ],
  });
  expect((await besideProcedure('1.000003')).isNewest).toBe(true);
});

it('beside a document stand what names it and procedures of its field; one taken off stands nowhere', async () => {
  expect(await besideDocument(decree.slug)).toEqual({
    isNewest: false,
    titles: [
      'Bến đò cuối làng mở lại',
      'Cấp lại giấy phép bến thuyền',
      'Xóa tên bến thuyền khỏi sổ',
    ],
  });
  const neighbour = await register('10/2015/NĐ-CP', 'Đăng kiểm thuyền nan', 'Đường thủy');
  const titles = async () => (await besideDocument(decree.slug)).titles;
  expect(await titles()).not.toContain('Đăng kiểm thuyền nan');
  await putOut(neighbour);
  expect(await titles()).toContain('Đăng kiểm thuyền nan');
  await as(clerk, (tx) =>
    unpublishDocument(tx, neighbour, { how: 'withdrawn', reason: 'Không cần nữa' }),
  );
  expect(await titles()).not.toContain('Đăng kiểm thuyền nan');
});
