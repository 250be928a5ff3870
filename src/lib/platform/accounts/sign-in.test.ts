// Signing in, slowed guessing, and that nobody can be locked out by strangers.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../actor.ts';
import { inCommune } from '../database/commune.server.ts';
import { readEvents } from '../events/read.server.ts';
import { addTestCommune, useTestDatabase } from '../testing.server.ts';
import { disableAccount } from './accounts.server.ts';
import { addPerson, as, from, PASSWORD, useTestKeys } from './accounts.samples.ts';
import { rememberDevice } from './known-device.server.ts';
import { findSession } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';

const office = useTestDatabase();
useTestKeys();

const T0 = Date.parse('2026-05-04T01:00:00Z');
const MINUTE = 60_000;
let person: Person;

beforeAll(async () => {
  person = await addPerson(office().communeId, 'tu-phap');
});

function attempt(password: string, network: string, nowMs = T0, deviceCookie?: string) {
  const { communeId } = office();
  return signIn(communeId, { login: 'tu-phap', password }, from(network, deviceCookie), nowMs);
}

/** Wrong passwords until the sign-in is slowed; how many were looked at. */
async function guessUntilSlowed(network: string, nowMs = T0, deviceCookie?: string) {
  for (let count = 0; count < 50; count += 1) {
    const code = await attempt('sai mật khẩu rồi', network, nowMs, deviceCookie).catch(
      (error: { code: string }) => error.code,
    );
    if (code === 'sign-in.slowed') return count;
  }
  return Infinity;
}

describe('signIn', () => {
  it('gives a session for the right password, in whatever case the login was typed', async () => {
    const { communeId } = office();
    const typed = { login: ' Tu-Phap ', password: PASSWORD.normalize('NFD') };
    const { token } = await signIn(communeId, typed, from('192.0.2.1'), T0);
    const found = await findSession(communeId, token, T0);
    expect(found?.session).toMatchObject({ stage: 'ready', person: { name: 'Chức danh tu-phap' } });
    const events = await inCommune(communeId, (tx) =>
      readEvents(tx, { kinds: ['account.signed-in'] }),
    );
    expect(events.at(-1)).toMatchObject({ actor: person.accountId, data: { by: 'password' } });
  });

  it('ends the session the browser brought along, and no other', async () => {
    const { communeId } = office();
    const typed = { login: 'tu-phap', password: PASSWORD };
    const { token: elsewhere } = await signIn(communeId, typed, from('192.0.2.1'), T0);
    const { token: old } = await signIn(communeId, typed, from('192.0.2.1'), T0);
    const origin = { ...from('192.0.2.1'), sessionToken: old };
    const wrong = signIn(communeId, { ...typed, password: 'không phải' }, origin, T0);
    await expect(wrong).rejects.toMatchObject({ code: 'sign-in.wrong' });
    expect(await findSession(communeId, old, T0)).toBeDefined();
    const { token } = await signIn(communeId, typed, origin, T0);
    expect(await findSession(communeId, old, T0)).toBeUndefined();
    expect(await findSession(communeId, token, T0)).toBeDefined();
    expect(await findSession(communeId, elsewhere, T0)).toBeDefined();
  });

  it('says the same for an unknown login, a wrong password and a disabled account', async () => {
    const { communeId } = office();
    const disabled = await addPerson(communeId, 'nghi-viec');
    const administrator = await addPerson(communeId, 'quan-tri-1', ['administrator']);
    await as(communeId, administrator, (tx) => disableAccount(tx, disabled.accountId));
    for (const login of ['khong-co', 'tu-phap', 'nghi-viec']) {
      const password = login === 'nghi-viec' ? PASSWORD : 'sai mật khẩu rồi';
      const sent = signIn(communeId, { login, password }, from('192.0.2.2'), T0);
      await expect(sent).rejects.toMatchObject({ code: 'sign-in.wrong' });
    }
  });

  it('doesn’t know an account of another commune', async () => {
    const other = await addTestCommune('xã Bình Minh', 'binh-minh.example');
    const sent = signIn(other, { login: 'tu-phap', password: PASSWORD }, from('192.0.2.3'), T0);
    await expect(sent).rejects.toMatchObject({ code: 'sign-in.wrong' });
  });
});

