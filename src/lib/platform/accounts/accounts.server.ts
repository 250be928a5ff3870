// Keeping accounts: create, find, change roles and units, reset, disable.
import { sql } from 'kysely';
import type { Person, Role } from '../actor.ts';
import { takeTurns } from '../database/take-turns.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { newId } from '../ids.server.ts';
import { accountError } from './errors.ts';
import { requireInPlatform } from './permissions.ts';
import { changeTokensSoon, endSessions } from './sessions.server.ts';

export interface Account {
  readonly id: string;
  readonly login: string;
  /** Position: "Công chức Tư pháp". */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unitIds: readonly string[];
  readonly isDemo: boolean;
  readonly hasSecondFactor: boolean;
  readonly mustChangePassword: boolean;
  /** ISO UTC; null while it may sign in. */
  readonly disabledAt: string | null;
}

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  /** From `hashPassword`, made before the transaction. */
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly unitIds: readonly string[];
  readonly isDemo?: boolean;
  /** True for passwords that somebody else has seen. */
  readonly mustChangePassword?: boolean;
}

/** @throws LoaError `account.login-taken` */
export async function createAccount(tx: Tx, account: NewAccount): Promise<string> {
  requireInPlatform(tx.actor, 'account.manage', {});
  const id = newId();
  const login = account.login.toLowerCase();
  const done = await tx.db
    .insertInto('account')
    .values({
      commune_id: tx.communeId,
      id,
      login,
      name: account.name,
      password_hash: account.passwordHash,
      is_demo: account.isDemo ?? false,
      must_change_password: account.mustChangePassword ?? false,
    })
    .onConflict((conflict) => conflict.constraint('account_login_unique').doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows === 0n) {
    throw accountError('account.login-taken', { login }, 'login');
  }
  await writeRoles(tx, id, account.roles);
  await writeUnits(tx, id, account.unitIds);
  tx.record({
    kind: 'account.created',
    subject: { type: 'account', id },
    data: { roles: [...account.roles].sort(), unitIds: [...account.unitIds].sort() },
  });
  return id;
}

/** All accounts of the commune by login, those that are disabled last. */
export async function listAccounts(tx: Tx): Promise<Account[]> {
  requireInPlatform(tx.actor, 'account.manage', {});
  const rows = await selectAccounts(tx).orderBy('login').execute();
  const accounts = rows.map(accountOf);
  return accounts.sort((a, b) => Number(a.disabledAt !== null) - Number(b.disabledAt !== null));
}

/** The position of every account by its id, for showing who did a thing. */
export async function listPositions(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.db.selectFrom('account').select(['id', 'name']).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** As whom an account acts today; undefined where it may no longer sign in. For rooms that ask what it may. */
export async function findPerson(tx: Tx, id: string): Promise<Person | undefined> {
  const row = await selectAccounts(tx)
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, roles, unitIds } = accountOf(row);
  return { kind: 'person', accountId: id, name, roles, unitIds };
}

/** @throws LoaError `account.not-found` */
export async function getAccount(tx: Tx, id: string): Promise<Account> {
  requireInPlatform(tx.actor, 'account.manage', {});
  return getById(tx, id);
}

/** For commands: the account of a login. @throws LoaError `account.not-found` */
export async function getAccountByLogin(tx: Tx, login: string): Promise<Account> {
  requireInPlatform(tx.actor, 'account.manage', {});
  const row = await selectAccounts(tx).where('login', '=', login.toLowerCase()).executeTakeFirst();
  if (!row) throw accountError('account.not-found');
  return accountOf(row);
}

/** Changes position, roles and units; what did not change leaves no event. */
export async function updateAccount(
  tx: Tx,
  id: string,
  wanted: { name: string; roles: readonly Role[]; unitIds: readonly string[] },
): Promise<void> {
  requireInPlatform(tx.actor, 'account.manage', {});
  const account = await getById(tx, id);
  const subject = { type: 'account', id };
  if (account.name !== wanted.name) {
    await tx.db.updateTable('account').set({ name: wanted.name }).where('id', '=', id).execute();
    tx.record({ kind: 'account.updated', subject });
  }
  if (differ(account.roles, wanted.roles)) {
    await writeRoles(tx, id, wanted.roles);
    await requireAnAdministrator(tx);
    await changeTokensSoon(tx, id);
    tx.record({
      kind: 'account.roles-changed',
      subject,
      data: { before: [...account.roles].sort(), after: [...wanted.roles].sort() },
    });
  }
  if (differ(account.unitIds, wanted.unitIds)) {
    await writeUnits(tx, id, wanted.unitIds);
    await changeTokensSoon(tx, id);
    tx.record({
      kind: 'account.units-changed',
      subject,
      data: { before: [...account.unitIds].sort(), after: [...wanted.unitIds].sort() },
    });
  }
}

