// A village's page against a real database: only what concerns it, and nothing that isn't public.
import { beforeAll, expect, it } from 'vitest';
import {
  approveArticle,
  publishArticle,
  startArticle,
  submitArticle,
} from '#lib/newsroom/index.server.ts';
import { addVillage, inCommune, listVillages, newId, type Tx } from '#lib/platform/index.server.ts';
import { parseMarkup, thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { addHead } from '#lib/plans/index.server.ts';
import { openBoard } from '#lib/procedures/index.server.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { readVillagePage } from './village-page.server.ts';

const database = useTestDatabase();
const NOW = '2023-06-30T01:00:00.000Z';
const person = (role: Role): Actor => ({
  kind: 'person',
  accountId: newId(),
  name: 'Công chức',
  roles: [role],
  unitIds: [],
});
const [editor, leader, administrator] = [
  person('editor'),
  person('leader'),
  person('administrator'),
];
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
  inCommune(database().communeId, work, { write: true, actor, now: NOW });

async function publish(title: string, words: string): Promise<void> {
  const article = {
    title,
    summary: '',
    section: 'thong-bao',
    body: parseMarkup(words),
    topics: [],
    unitId: null,
  };
  const id = await as(editor, (tx) => startArticle(tx, { clientKey: newId(), article }));
  await as(editor, (tx) => submitArticle(tx, id));
  await as(leader, (tx) => approveArticle(tx, id, 1));
  await as(editor, (tx) => publishArticle(tx, id, 'refuse'));
}

const pageOf = (slug: string) =>
  as(thePublic, async (tx) => {
    const village = (await listVillages(tx)).find((one) => one.slug === slug);
    if (!village) throw new Error(`no village ${slug}`);
    return readVillagePage(tx, village);
  });

beforeAll(async () => {
  const first = await as(administrator, (tx) => addVillage(tx, 'Thôn 1'));
  await as(administrator, (tx) => addVillage(tx, 'Thôn 12'));
  await as(administrator, (tx) => addHead(tx, { of: first, position: 'Trưởng thôn 1' }));
  const board = { 'linh-vuc': [], ten: 'Bảng nhà văn hóa', noi: 'Nhà văn hóa thôn 1' };
  await as(person('coordinator'), (tx) => openBoard(tx, board));
  await publish('Cắt điện ở Thôn 12', 'Từ tám giờ sáng.');
  await publish('Họp dân', 'Mời bà con **thôn 1** đến nhà văn hóa.');
});

it('shows news that name it, in any part, and not its namesake’s', async () => {
  const titles = async (slug: string) => (await pageOf(slug)).news.map(({ title }) => title);
  expect(await titles('thon-1')).toEqual(['Họp dân']);
  expect(await titles('thon-12')).toEqual(['Cắt điện ở Thôn 12']);
});

it('names positions and the boards that hang there, of its own', async () => {
  const [one, other] = [await pageOf('thon-1'), await pageOf('thon-12')];
  expect(one.heads).toEqual(['Trưởng thôn 1']);
  expect(one.boards).toMatchObject([{ name: 'Bảng nhà văn hóa', sheets: [], more: 0 }]);
  expect([other.heads, other.boards]).toEqual([[], []]);
});

it('forgets an article that is not public any more, and never shows a draft', async () => {
  const article = {
    title: 'Nháp về Thôn 1',
    summary: '',
    section: 'thong-bao',
    body: parseMarkup('Thôn 1'),
    topics: [],
    unitId: null,
  };
  await as(editor, (tx) => startArticle(tx, { clientKey: newId(), article }));
  expect((await pageOf('thon-1')).news.map(({ title }) => title)).not.toContain('Nháp về Thôn 1');
});