describe('slowed guessing', () => {
  it('lets five failures by, then makes each wait longer and says until when', async () => {
    expect(await guessUntilSlowed('198.51.100.1')).toBe(6);
    const slowed = await attempt(PASSWORD, '198.51.100.1').catch((error: Error) => error.message);
    // The right password isn't looked at either: the wait holds for everybody there.
    expect(slowed).toContain('Hãy thử lại sau 5 giây (lúc 08:00:05)');
    expect(await guessUntilSlowed('198.51.100.1', T0 + 5_000)).toBe(1);
    const later = attempt(PASSWORD, '198.51.100.1', T0 + 5_000 + 9_999);
    await expect(later).rejects.toMatchObject({ code: 'sign-in.slowed' });
    const after = attempt(PASSWORD, '198.51.100.1', T0 + 5_000 + 10_000);
    await expect(after).resolves.toHaveProperty('token');
  });

  it('counts guesses made at the same time one by one', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => attempt('sai mật khẩu rồi', '198.51.100.2')),
    );
    const codes = all.map((each) => (each.status === 'rejected' ? each.reason.code : 'in'));
    expect(codes.filter((code) => code === 'sign-in.wrong')).toHaveLength(6);
    expect(codes.filter((code) => code === 'sign-in.slowed')).toHaveLength(14);
  });

  it('doesn’t lock out the colleague at another place', async () => {
    await guessUntilSlowed('198.51.100.3');
    await expect(attempt(PASSWORD, '203.0.113.7')).resolves.toHaveProperty('token');
  });

  it('doesn’t lock out the colleague’s own device in the very network of the stranger', async () => {
    const { communeId } = office();
    const device = rememberDevice(undefined, communeId, 'tu-phap');
    await guessUntilSlowed('198.51.100.4');
    await expect(attempt(PASSWORD, '198.51.100.4', T0, device)).resolves.toHaveProperty('token');
  });

  it('slows a known device that guesses, and believes in no forged one', async () => {
    const { communeId } = office();
    const device = rememberDevice(undefined, communeId, 'tu-phap');
    expect(await guessUntilSlowed('198.51.100.5', T0, device)).toBe(6);
    const forged = rememberDevice(undefined, communeId, 'dia-chinh');
    await guessUntilSlowed('198.51.100.6');
    const sent = attempt(PASSWORD, '198.51.100.6', T0, forged);
    await expect(sent).rejects.toMatchObject({ code: 'sign-in.slowed' });
  });

  it('slows a network that tries one login after another', async () => {
    const { communeId } = office();
    let slowedAt = 0;
    for (let count = 0; count < 60 && slowedAt === 0; count += 1) {
      const guess = { login: `nguoi-${count}`, password: 'sai mật khẩu rồi' };
      const code = await signIn(communeId, guess, from('198.51.100.7'), T0).catch(
        (error: { code: string }) => error.code,
      );
      if (code === 'sign-in.slowed') slowedAt = count;
    }
    expect(slowedAt).toBe(31);
  });

  it('forgets failures after half a day', async () => {
    await guessUntilSlowed('198.51.100.8');
    expect(await guessUntilSlowed('198.51.100.8', T0 + 13 * 60 * MINUTE)).toBe(6);
  });

  it('stores neither logins nor addresses', async () => {
    const keys = await inCommune(office().communeId, (tx) =>
      tx.db.selectFrom('sign_in_throttle').select('key_hash').execute(),
    );
    expect(keys.length).toBeGreaterThan(0);
    for (const { key_hash } of keys) expect(key_hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