/**
 * Gives a password that must be changed at the next sign-in (a demo account's needn't: it is printed for
 * everyone who tries it); every session ends.
 */
export async function resetPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  requireInPlatform(tx.actor, 'account.manage', {});
  await getById(tx, id);
  await tx.db
    .updateTable('account')
    .set({ password_hash: passwordHash, must_change_password: sql<boolean>`NOT is_demo` })
    .where('id', '=', id)
    .execute();
  await endSessions(tx, id);
  tx.record({ kind: 'account.password-reset', subject: { type: 'account', id } });
}

/** For a lost telephone without recovery codes: the next sign-in sets up a new second factor. */
export async function removeSecondFactor(tx: Tx, id: string): Promise<void> {
  requireInPlatform(tx.actor, 'account.manage', {});
  await getById(tx, id);
  await tx.db
    .updateTable('account')
    .set({ totp_secret: null, totp_confirmed: false })
    .where('id', '=', id)
    .execute();
  await tx.db.deleteFrom('recovery_code').where('account_id', '=', id).execute();
  await endSessions(tx, id);
  tx.record({ kind: 'account.second-factor-removed', subject: { type: 'account', id } });
}

/** @throws LoaError `account.last-administrator` */
export async function disableAccount(tx: Tx, id: string): Promise<void> {
  requireInPlatform(tx.actor, 'account.manage', {});
  if ((await getById(tx, id)).disabledAt !== null) return;
  await tx.db.updateTable('account').set({ disabled_at: tx.now }).where('id', '=', id).execute();
  await requireAnAdministrator(tx);
  await endSessions(tx, id);
  tx.record({ kind: 'account.disabled', subject: { type: 'account', id } });
}

export async function enableAccount(tx: Tx, id: string): Promise<void> {
  requireInPlatform(tx.actor, 'account.manage', {});
  if ((await getById(tx, id)).disabledAt === null) return;
  await tx.db.updateTable('account').set({ disabled_at: null }).where('id', '=', id).execute();
  tx.record({ kind: 'account.enabled', subject: { type: 'account', id } });
}

async function getById(tx: Tx, id: string): Promise<Account> {
  const row = await selectAccounts(tx).where('id', '=', id).executeTakeFirst();
  if (!row) throw accountError('account.not-found');
  return accountOf(row);
}

function selectAccounts(tx: Tx) {
  return tx.db.selectFrom('account').select([
    'id',
    'login',
    'name',
    'is_demo',
    'must_change_password',
    'totp_confirmed',
    'disabled_at',
    sql<
      string[]
    >`ARRAY(SELECT role FROM account_role WHERE account_role.commune_id = account.commune_id
      AND account_id = account.id ORDER BY role)`.as('roles'),
    sql<
      string[]
    >`ARRAY(SELECT unit_id::text FROM unit_member WHERE unit_member.commune_id = account.commune_id
      AND account_id = account.id ORDER BY unit_id)`.as('unit_ids'),
  ]);
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof selectAccounts>['execute']>>[number];

function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    roles: row.roles as Role[],
    unitIds: row.unit_ids,
    isDemo: row.is_demo,
    hasSecondFactor: row.totp_confirmed,
    mustChangePassword: row.must_change_password,
    disabledAt: row.disabled_at,
  };
}

async function writeRoles(tx: Tx, id: string, wanted: readonly Role[]): Promise<void> {
  await tx.db.deleteFrom('account_role').where('account_id', '=', id).execute();
  if (wanted.length === 0) return;
  const rows = wanted.map((role) => ({ commune_id: tx.communeId, account_id: id, role }));
  await tx.db.insertInto('account_role').values(rows).execute();
}

async function writeUnits(tx: Tx, id: string, wanted: readonly string[]): Promise<void> {
  await tx.db.deleteFrom('unit_member').where('account_id', '=', id).execute();
  if (wanted.length === 0) return;
  const rows = wanted.map((unit_id) => ({ commune_id: tx.communeId, account_id: id, unit_id }));
  await tx.db.insertInto('unit_member').values(rows).execute();
}

/** An office without an administrator could only be helped from the command line. */
async function requireAnAdministrator(tx: Tx): Promise<void> {
  // In turn: two administrators who disable each other at once would both find one left.
  await takeTurns(tx);
  const left = await tx.db
    .selectFrom('account_role')
    .innerJoin('account', (join) =>
      join
        .onRef('account.commune_id', '=', 'account_role.commune_id')
        .onRef('account.id', '=', 'account_role.account_id'),
    )
    .select('account.id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (!left) throw accountError('account.last-administrator', {}, 'roles');
}

function differ(before: readonly string[], after: readonly string[]): boolean {
  return [...before].sort().join() !== [...new Set(after)].sort().join();
}
