// Arranging the home page against a real database: tried out by those who may, seen by nobody else until it
// is published, and said by an event.
import { expect, it } from 'vitest';
import { inCommune, newId, readEvents, type Tx } from '#lib/platform/index.server.ts';
import { thePublic, type Actor, type Role } from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import {
  changeHomeDraft,
  dropHomeDraft,
  publishHomeDraft,
  readHomeDraft,
  readHomeLayout,
} from './arrange.server.ts';
import { stepHome, usualHome } from './blocks.ts';

const database = useTestDatabase();
const person = (role: Role): Actor => ({
  kind: 'person',
  accountId: newId(),
  name: 'Công chức',
  roles: [role],
  unitIds: [],
});
const editor = person('editor');
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
  inCommune(database().communeId, work, { write: true, actor });
const hideNews = (layout: typeof usualHome) => stepHome(layout, 'news', 'hide');
const live = () => as(thePublic, readHomeLayout);
const arranged = async () =>
  (await as(editor, (tx) => readEvents(tx))).filter(({ kind }) => kind === 'home.arranged');

it('is as shipped until somebody arranges it', async () => {
  expect(await live()).toEqual(usualHome);
  expect(await as(editor, readHomeDraft)).toEqual({ layout: usualHome, isChanged: false });
});

it('is tried out unseen, dropped, and published with its event', async () => {
  await as(editor, (tx) => changeHomeDraft(tx, hideNews));
  expect((await as(editor, readHomeDraft)).isChanged).toBe(true);
  expect(await live()).toEqual(usualHome);
  await as(editor, dropHomeDraft);
  expect((await as(editor, readHomeDraft)).isChanged).toBe(false);
  await as(editor, (tx) => changeHomeDraft(tx, hideNews));
  expect(await arranged()).toHaveLength(0);
  await as(editor, publishHomeDraft);
  expect(await live()).toEqual(hideNews(usualHome));
  expect((await arranged())[0]?.data).toMatchObject({
    shown: expect.not.arrayContaining(['news']),
  });
  await as(editor, publishHomeDraft);
  expect(await arranged()).toHaveLength(1);
});

it('is arranged by those who may only', async () => {
  for (const actor of [person('member'), person('coordinator'), thePublic]) {
    const code = actor === thePublic ? 'access.sign-in' : 'access.denied';
    for (const work of [
      readHomeDraft,
      dropHomeDraft,
      publishHomeDraft,
      (tx: Tx) => changeHomeDraft(tx, hideNews),
    ]) {
      await expect(as<unknown>(actor, work)).rejects.toMatchObject({ code });
    }
  }
});
