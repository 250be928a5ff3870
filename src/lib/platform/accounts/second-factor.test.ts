// The second factor: set up, each code once, recovery codes once, and slowed guessing.
import { generate } from 'otplib';
import { describe, expect, it } from 'vitest';
import type { Role } from '../actor.ts';
import { inCommune } from '../database/commune.server.ts';
import { useTestDatabase } from '../testing.server.ts';
import { addPerson, as, from, PASSWORD, there, useTestKeys } from './accounts.samples.ts';
import { changePassword } from './own-account.server.ts';
import {
  checkOffer,
  confirmSecondFactor,
  countRecoveryCodes,
  offerSecondFactor,
  renewRecoveryCodes,
  reopenOffer,
} from './second-factor.server.ts';
import { findSession } from './sessions.server.ts';
import { giveCode, signIn } from './sign-in.server.ts';

const office = useTestDatabase();
useTestKeys();

const T0 = Date.parse('2026-05-04T01:00:00Z');
const STEP = 30_000;

async function signedIn(login: string, nowMs = T0) {
  const { communeId } = office();
  const attempt = { login, password: PASSWORD };
  const { token } = await signIn(communeId, attempt, from('192.0.2.1'), nowMs);
  return there(await findSession(communeId, token, nowMs)).session;
}

function codeAt(secret: string, nowMs: number): Promise<string> {
  return generate({ secret, epoch: Math.floor(nowMs / 1000) });
}

/** A person with a second factor; the set-up code was of the step before `T0`. */
async function enrolled(login: string, roles: Role[] = ['leader']) {
  const { communeId } = office();
  const person = await addPerson(communeId, login, roles);
  const session = await signedIn(login);
  const offer = offerSecondFactor(person.accountId, login, 'Loa');
  const before = T0 - STEP;
  const code = await codeAt(offer.secret, before);
  const confirmed = there(await checkOffer(offer.sealed, person.accountId, code, before));
  const account = { id: person.accountId, sessionId: session.id };
  const codes = await as(communeId, person, (tx) => confirmSecondFactor(tx, account, confirmed));
  return { person, secret: offer.secret, codes };
}

describe('who needs a second factor', () => {
  it.each([
    ['administrator', 'set-up-code'],
    ['leader', 'set-up-code'],
    ['coordinator', 'set-up-code'],
    ['editor', 'ready'],
    ['member', 'ready'],
  ] as const)('%s is led to %s', async (role, stage) => {
    await addPerson(office().communeId, `vai-${role}`, [role]);
    expect((await signedIn(`vai-${role}`)).stage).toBe(stage);
  });

  it('a demo account is let in without', async () => {
    await addPerson(office().communeId, 'minh-hoa', ['administrator'], { isDemo: true });
    expect((await signedIn('minh-hoa')).stage).toBe('ready');
  });

  it('a password from somebody else is changed first', async () => {
    const { communeId } = office();
    await addPerson(communeId, 'moi', ['leader'], { mustChangePassword: true });
    const session = await signedIn('moi');
    expect(session.stage).toBe('new-password');
    const change = { current: PASSWORD, next: 'mưa rào qua ngõ' };
    const token = await changePassword(communeId, session, change, T0);
    expect((await findSession(communeId, token, T0))?.session.stage).toBe('set-up-code');
  });
});

