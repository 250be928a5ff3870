// Signing in: password first, then the second factor where the account has one. What takes long
// (argon2) runs between transactions, never inside one.
import type { Person } from '../actor.ts';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { accountError } from './errors.ts';
import { findKnownDevice } from './known-device.server.ts';
import { verifyPassword } from './password.server.ts';
import { checkCode, openSecret, useRecoveryCode, useStep } from './second-factor.server.ts';
import {
  type CurrentSession,
  endSessionOf,
  replaceToken,
  startSession,
} from './sessions.server.ts';
import { type Bucket, bucketOf, countAttempt, forgive, refuseUntil } from './throttle.server.ts';
import { ACCOUNT_RULE, CODE_RULE, NETWORK_RULE } from './throttle.ts';

/** Where an attempt comes from. */
export interface AttemptOrigin {
  readonly network: string;
  /** The device cookie, as sent. */
  readonly deviceCookie: string | undefined;
  /** "Chrome trên Android" */
  readonly deviceName: string;
  /** The session the browser still carries: whoever signs in there takes its place. */
  readonly sessionToken?: string | undefined;
}

export interface SignedIn {
  readonly accountId: string;
  readonly token: string;
}

/**
 * Checks login and password and starts a session.
 * @throws LoaError `sign-in.wrong`, the same for unknown, disabled and mistyped; `sign-in.slowed`
 */
export async function signIn(
  communeId: string,
  attempt: { login: string; password: string },
  origin: AttemptOrigin,
  nowMs = Date.now(),
): Promise<SignedIn> {
  const login = attempt.login.trim().toLowerCase();
  const buckets = bucketsFor(communeId, login, origin);
  const { until, account } = await inCommune(
    communeId,
    async (tx) => ({
      until: await countAttempt(tx, buckets, nowMs),
      account: await findByLogin(tx, login),
    }),
    { write: true },
  );
  if (until !== undefined) refuseUntil(until, nowMs);
  const usable = account && account.disabled_at === null ? account : undefined;
  const right = await verifyPassword(usable?.password_hash, attempt.password);
  if (!right || !usable) throw accountError('sign-in.wrong');
  const token = await inCommune(
    communeId,
    async (tx) => {
      await forgive(tx, buckets.slice(0, 1), buckets.slice(1), nowMs);
      await endReplaced(tx, origin.sessionToken, nowMs);
      const start = {
        accountId: usable.id,
        device: origin.deviceName,
        secondFactorDone: false,
      };
      // With a second factor, the person counts as signed in once that is done.
      if (!usable.totp_confirmed) recordSignIn(tx, usable.id, 'password');
      return startSession(tx, start, nowMs);
    },
    { write: true, actor: personOf(usable) },
  );
  return { accountId: usable.id, token };
}

/**
 * Checks a code of the authenticator application, or a recovery code, for a session that has passed
 * its password. The session gets a new token.
 * @throws LoaError `sign-in.wrong-code`, `sign-in.slowed`
 */
export async function giveCode(
  communeId: string,
  session: CurrentSession,
  code: string,
  origin: AttemptOrigin,
  nowMs = Date.now(),
): Promise<string> {
  const accountId = session.person.accountId;
  const device = findKnownDevice(origin.deviceCookie, communeId, session.login);
  // Only who knows the password gets here, so one bucket for all strange devices locks out nobody.
  const bucket = bucketOf(CODE_RULE, communeId, 'code', accountId, device ?? '');
  const { until, account } = await inCommune(
    communeId,
    async (tx) => ({
      until: await countAttempt(tx, [bucket], nowMs),
      account: await findByLogin(tx, session.login),
    }),
    { write: true },
  );
  if (until !== undefined) refuseUntil(until, nowMs);
  if (!account?.totp_secret) throw accountError('sign-in.wrong-code', {}, 'login-code');
  const secret = openSecret(accountId, account.totp_secret);
  const step = await checkCode(secret, code, account.totp_last_step, nowMs);
  return inCommune(
    communeId,
    async (tx) => {
      const right =
        step === undefined
          ? await useRecoveryCode(tx, accountId, code, nowMs)
          : await useStep(tx, accountId, step);
      if (!right) throw accountError('sign-in.wrong-code', {}, 'login-code');
      await forgive(tx, [bucket], [], nowMs);
      recordSignIn(tx, accountId, step === undefined ? 'recovery-code' : 'second-factor');
      return replaceToken(tx, session.id, { secondFactorDone: true }, nowMs);
    },
    { write: true, actor: session.person },
  );
}

/** The first bucket is the account's own and is emptied by a success; the rest get theirs back. */
function bucketsFor(communeId: string, login: string, origin: AttemptOrigin): Bucket[] {
  const device = findKnownDevice(origin.deviceCookie, communeId, login);
  // A known device answers for itself only: what strangers do in the same network isn't counted.
  if (device) return [bucketOf(ACCOUNT_RULE, communeId, 'device', login, device)];
  return [
    bucketOf(ACCOUNT_RULE, communeId, 'login', login, origin.network),
    bucketOf(NETWORK_RULE, communeId, 'network', origin.network),
  ];
}

/** The cookie is written over, so its session would stay open with nobody able to end it there. */
async function endReplaced(tx: Tx, token: string | undefined, nowMs: number): Promise<void> {
  const accountId = token && (await endSessionOf(tx, token, nowMs));
  if (!accountId) return;
  tx.record({ kind: 'account.session-ended', subject: { type: 'account', id: accountId } });
}

function findByLogin(tx: Tx, login: string) {
  return tx.db.selectFrom('account').selectAll().where('login', '=', login).executeTakeFirst();
}

function recordSignIn(tx: Tx, accountId: string, by: string): void {
  tx.record({
    kind: 'account.signed-in',
    subject: { type: 'account', id: accountId },
    data: { by },
  });
}

function personOf(account: { id: string; name: string }): Person {
  return { kind: 'person', accountId: account.id, name: account.name, roles: [], unitIds: [] };
}
