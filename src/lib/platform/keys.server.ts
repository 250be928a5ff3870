// The installation's master key and what is derived from it. The key is never in the database: it
// comes from LOA_KEY, or from a file in the data folder that only its owner may read.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataFolder } from './postgres/instance.server.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of what is sealed: AES-256-GCM, nonce, tag, text. */
const SEAL_VERSION = 1;

/** What keys are used for; each purpose has a key of its own. */
export type KeyPurpose =
  | 'second-factor'
  | 'recovery-codes'
  | 'throttle'
  | 'known-device'
  | 'pending-submissions'
  | 'kept-files'
  | 'commended-names'
  | 'reading-links'
  | 'edition-links'
  | 'duty-calendars'
  | 'publication-calendars'
  | 'mail-password'
  | 'week-sheets'
  | 'subject-keys'
  | 'form-stamps';

let master: Buffer | undefined;
const derived = new Map<KeyPurpose, Buffer>();

/** Where the key file lies; backups of it belong in a safe place outside this machine. */
export function keyFile(): string {
  return path.join(dataFolder(), 'master.key');
}

/**
 * Seals bytes so that only this installation can open them, and only under the same `context`
 * (for example the account's id): a value copied to another row doesn't open.
 */
export function seal(purpose: KeyPurpose, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce);
  cipher.setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(SEAL_VERSION), nonce, cipher.getAuthTag(), text]);
}

/** Opens what `seal` closed. @throws when key, context or bytes differ. */
export function openSealed(purpose: KeyPurpose, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== SEAL_VERSION) throw new Error('sealed bytes of an unknown version');
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(tag);
  const text = sealed.subarray(1 + NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

/** A keyed digest (hex): equal inputs can be recognised, but not read back or made by others. */
export function keyedDigest(purpose: KeyPurpose, ...parts: readonly string[]): string {
  const hmac = createHmac('sha256', keyFor(purpose));
  // Lengths keep ("a", "bc") apart from ("ab", "c").
  for (const part of parts) hmac.update(`${part.length}:${part}`);
  return hmac.digest('hex');
}

/**
 * A name for a master key that doesn't tell it; of the installation's own key without `text`, which
 * is a key as its file holds it.
 */
export function keyFingerprint(text?: string): string {
  const key = text === undefined ? (master ??= readMasterKey()) : decodeKey(text, 'master.key');
  return Buffer.from(hkdfSync('sha256', key, '', 'loa/fingerprint/1', 8)).toString('hex');
}

/** Forgets the key in memory: for tests that change where it comes from. */
export function forgetKeys(): void {
  master = undefined;
  derived.clear();
}

function keyFor(purpose: KeyPurpose): Buffer {
  const known = derived.get(purpose);
  if (known) return known;
  master ??= readMasterKey();
  const key = Buffer.from(hkdfSync('sha256', master, '', `loa/${purpose}/1`, KEY_BYTES));
  derived.set(purpose, key);
  return key;
}

function readMasterKey(): Buffer {
  const given = process.env['LOA_KEY'];
  if (given) return decodeKey(given, 'LOA_KEY');
  const file = keyFile();
  if (!existsSync(file)) makeKeyFile(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  return decodeKey(readFileSync(file, 'utf8'), file);
}

function decodeKey(text: string, where: string): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed)
    ? Buffer.from(trimmed, 'hex')
    : Buffer.from(trimmed, 'base64');
  if (key.length !== KEY_BYTES) {
    throw new Error(`${where}: the key must be 32 bytes, as base64 or 64 hex digits`);
  }
  return key;
}

/** Two first starts at once agree on one key: a link never replaces an existing file. */
export function makeKeyFile(file: string, key: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, key, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
