// A former commune against a real database: it tells, and lets nobody but its administrator change that.
import { beforeEach, expect, it } from 'vitest';
import { thePublic, type Actor, type Role } from '../index.ts';
import {
  addVillage,
  endCommune,
  inCommune,
  listVillages,
  newId,
  readCommune,
  readEvents,
  reopenCommune,
  type Tx,
} from '../index.server.ts';
import { useTestDatabase } from '../testing.server.ts';

const database = useTestDatabase();
const person = (role: Role): Actor => ({
  kind: 'person',
  accountId: newId(),
  name: 'Công chức',
  roles: [role],
  unitIds: [],
});
const administrator = person('administrator');
const LAST = '2025-06-30T10:00:00.000Z';
const AFTER = '2025-07-01T01:00:00.000Z';
const END = {
  lastDay: '2025-06-30',
  successor: 'Từ ngày 01/7/2025, xã An Bình hợp vào xã An Hòa.',
  successorUrl: 'https://anhoa.example.vn',
};
const as = <T>(actor: Actor, now: string, work: (tx: Tx) => Promise<T>) =>
  inCommune(database().communeId, work, { write: true, actor, now });
const refusal = (code: string) => expect.objectContaining({ code });

beforeEach(() => as(administrator, LAST, reopenCommune));

it('tells what became of it, and takes no more once its last day is over', async () => {
  await as(administrator, LAST, (tx) => endCommune(tx, END));
  const { lastDay, successor, successorUrl } = await as(thePublic, LAST, readCommune);
  expect({ lastDay, successor, successorUrl }).toEqual(END);
  await as(administrator, LAST, (tx) => addVillage(tx, 'Thôn Cuối'));
  const late = as(administrator, AFTER, (tx) => addVillage(tx, 'Thôn Muộn'));
  await expect(late).rejects.toEqual(refusal('commune.archived'));
  const names = (await as(thePublic, AFTER, listVillages)).map(({ name }) => name);
  expect(names).toContain('Thôn Cuối');
  expect(names).not.toContain('Thôn Muộn');
});

it('takes work again when the end was said by mistake', async () => {
  await as(administrator, LAST, (tx) => endCommune(tx, { ...END, successorUrl: '' }));
  await as(administrator, AFTER, reopenCommune);
  await as(administrator, AFTER, (tx) => addVillage(tx, 'Thôn Còn'));
  const kinds = (await as(administrator, AFTER, (tx) => readEvents(tx))).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['commune.ended', 'commune.reopened']));
});

it('is ended and opened by its administrator only', async () => {
  for (const actor of [person('leader'), person('coordinator'), thePublic]) {
    const code = actor === thePublic ? 'access.sign-in' : 'access.denied';
    await expect(as(actor, LAST, (tx) => endCommune(tx, END))).rejects.toEqual(refusal(code));
    await expect(as(actor, LAST, reopenCommune)).rejects.toEqual(refusal(code));
  }
});
