// Villages against a real database: named once, renamed under the same address, ended with a successor.
import { expect, it } from 'vitest';
import { thePublic, type Actor, type Role } from '../index.ts';
import { inCommune, newId, readEvents, type Tx } from '../index.server.ts';
import { useTestDatabase } from '../testing.server.ts';
import { addVillage, endVillage, listVillages, renameVillage } from './villages.server.ts';

const database = useTestDatabase();
const person = (role: Role): Actor => ({
  kind: 'person',
  accountId: newId(),
  name: 'Công chức',
  roles: [role],
  unitIds: [],
});
const administrator = person('administrator');
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
  inCommune(database().communeId, work, { write: true, actor, now: '2023-06-30T01:00:00.000Z' });
const add = (name: string) => as(administrator, (tx) => addVillage(tx, name));
const refusal = (code: string) => expect.objectContaining({ code });

it('lists them as people count, each under a lasting address', async () => {
  await add('Thôn 10');
  const second = await add('Thôn 2');
  await expect(add('Thôn 2')).rejects.toEqual(refusal('village.name-taken'));
  await as(administrator, (tx) => renameVillage(tx, second, 'Thôn 2 Đông'));
  const villages = await as(thePublic, listVillages);
  expect(villages.map(({ name, slug }) => [name, slug])).toEqual([
    ['Thôn 2 Đông', 'thon-2'],
    ['Thôn 10', 'thon-10'],
  ]);
});

it('ends one in another’s favour, and never gives its address away', async () => {
  const former = await add('Thôn Cựu');
  const next = await add('Thôn Tân');
  const end = (to: string | null) => as(administrator, (tx) => endVillage(tx, former, to));
  await expect(end(former)).rejects.toEqual(refusal('village.merged-into-itself'));
  await expect(end(newId())).rejects.toEqual(refusal('village.not-found'));
  await end(next);
  await expect(end(next)).rejects.toEqual(refusal('village.ended'));
  const last = (await as(thePublic, listVillages)).at(-1);
  expect(last).toMatchObject({
    slug: 'thon-cuu',
    validTo: '2023-06-30',
    successor: { name: 'Thôn Tân', slug: 'thon-tan' },
  });
  await add('Thôn Cựu');
  const slugs = (await as(thePublic, listVillages)).map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  const kinds = (await as(administrator, (tx) => readEvents(tx))).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['village.created', 'village.ended']));
});

it('is kept by those who may only', async () => {
  const id = await add('Thôn Giữ');
  for (const actor of [person('editor'), person('member'), thePublic]) {
    const code = actor === thePublic ? 'access.sign-in' : 'access.denied';
    await expect(as(actor, (tx) => addVillage(tx, 'Thôn Lạ'))).rejects.toEqual(refusal(code));
    await expect(as(actor, (tx) => renameVillage(tx, id, 'x'))).rejects.toEqual(refusal(code));
    await expect(as(actor, (tx) => endVillage(tx, id, null))).rejects.toEqual(refusal(code));
  }
});
