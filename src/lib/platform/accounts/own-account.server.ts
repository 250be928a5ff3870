// What people do to their own account: change the password, look after their sessions.
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { accountError } from './errors.ts';
import { findPasswordFault } from './password-rules.ts';
import { hashPassword, verifyPassword } from './password.server.ts';
import { requireInPlatform } from './permissions.ts';
import { type CurrentSession, endSession, endSessions, replaceToken } from './sessions.server.ts';
import { bucketOf, countAttempt, forgive, refuseUntil } from './throttle.server.ts';
import { CODE_RULE } from './throttle.ts';

/**
 * Asks again for the password of the account before its protection is changed: a session left open must
 * not be enough, nor become a way to find the password out, so guesses are slowed as codes are.
 * @throws LoaError `password.wrong` (field `current-password`), `sign-in.slowed`
 */
export async function confirmPassword(
  communeId: string,
  session: CurrentSession,
  password: string,
  nowMs = Date.now(),
): Promise<void> {
  const { accountId } = session.person;
  const bucket = bucketOf(CODE_RULE, communeId, 'own-password', accountId);
  const { until, stored } = await inCommune(
    communeId,
    async (tx) => ({
      until: await countAttempt(tx, [bucket], nowMs),
      stored: await tx.db
        .selectFrom('account')
        .select('password_hash')
        .where('id', '=', accountId)
        .executeTakeFirst(),
    }),
    { write: true },
  );
  if (until !== undefined) refuseUntil(until, nowMs);
  const right = await verifyPassword(stored?.password_hash, password);
  if (!right) throw accountError('password.wrong', {}, 'current-password');
  await inCommune(communeId, (tx) => forgive(tx, [bucket], [], nowMs), { write: true });
}

/**
 * Changes the password; every other session ends and this one gets a new token, which is returned.
 * @throws LoaError `password.…`
 */
export async function changePassword(
  communeId: string,
  session: CurrentSession,
  change: { current: string; next: string },
  nowMs = Date.now(),
): Promise<string> {
  const { accountId } = session.person;
  requireInPlatform(session.person, 'account.own', { accountId });
  await confirmPassword(communeId, session, change.current, nowMs);
  const fault = findPasswordFault(change.next, session.login, 'new-password');
  if (fault) throw fault;
  if (change.next === change.current) throw accountError('password.same', {}, 'new-password');
  const password_hash = await hashPassword(change.next);
  return inCommune(
    communeId,
    async (tx) => {
      await tx.db
        .updateTable('account')
        .set({ password_hash, must_change_password: false })
        .where('id', '=', accountId)
        .execute();
      await endSessions(tx, accountId, session.id, nowMs);
      tx.record({
        kind: 'account.password-changed',
        subject: { type: 'account', id: accountId },
      });
      return replaceToken(tx, session.id, {}, nowMs);
    },
    { write: true, actor: session.person },
  );
}

/** Ends every session of the account, this one included. */
export async function signOutEverywhere(tx: Tx, accountId: string): Promise<void> {
  requireInPlatform(tx.actor, 'account.own', { accountId });
  await endSessions(tx, accountId);
  tx.record({
    kind: 'account.signed-out-everywhere',
    subject: { type: 'account', id: accountId },
  });
}

/** Ends one session of the account; another account's session is left alone. */
export async function endOwnSession(tx: Tx, accountId: string, sessionId: string): Promise<void> {
  requireInPlatform(tx.actor, 'account.own', { accountId });
  const own = await tx.db
    .selectFrom('session')
    .select('id')
    .where('id', '=', sessionId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!own) return;
  await endSession(tx, sessionId);
  tx.record({ kind: 'account.session-ended', subject: { type: 'account', id: accountId } });
}
