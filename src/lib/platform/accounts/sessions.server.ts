// Sessions: who a cookie's token stands for, until when. Session times are real time, also in a demo
// office whose clock stands still.
import { sql } from 'kysely';
import { instantFromMillis } from '#lib/vietnam/index.ts';
import type { Person, Role } from '../actor.ts';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { newId } from '../ids.server.ts';
import {
  CHANGE_TOKEN_AFTER_MS,
  PREVIOUS_TOKEN_MS,
  REMEMBER_EXPIRED_MS,
  SEEN_EVERY_MS,
  sessionLimits,
  type Stage,
  stageOf,
} from './session-rules.ts';
import { hashToken, newToken } from './tokens.server.ts';

/** The session a request belongs to. */
export interface CurrentSession {
  readonly id: string;
  readonly person: Person;
  readonly login: string;
  readonly isDemo: boolean;
  readonly hasSecondFactor: boolean;
  readonly stage: Stage;
}

export interface FoundSession {
  readonly session: CurrentSession;
  /** Ran out less than a day ago: no longer good for anything but keeping a form for its owner. */
  readonly expired: boolean;
  /** Present when the browser must carry another token from now on. */
  readonly newToken: string | undefined;
}

export function limits() {
  return sessionLimits(process.env['LOA_SESSION_IDLE_MINUTES'], process.env['LOA_SESSION_HOURS']);
}

/** Starts a session and returns its token, which is stored nowhere. */
export async function startSession(
  tx: Tx,
  start: { accountId: string; device: string; secondFactorDone: boolean },
  nowMs: number,
): Promise<string> {
  const token = newToken();
  const { idleMs, absoluteMs } = limits();
  const now = instantFromMillis(nowMs);
  await tx.db
    .insertInto('session')
    .values({
      commune_id: tx.communeId,
      id: newId(),
      token_hash: hashToken(token),
      token_changed_at: now,
      account_id: start.accountId,
      device: start.device,
      created_at: now,
      last_seen_at: now,
      idle_until: instantFromMillis(nowMs + idleMs),
      absolute_until: instantFromMillis(nowMs + absoluteMs),
      second_factor_done: start.secondFactorDone,
    })
    .execute();
  return token;
}

/** Whose session a token opens; undefined when unknown, ended, disabled or long expired. */
export async function findSession(
  communeId: string,
  token: string,
  nowMs = Date.now(),
): Promise<FoundSession | undefined> {
  const hash = hashToken(token);
  const row = await inCommune(communeId, (tx) => readSession(tx, hash));
  if (!row || row.ended_at !== null || row.disabled_at !== null) return undefined;
  const isPrevious = row.token_hash !== hash;
  if (isPrevious && Date.parse(row.token_changed_at) + PREVIOUS_TOKEN_MS < nowMs) return undefined;
  const until = Math.min(Date.parse(row.idle_until), Date.parse(row.absolute_until));
  if (until + REMEMBER_EXPIRED_MS < nowMs) return undefined;
  const session = sessionOf(row);
  if (until < nowMs) return { session, expired: true, newToken: undefined };
  const isOld = Date.parse(row.token_changed_at) + CHANGE_TOKEN_AFTER_MS < nowMs;
  const mustChange = !isPrevious && (row.change_due || isOld);
  if (mustChange || Date.parse(row.last_seen_at) + SEEN_EVERY_MS < nowMs) {
    const changed = mustChange ? newToken() : undefined;
    const won = await inCommune(communeId, (tx) => touch(tx, row, changed, nowMs), { write: true });
    return { session, expired: false, newToken: won ? changed : undefined };
  }
  return { session, expired: false, newToken: undefined };
}

/** Gives the session another token, for example after the second factor; the old one stops at once. */
export async function replaceToken(
  tx: Tx,
  sessionId: string,
  change: { secondFactorDone?: boolean },
  nowMs: number,
): Promise<string> {
  const token = newToken();
  await tx.db
    .updateTable('session')
    .set({
      token_hash: hashToken(token),
      previous_hash: null,
      token_changed_at: instantFromMillis(nowMs),
      change_due: false,
      ...(change.secondFactorDone === undefined
        ? {}
        : { second_factor_done: change.secondFactorDone }),
    })
    .where('id', '=', sessionId)
    .execute();
  return token;
}

