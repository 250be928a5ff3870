// How long a session lives, when its token changes, and what ends it.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../actor.ts';
import { inCommune } from '../database/commune.server.ts';
import { addTestCommune, useTestDatabase } from '../testing.server.ts';
import { disableAccount, resetPassword, updateAccount } from './accounts.server.ts';
import { addPerson, as, from, PASSWORD, there, useTestKeys } from './accounts.samples.ts';
import { changePassword, endOwnSession, signOutEverywhere } from './own-account.server.ts';
import { findSession, listSessions } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';
import { sweepAccounts } from './upkeep.server.ts';

const office = useTestDatabase();
useTestKeys();

const T0 = Date.parse('2026-05-04T01:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let administrator: Person;

beforeAll(async () => {
  administrator = await addPerson(office().communeId, 'quan-tri', ['administrator']);
  await addPerson(office().communeId, 'quan-tri-2', ['administrator']);
});

async function signedIn(login: string, nowMs = T0) {
  const { communeId } = office();
  const origin = from('192.0.2.1');
  const { token } = await signIn(communeId, { login, password: PASSWORD }, origin, nowMs);
  return token;
}

function look(token: string, nowMs: number) {
  return findSession(office().communeId, token, nowMs);
}

describe('a session', () => {
  it('ends after an hour without a request, and lives on with requests', async () => {
    await addPerson(office().communeId, 'mot');
    const idle = await signedIn('mot');
    const used = await signedIn('mot');
    expect(await look(used, T0 + 59 * MINUTE)).toMatchObject({ expired: false });
    expect(await look(idle, T0 + 61 * MINUTE)).toMatchObject({ expired: true });
    expect(await look(used, T0 + 117 * MINUTE)).toMatchObject({ expired: false });
  });

  it('ends after twelve hours whatever happens', async () => {
    await addPerson(office().communeId, 'hai');
    const token = await signedIn('hai');
    for (let at = T0; at < T0 + 12 * HOUR; at += 50 * MINUTE) {
      expect(await look(token, at)).toMatchObject({ expired: false });
    }
    expect(await look(token, T0 + 12 * HOUR + 1)).toMatchObject({ expired: true });
  });

  it('is forgotten a day after it ran out', async () => {
    await addPerson(office().communeId, 'ba');
    const token = await signedIn('ba');
    expect(await look(token, T0 + 20 * HOUR)).toMatchObject({ expired: true });
    expect(await look(token, T0 + 26 * HOUR)).toBeUndefined();
  });

  it('stores no token that could be used', async () => {
    const token = await signedIn('ba');
    const rows = await inCommune(office().communeId, (tx) =>
      tx.db.selectFrom('session').selectAll().execute(),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is unknown to another commune and to a changed token', async () => {
    const other = await addTestCommune('xã Bình Minh', 'binh-minh.example');
    const token = await signedIn('ba');
    expect(await findSession(other, token, T0)).toBeUndefined();
    expect(await look(`${token.slice(0, -1)}_`, T0)).toBeUndefined();
  });

  it('writes last_seen at most once a minute', async () => {
    const { communeId } = office();
    const { accountId } = await addPerson(communeId, 'bon');
    const token = await signedIn('bon');
    await look(token, T0 + 30_000);
    const seen = async () => {
      const open = await inCommune(communeId, (tx) => listSessions(tx, accountId, T0));
      return open[0]?.lastSeenAt;
    };
    expect(await seen()).toBe('2026-05-04T01:00:00.000Z');
    await look(token, T0 + 61_000);
    expect(await seen()).toBe('2026-05-04T01:01:01.000Z');
  });
});

describe('a change of rights', () => {
  it('holds at once, and the next request gets another token; the old one a minute longer', async () => {
    const { communeId } = office();
    const person = await addPerson(communeId, 'nam');
    const token = await signedIn('nam');
    const wanted = { name: person.name, roles: ['editor' as const], unitIds: [] };
    await as(communeId, administrator, (tx) => updateAccount(tx, person.accountId, wanted));
    const found = await look(token, T0 + 1000);
    expect(found?.session.person.roles).toEqual(['editor']);
    expect(found?.newToken).toBeDefined();
    expect(await look(token, T0 + 30_000)).toMatchObject({ newToken: undefined });
    expect(await look(token, T0 + 62_000)).toBeUndefined();
    expect(await look(found?.newToken ?? '', T0 + 62_000)).toMatchObject({ expired: false });
  });

  it('changes the token once for two requests at the same time', async () => {
    const { communeId } = office();
    const person = await addPerson(communeId, 'sau');
    const token = await signedIn('sau');
    const wanted = { name: person.name, roles: ['editor' as const], unitIds: [] };
    await as(communeId, administrator, (tx) => updateAccount(tx, person.accountId, wanted));
    const both = await Promise.all([look(token, T0 + 1000), look(token, T0 + 1000)]);
    const given = both.flatMap((each) => each?.newToken ?? []);
    expect(given).toHaveLength(1);
    expect(await look(given[0] ?? '', T0 + 2000)).toMatchObject({ expired: false });
  });
});

describe('what ends sessions', () => {
  it('signing out everywhere, a reset password and a disabled account end all of them', async () => {
    const { communeId } = office();
    const person = await addPerson(communeId, 'bay');
    const ends = [
      () => as(communeId, person, (tx) => signOutEverywhere(tx, person.accountId)),
      () => as(communeId, administrator, (tx) => disableAccount(tx, person.accountId)),
    ];
    for (const end of ends) {
      const tokens = [await signedIn('bay'), await signedIn('bay')];
      await end();
      for (const token of tokens) expect(await look(token, T0)).toBeUndefined();
    }
    const other = await addPerson(communeId, 'tam');
    const token = await signedIn('tam');
    await as(communeId, administrator, (tx) => resetPassword(tx, other.accountId, 'x'));
    expect(await look(token, T0)).toBeUndefined();
  });

  it('a changed password ends the others and gives this one a new token', async () => {
    const { communeId } = office();
    await addPerson(communeId, 'chin');
    const other = await signedIn('chin');
    const own = await signedIn('chin');
    const { session } = there(await look(own, T0));
    const change = { current: PASSWORD, next: 'mưa rào qua ngõ' };
    const token = await changePassword(communeId, session, change, T0);
    expect(await look(other, T0)).toBeUndefined();
    expect(await look(own, T0)).toBeUndefined();
    expect(await look(token, T0)).toMatchObject({ expired: false });
  });

  it('nobody ends another person’s session', async () => {
    const { communeId } = office();
    const person = await addPerson(communeId, 'muoi');
    const stranger = await addPerson(communeId, 'muoi-mot');
    const token = await signedIn('muoi');
    const { session } = there(await look(token, T0));
    await as(communeId, stranger, (tx) => endOwnSession(tx, stranger.accountId, session.id));
    expect(await look(token, T0)).toMatchObject({ expired: false });
    const forOther = as(communeId, stranger, (tx) => signOutEverywhere(tx, person.accountId));
    await expect(forOther).rejects.toMatchObject({ code: 'access.denied' });
  });
});

describe('what sessions leave behind', () => {
  it('is swept away when it is long over, and not before', async () => {
    const id = await addTestCommune('xã Quét Dọn', 'quet-don.example');
    await addPerson(id, 'mot');
    await signIn(id, { login: 'mot', password: PASSWORD }, from('192.0.2.1'), T0);
    const left = () => inCommune(id, (tx) => tx.db.selectFrom('session').select('id').execute());
    await sweepAccounts(id, T0 + 30 * 24 * HOUR);
    expect(await left()).toHaveLength(1);
    await sweepAccounts(id, T0 + 31 * 24 * HOUR);
    expect(await left()).toHaveLength(0);
  });
});
