// The code that shows that whoever opens the first-run wizard can see the server's screen.
import { randomInt, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listCommuneIds } from '../communes/lookup.server.ts';
import { dataFolder } from '../postgres/instance.server.ts';
import { officeError } from './errors.ts';

const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** True while the installation has no commune, and the wizard may be opened. */
export async function isSetUpOpen(): Promise<boolean> {
  return (await listCommuneIds()).length === 0;
}

/**
 * The set-up code, made on the first call and kept in the data folder until a commune exists; for
 * printing at start. Undefined when the installation has a commune.
 */
export async function getSetupCode(): Promise<string | undefined> {
  if (!(await isSetUpOpen())) return undefined;
  const file = codeFile();
  if (!existsSync(file)) {
    const group = () =>
      Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
    writeFileSync(file, `${group()}-${group()}-${group()}\n`, { mode: 0o600, flush: true });
  }
  return readFileSync(file, 'utf8').trim();
}

/** @throws LoaError `commune.setup-code`, `commune.exists` */
export async function requireSetupCode(given: string): Promise<void> {
  const code = await getSetupCode();
  if (code === undefined) throw officeError('commune.exists');
  const wanted = Buffer.from(plain(code));
  const sent = Buffer.from(plain(given));
  if (sent.length !== wanted.length || !timingSafeEqual(sent, wanted)) {
    throw officeError('commune.setup-code', {}, 'setup-code');
  }
}

/** The commune exists: the code is of no more use. */
export function forgetSetupCode(): void {
  rmSync(codeFile(), { force: true });
}

function plain(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function codeFile(): string {
  return path.join(dataFolder(), 'setup-code');
}