export async function endSession(tx: Tx, sessionId: string, nowMs = Date.now()): Promise<void> {
  await tx.db
    .updateTable('session')
    .set({ ended_at: instantFromMillis(nowMs) })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends the session a token opens, if it is open. Returns whose it was. */
export async function endSessionOf(
  tx: Tx,
  token: string,
  nowMs: number,
): Promise<string | undefined> {
  const hash = hashToken(token);
  const ended = await tx.db
    .updateTable('session')
    .set({ ended_at: instantFromMillis(nowMs) })
    .where((any) => any.or([any('token_hash', '=', hash), any('previous_hash', '=', hash)]))
    .where('ended_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  return ended?.account_id;
}

/** Ends every session of the account, or every one but `exceptId`. */
export async function endSessions(
  tx: Tx,
  accountId: string,
  exceptId?: string,
  nowMs = Date.now(),
): Promise<void> {
  let query = tx.db
    .updateTable('session')
    .set({ ended_at: instantFromMillis(nowMs) })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null);
  if (exceptId) query = query.where('id', '!=', exceptId);
  await query.execute();
}

/** After rights changed: each of the account's sessions gets a new token with its next request. */
export async function changeTokensSoon(tx: Tx, accountId: string): Promise<void> {
  await tx.db
    .updateTable('session')
    .set({ change_due: true })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute();
}

export interface OpenSession {
  readonly id: string;
  readonly device: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

/** The account's open sessions, the one seen last first. */
export async function listSessions(
  tx: Tx,
  accountId: string,
  nowMs = Date.now(),
): Promise<OpenSession[]> {
  const now = instantFromMillis(nowMs);
  const rows = await tx.db
    .selectFrom('session')
    .select(['id', 'device', 'created_at', 'last_seen_at'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('idle_until', '>', now)
    .where('absolute_until', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }));
}

function readSession(tx: Tx, hash: string) {
  return tx.db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'session.commune_id')
        .onRef('account.id', '=', 'session.account_id'),
    )
    .select([
      'session.id',
      'session.token_hash',
      'session.token_changed_at',
      'session.change_due',
      'session.last_seen_at',
      'session.idle_until',
      'session.absolute_until',
      'session.second_factor_done',
      'session.ended_at',
      'account.id as account_id',
      'account.login',
      'account.name',
      'account.is_demo',
      'account.must_change_password',
      'account.totp_confirmed',
      'account.disabled_at',
      sql<
        string[]
      >`ARRAY(SELECT role FROM account_role WHERE account_role.commune_id = account.commune_id
        AND account_id = account.id ORDER BY role)`.as('roles'),
      sql<
        string[]
      >`ARRAY(SELECT unit_id::text FROM unit_member WHERE unit_member.commune_id = account.commune_id
        AND account_id = account.id ORDER BY unit_id)`.as('unit_ids'),
    ])
    .where((any) => any.or([any('token_hash', '=', hash), any('previous_hash', '=', hash)]))
    .executeTakeFirst();
}

type SessionRow = NonNullable<Awaited<ReturnType<typeof readSession>>>;

function sessionOf(row: SessionRow): CurrentSession {
  const person: Person = {
    kind: 'person',
    accountId: row.account_id,
    name: row.name,
    roles: row.roles as Role[],
    unitIds: row.unit_ids,
  };
  const stage = stageOf({
    person,
    isDemo: row.is_demo,
    mustChangePassword: row.must_change_password,
    hasSecondFactor: row.totp_confirmed,
    secondFactorDone: row.second_factor_done,
  });
  return {
    id: row.id,
    person,
    login: row.login,
    isDemo: row.is_demo,
    hasSecondFactor: row.totp_confirmed,
    stage,
  };
}

/** Of two requests at once only one changes the token: false for the other. */
async function touch(
  tx: Tx,
  row: SessionRow,
  changed: string | undefined,
  nowMs: number,
): Promise<boolean> {
  const idleUntil = Math.min(nowMs + limits().idleMs, Date.parse(row.absolute_until));
  const now = instantFromMillis(nowMs);
  const seen = { last_seen_at: now, idle_until: instantFromMillis(idleUntil) };
  const token = changed && {
    token_hash: hashToken(changed),
    previous_hash: row.token_hash,
    token_changed_at: now,
    change_due: false,
  };
  const done = await tx.db
    .updateTable('session')
    .set({ ...seen, ...token })
    .where('id', '=', row.id)
    .where('token_hash', '=', row.token_hash)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
