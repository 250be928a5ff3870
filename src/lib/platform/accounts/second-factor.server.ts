// The second factor: six digits of an authenticator application (RFC 6238), each time step good once,
// and ten recovery codes for a lost telephone.
import { randomInt } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';
import { instantFromMillis } from '#lib/vietnam/index.ts';
import type { Tx } from '../database/tx.server.ts';
import { keyedDigest, openSealed, seal } from '../keys.server.ts';
import { requireInPlatform } from './permissions.ts';
import { endSessions } from './sessions.server.ts';

/** A telephone's clock may be one step (30 s) off either way. */
const TOLERANCE_S = 30;
const RECOVERY_CODES = 10;
/** No letters or digits that are mistaken for each other. */
const CODE_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export interface Enrolment {
  /** Base32, for typing in by hand. */
  readonly secret: string;
  /** `otpauth://…`, drawn as a QR code. */
  readonly uri: string;
  /** The secret sealed for this account, carried by the form until a code confirms it. */
  readonly sealed: string;
}

/** Offers a secret; nothing is stored before a code shows that the application has it. */
export function offerSecondFactor(accountId: string, login: string, issuer: string): Enrolment {
  return describe(generateSecret(), accountId, login, issuer);
}

/** The same offer again, after a wrong code. Undefined when the sealed text isn't ours. */
export function reopenOffer(
  sealed: string,
  accountId: string,
  login: string,
  issuer: string,
): Enrolment | undefined {
  const secret = openOffer(sealed, accountId);
  return secret === undefined ? undefined : describe(secret, accountId, login, issuer);
}

function describe(secret: string, accountId: string, login: string, issuer: string): Enrolment {
  const sealed = seal('second-factor', Buffer.from(secret), `offer:${accountId}`);
  const uri = generateURI({ issuer, label: login, secret });
  return { secret, uri, sealed: sealed.toString('base64url') };
}

function openOffer(sealed: string, accountId: string): string | undefined {
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    return openSealed('second-factor', bytes, `offer:${accountId}`).toString();
  } catch {
    return undefined;
  }
}

/** The time step of a right code, undefined for a wrong or used one. */
export async function checkCode(
  secret: string,
  code: string,
  lastStep: number | null,
  nowMs: number,
): Promise<number | undefined> {
  const token = code.replace(/\s+/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const result = await verify({
    secret,
    token,
    epoch: Math.floor(nowMs / 1000),
    epochTolerance: TOLERANCE_S,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

/** The step of a right code for an offered secret. */
export async function checkOffer(
  sealed: string,
  accountId: string,
  code: string,
  nowMs: number,
): Promise<{ secret: string; step: number } | undefined> {
  const secret = openOffer(sealed, accountId);
  if (secret === undefined) return undefined;
  const step = await checkCode(secret, code, null, nowMs);
  return step === undefined ? undefined : { secret, step };
}

/**
 * Stores a confirmed secret and new recovery codes of the actor's own account; other sessions end.
 * Returns the codes.
 */
export async function confirmSecondFactor(
  tx: Tx,
  account: { id: string; sessionId: string },
  confirmed: { secret: string; step: number },
): Promise<string[]> {
  requireInPlatform(tx.actor, 'account.own', { accountId: account.id });
  await tx.db
    .updateTable('account')
    .set({
      totp_secret: seal('second-factor', Buffer.from(confirmed.secret), `account:${account.id}`),
      totp_confirmed: true,
      totp_last_step: confirmed.step,
    })
    .where('id', '=', account.id)
    .execute();
  await endSessions(tx, account.id, account.sessionId);
  tx.record({
    kind: 'account.second-factor-set-up',
    subject: { type: 'account', id: account.id },
  });
  return replaceRecoveryCodes(tx, account.id);
}

/** The account's secret in clear. */
export function openSecret(accountId: string, sealed: Buffer): string {
  return openSealed('second-factor', sealed, `account:${accountId}`).toString();
}

/** Marks a step as used. False when another request has used it, or a later one, meanwhile. */
export async function useStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const done = await tx.db
    .updateTable('account')
    .set({ totp_last_step: step })
    .where('id', '=', accountId)
    .where((any) => any.or([any('totp_last_step', 'is', null), any('totp_last_step', '<', step)]))
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Replaces the actor's own recovery codes and returns the new ones, to be shown once. */
export async function renewRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
  requireInPlatform(tx.actor, 'account.own', { accountId });
  tx.record({
    kind: 'account.recovery-codes-renewed',
    subject: { type: 'account', id: accountId },
  });
  return replaceRecoveryCodes(tx, accountId);
}

async function replaceRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await tx.db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await tx.db
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        commune_id: tx.communeId,
        account_id: accountId,
        code_hash: hashRecoveryCode(accountId, code),
      })),
    )
    .execute();
  return codes;
}

/** Uses up a recovery code. False when it is wrong or was used before. */
export async function useRecoveryCode(
  tx: Tx,
  accountId: string,
  code: string,
  nowMs: number,
): Promise<boolean> {
  const done = await tx.db
    .updateTable('recovery_code')
    .set({ used_at: instantFromMillis(nowMs) })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashRecoveryCode(accountId, code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return false;
  tx.record({ kind: 'account.recovery-code-used', subject: { type: 'account', id: accountId } });
  return true;
}

export async function countRecoveryCodes(tx: Tx, accountId: string): Promise<number> {
  const row = await tx.db
    .selectFrom('recovery_code')
    .select((all) => all.fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.left);
}

function newRecoveryCode(): string {
  const letters = () =>
    Array.from({ length: 5 }, () => CODE_LETTERS.charAt(randomInt(CODE_LETTERS.length))).join('');
  return `${letters()}-${letters()}`;
}

function hashRecoveryCode(accountId: string, code: string): string {
  return keyedDigest('recovery-codes', accountId, code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