describe('setting up', () => {
  it('is offered sealed for one account and confirmed by a code', async () => {
    const offer = offerSecondFactor('account-1', 'a', 'Loa – Xã An Bình');
    expect(offer.uri).toContain('otpauth://totp/');
    expect(reopenOffer(offer.sealed, 'account-1', 'a', 'Loa')?.secret).toBe(offer.secret);
    expect(reopenOffer(offer.sealed, 'account-2', 'a', 'Loa')).toBeUndefined();
    expect(await checkOffer(offer.sealed, 'account-1', '000000', T0)).toBeUndefined();
  });

  it('is for one’s own account only, new recovery codes too', async () => {
    const { communeId } = office();
    const { person } = await enrolled('cua-minh');
    const other = await addPerson(communeId, 'nguoi-khac', ['administrator']);
    const account = { id: person.accountId, sessionId: (await signedIn('nguoi-khac')).id };
    const taken = as(communeId, other, (tx) =>
      confirmSecondFactor(tx, account, { secret: 'x', step: 1 }),
    );
    await expect(taken).rejects.toMatchObject({ code: 'access.denied' });
    const renewed = as(communeId, other, (tx) => renewRecoveryCodes(tx, person.accountId));
    await expect(renewed).rejects.toMatchObject({ code: 'access.denied' });
    const own = await as(communeId, person, (tx) => renewRecoveryCodes(tx, person.accountId));
    expect(own).toHaveLength(10);
  });

  it('stores the secret sealed', async () => {
    const { person, secret } = await enrolled('niem-phong');
    const row = await inCommune(office().communeId, (tx) =>
      tx.db
        .selectFrom('account')
        .select('totp_secret')
        .where('id', '=', person.accountId)
        .executeTakeFirstOrThrow(),
    );
    expect(row.totp_secret?.includes(Buffer.from(secret))).toBe(false);
  });
});

describe('giveCode', () => {
  it('asks for the code after the password, and lets in with it', async () => {
    const { communeId } = office();
    const { secret } = await enrolled('mot');
    const session = await signedIn('mot');
    expect(session.stage).toBe('code');
    const code = await codeAt(secret, T0);
    const token = await giveCode(communeId, session, code, from('192.0.2.1'), T0);
    expect((await findSession(communeId, token, T0))?.session.stage).toBe('ready');
  });

  it('takes each code once, also within its half minute and by two requests at once', async () => {
    const { communeId } = office();
    const { secret } = await enrolled('hai');
    const code = await codeAt(secret, T0);
    const sessions = [await signedIn('hai'), await signedIn('hai')];
    const tries = await Promise.allSettled(
      sessions.map((session) => giveCode(communeId, session, code, from('192.0.2.1'), T0)),
    );
    expect(tries.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    const again = giveCode(communeId, await signedIn('hai'), code, from('192.0.2.1'), T0 + 1000);
    await expect(again).rejects.toMatchObject({ code: 'sign-in.wrong-code' });
  });

  it('allows a clock half a minute off, and not more', async () => {
    const { communeId } = office();
    const { secret } = await enrolled('ba');
    const session = await signedIn('ba');
    const late = await codeAt(secret, T0 + 3 * STEP);
    const tooEarly = giveCode(communeId, session, late, from('192.0.2.1'), T0);
    await expect(tooEarly).rejects.toMatchObject({ code: 'sign-in.wrong-code' });
    const near = await codeAt(secret, T0 + STEP);
    expect(await giveCode(communeId, session, near, from('192.0.2.1'), T0)).toBeTypeOf('string');
  });

  it('takes a recovery code once, however it is typed', async () => {
    const { communeId } = office();
    const { person, codes } = await enrolled('bon');
    expect(codes).toHaveLength(10);
    const typed = ` ${(codes[0] ?? '').toUpperCase().replace('-', ' ')} `;
    const first = giveCode(communeId, await signedIn('bon'), typed, from('192.0.2.1'), T0);
    await expect(first).resolves.toBeTypeOf('string');
    const second = giveCode(communeId, await signedIn('bon'), typed, from('192.0.2.1'), T0);
    await expect(second).rejects.toMatchObject({ code: 'sign-in.wrong-code' });
    const left = await inCommune(communeId, (tx) => countRecoveryCodes(tx, person.accountId));
    expect(left).toBe(9);
  });

  it('slows guessing of codes', async () => {
    const { communeId } = office();
    await enrolled('nam');
    const session = await signedIn('nam');
    const codes: string[] = [];
    for (let count = 0; count < 7; count += 1) {
      const guess = giveCode(communeId, session, `00000${count}`, from(`192.0.2.${count}`), T0);
      codes.push(await guess.catch((error: { code: string }) => error.code));
    }
    expect(codes).toEqual([...Array<string>(6).fill('sign-in.wrong-code'), 'sign-in.slowed']);
  });
});
