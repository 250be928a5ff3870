// Keeping accounts, and that each way of changing one is closed to everybody else.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../actor.ts';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { readEvents } from '../events/read.server.ts';
import { addUnit } from '../office/units.server.ts';
import { addTestCommune, useTestDatabase } from '../testing.server.ts';
import {
  createAccount,
  disableAccount,
  enableAccount,
  getAccount,
  listAccounts,
  removeSecondFactor,
  resetPassword,
  updateAccount,
} from './accounts.server.ts';
import { addPerson, as, there, useTestKeys } from './accounts.samples.ts';

const office = useTestDatabase();
useTestKeys();
let administrator: Person;
let member: Person;

beforeAll(async () => {
  administrator = await addPerson(office().communeId, 'quan-tri', ['administrator']);
  member = await addPerson(office().communeId, 'tu-phap');
});

describe('accounts', () => {
  it('are created once per login, with roles and units', async () => {
    const { communeId } = office();
    const fresh = { name: 'Văn hóa', passwordHash: 'x', roles: ['member' as const] };
    const id = await as(communeId, administrator, async (tx) => {
      const unitId = await addUnit(tx, 'Văn hóa – Xã hội');
      return createAccount(tx, { ...fresh, login: 'van-hoa', unitIds: [unitId] });
    });
    const account = await as(communeId, administrator, (tx) => getAccount(tx, id));
    expect(account).toMatchObject({ login: 'van-hoa', roles: ['member'], disabledAt: null });
    expect(account.unitIds).toHaveLength(1);
    const again = as(communeId, administrator, (tx) =>
      createAccount(tx, { ...fresh, login: 'Van-Hoa', unitIds: [] }),
    );
    await expect(again).rejects.toMatchObject({ code: 'account.login-taken', field: 'login' });
  });

  it('keep events free of names', async () => {
    const events = await inCommune(office().communeId, (tx) => readEvents(tx));
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toMatch(/van-hoa|Văn hóa|Chức danh/);
  });

  it('record what changed and nothing else', async () => {
    const { communeId } = office();
    const person = await addPerson(communeId, 'dia-chinh');
    const same = { name: person.name, roles: person.roles, unitIds: [] };
    await as(communeId, administrator, (tx) => updateAccount(tx, person.accountId, same));
    await as(communeId, administrator, (tx) =>
      updateAccount(tx, person.accountId, { ...same, roles: ['editor'] }),
    );
    const subject = { type: 'account', id: person.accountId };
    const events = await inCommune(communeId, (tx) => readEvents(tx, { subject }));
    expect(events.map((event) => event.kind)).toEqual(['account.created', 'account.roles-changed']);
    expect(events[1]).toMatchObject({ data: { before: ['member'], after: ['editor'] } });
  });

  it('leave one also when two administrators disable each other at once', async () => {
    for (const round of ['mot', 'hai', 'ba']) {
      const communeId = await addTestCommune('xã Hai Quản Trị', `${round}.example`);
      const [one, other] = [
        await addPerson(communeId, 'quan-tri-1', ['administrator']),
        await addPerson(communeId, 'quan-tri-2', ['administrator']),
      ];
      const both = await Promise.allSettled([
        as(communeId, one, (tx) => disableAccount(tx, other.accountId)),
        as(communeId, other, (tx) => disableAccount(tx, one.accountId)),
      ]);
      expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('always leave one administrator', async () => {
    const { communeId } = office();
    const { accountId, name } = administrator;
    const asMember = { name, roles: ['member' as const], unitIds: [] };
    const code = 'account.last-administrator';
    const demote = as(communeId, administrator, (tx) => updateAccount(tx, accountId, asMember));
    await expect(demote).rejects.toMatchObject({ code });
    const disable = as(communeId, administrator, (tx) => disableAccount(tx, accountId));
    await expect(disable).rejects.toMatchObject({ code });
  });

  it('leave one administrator also when two take each other’s role at once', async () => {
    const id = await addTestCommune('xã Hai Người', 'hai-nguoi.example');
    const first = await addPerson(id, 'mot', ['administrator']);
    const second = await addPerson(id, 'hai', ['administrator']);
    const demote = (by: Person, whom: Person) =>
      as(id, by, (tx) =>
        updateAccount(tx, whom.accountId, { name: whom.name, roles: ['member'], unitIds: [] }),
      );
    const outcomes = await Promise.allSettled([demote(first, second), demote(second, first)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('of another commune can’t be found', async () => {
    const other = await addTestCommune('xã Bình Minh', 'binh-minh.example');
    const found = as(other, administrator, (tx) => getAccount(tx, member.accountId));
    await expect(found).rejects.toMatchObject({ code: 'account.not-found' });
  });
});

describe('a person who isn’t administrator', () => {
  const unchanged = { name: 'x', roles: ['administrator' as const], unitIds: [] };
  const ways: Record<string, (tx: Tx, id: string) => Promise<unknown>> = {
    list: (tx) => listAccounts(tx),
    look: (tx, id) => getAccount(tx, id),
    create: (tx) => createAccount(tx, { ...unchanged, login: 'moi', passwordHash: 'x' }),
    change: (tx, id) => updateAccount(tx, id, unchanged),
    'reset a password': (tx, id) => resetPassword(tx, id, 'x'),
    'remove a second factor': (tx, id) => removeSecondFactor(tx, id),
    disable: (tx, id) => disableAccount(tx, id),
    enable: (tx, id) => enableAccount(tx, id),
  };

  it.each(Object.keys(ways))('can’t %s', async (way) => {
    const attempt = as(office().communeId, member, (tx) => there(ways[way])(tx, member.accountId));
    await expect(attempt).rejects.toMatchObject({ code: 'access.denied' });
  });
});
