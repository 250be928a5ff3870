// Articles that speak of something that changes, against a real database: read by everybody or on the way.
import { expect, test } from 'vitest';
import { inCommune, newId, type Tx } from '#lib/platform/index.server.ts';
import { parseMarkup, statusWord, thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import { makePrint } from './prints.server.ts';
import { publishArticle, withdrawArticle } from './publish.server.ts';
import { listArticlesNaming } from './read.server.ts';
import {
  approveArticle,
  correctArticle,
  forceArticle,
  startArticle,
  submitArticle,
} from './write.server.ts';

const database = useTestDatabase();
const NOW = '2023-06-30T01:00:00.000Z';
const CODE = '1.001193';

function person(role: Role): Actor {
  return { kind: 'person', accountId: newId(), name: 'Công chức', roles: [role], unitIds: [] };
}
const editor = person('editor');
const as = <T>(work: (tx: Tx) => Promise<T>, actor = editor) =>
  inCommune(database().communeId, work, { write: true, actor, now: NOW });
const start = (title: string, words: string) =>
  as((tx) =>
    startArticle(tx, {
      clientKey: newId(),
      article: {
        ...{ title, summary: 'Đi một lần là xong.', section: 'cai-cach-hanh-chinh' },
        ...{ body: parseMarkup(words), topics: [], unitId: null },
      },
    }),
  );
async function publish(id: string): Promise<void> {
  await as((tx) => submitArticle(tx, id));
  await as((tx) => approveArticle(tx, id, 1), person('leader'));
  await as((tx) => publishArticle(tx, id, 'refuse'));
}
const naming = async () =>
  (await as((tx) => listArticlesNaming(tx, (text) => (text.includes(CODE) ? [CODE] : []))))
    .map(({ title, status, names, prints, derived }) => ({
      ...{ title, status, names, derived },
      prints: prints.map(({ form, state }) => `${form} ${state}`),
    }))
    .toSorted((one, other) => (one.status < other.status ? -1 : 1));

test('are told with their papers, and those on the way without', async () => {
  const live = await start('Khai sinh tại nhà', `Xem [mã](/thu-tuc/${CODE}).`);
  await publish(live);
  await publish(await start('Tập thể dục', 'Mỗi sáng ở nhà văn hóa.'));
  await as((tx) => makePrint(tx, live, 'poster'));
  await start('Nháp về khai sinh', `Nhắc ${CODE}.`);
  const names = [CODE];
  const told = { title: 'Khai sinh tại nhà', status: 'published', names };
  expect(await naming()).toEqual([
    { title: 'Nháp về khai sinh', status: 'draft', names, prints: [], derived: [] },
    { ...told, prints: ['poster current'], derived: ['radio', 'chat'] },
  ]);

  // Put right, its correction is told too until it is public; then the poster is what is left to do.
  const correction = await as((tx) => correctArticle(tx, live));
  expect((await naming()).map(({ status }) => status)).toEqual(['draft', 'draft', 'published']);
  await publish(correction);
  expect((await naming()).find(({ status }) => status === 'published')?.prints).toEqual([
    'poster stale',
  ]);
  await as((tx) => withdrawArticle(tx, correction, { how: 'error', reason: 'Sai phí' }));
  expect((await naming()).map(({ status }) => status)).toEqual(['draft']);
});

test('are told as approved by nobody where nobody did', async () => {
  const [urgent, checked] = [await start('Gấp', `Nhắc ${CODE}.`), await start('Thường', CODE)];
  await as((tx) => forceArticle(tx, urgent, 'Việc gấp'), person('leader'));
  await as((tx) => submitArticle(tx, checked));
  await as((tx) => approveArticle(tx, checked, 1), person('leader'));
  const found = await as((tx) => listArticlesNaming(tx, () => [CODE]));
  const words = new Map(found.map((one) => [one.editionId, statusWord(one)]));
  expect([words.get(urgent), words.get(checked)]).toEqual(['Chờ đăng', 'Đã duyệt']);
});

test('are for those who work here', async () => {
  await expect(as((tx) => listArticlesNaming(tx, () => []), thePublic)).rejects.toMatchObject({
    code: 'access.sign-in',
  });
});
