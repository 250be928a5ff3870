// The commune's mail server: set by an administrator, its password sealed with the installation's key and
// never shown again.
import { requireInPlatform } from '../accounts/permissions.ts';
import type { Tx } from '../database/tx.server.ts';
import { openSealed, seal } from '../keys.server.ts';
import { mailError } from './errors.ts';
import { MailServerForm, type MailSecurity } from './mail-server.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly username: string;
  readonly hasPassword: boolean;
  readonly senderAddress: string;
  readonly senderName: string;
}

/** As sending needs it. */
export interface MailServerWithSecret extends MailServer {
  readonly password: string | null;
}

/** What is set, without its password; undefined where nothing is. @throws LoaError `access.*` */
export async function findMailServer(tx: Tx): Promise<MailServer | undefined> {
  requireInPlatform(tx.actor, 'mail.manage', {});
  const row = await readRow(tx);
  return row && asServer(row);
}

/** Whether the commune sends mail at all; anybody of the office may know. */
export async function sendsMail(tx: Tx): Promise<boolean> {
  return (await readRow(tx)) !== undefined;
}

/** Sets the server; an empty password keeps the stored one. @throws LoaError `access.*`, `mail.*` */
export async function setMailServer(tx: Tx, input: MailServerForm): Promise<void> {
  requireInPlatform(tx.actor, 'mail.manage', {});
  const given = MailServerForm.parse(input);
  const stored = await readRow(tx);
  const values = {
    host: given.host,
    port: given.port,
    security: given.security,
    username: given.username,
    password: passwordOf(tx, given, stored),
    sender_address: given.senderAddress,
    sender_name: given.senderName,
    set_at: tx.now,
  };
  await tx.db
    .insertInto('mail_server')
    .values({ commune_id: tx.communeId, ...values })
    .onConflict((conflict) => conflict.column('commune_id').doUpdateSet(values))
    .execute();
  tx.record({ kind: 'mail.server-set', subject: { type: 'commune', id: tx.communeId } });
}

/** The commune sends no more mail; what waited isn't sent. @throws LoaError `access.*`, `mail.no-server` */
export async function dropMailServer(tx: Tx): Promise<void> {
  requireInPlatform(tx.actor, 'mail.manage', {});
  const done = await tx.db.deleteFrom('mail_server').executeTakeFirst();
  if (done.numDeletedRows === 0n) throw mailError('mail.no-server');
  tx.record({ kind: 'mail.server-dropped', subject: { type: 'commune', id: tx.communeId } });
}

/** With its password, for sending alone. */
export async function readMailServer(tx: Tx): Promise<MailServerWithSecret | undefined> {
  const row = await readRow(tx);
  if (!row) return undefined;
  const password = row.password && openSealed('mail-password', row.password, tx.communeId);
  return { ...asServer(row), password: password?.toString('utf8') ?? null };
}

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

function readRow(tx: Tx) {
  return tx.db.selectFrom('mail_server').selectAll().executeTakeFirst();
}

function asServer(row: Row): MailServer {
  return {
    host: row.host,
    port: row.port,
    security: row.security as MailSecurity,
    username: row.username,
    hasPassword: row.password !== null,
    senderAddress: row.sender_address,
    senderName: row.sender_name,
  };
}

/** A stored password goes to no other server and no other account than the one it was given for. */
function passwordOf(tx: Tx, given: MailServerForm, stored: Row | undefined): Buffer | null {
  if (given.username === '') return null;
  if (given.password !== '') {
    return seal('mail-password', Buffer.from(given.password, 'utf8'), tx.communeId);
  }
  const same = stored?.host === given.host && stored.username === given.username;
  if (!same || !stored.password) throw mailError('mail.password-needed', {}, 'password');
  return stored.password;
}
