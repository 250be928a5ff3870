// The data folder (LOA_DATA): which installation this is, and the passwords of its database.
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

export interface Instance {
  /** Random, made once; names this installation's folders outside the data folder. */
  readonly id: string;
}

/** Passwords of the embedded cluster's roles. */
export interface Secrets {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

const PROJECT = path.resolve(import.meta.dirname, '../../../..');

/** The data folder: LOA_DATA, or `.loa` in the project. Created if absent, open to its owner only. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
  const folder = path.resolve(env.LOA_DATA || path.join(PROJECT, '.loa'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return realpathSync(folder);
}

/** Reads who this installation is, or decides it on the first start. */
export function getInstance(folder: string): Instance {
  return getOrMake(path.join(folder, 'instance.json'), () => ({
    id: randomBytes(6).toString('hex'),
  }));
}

export function secretsFile(folder: string): string {
  return path.join(folder, 'database.json');
}

export function hasSecrets(folder: string): boolean {
  return existsSync(secretsFile(folder));
}

/** Reads the passwords, or makes them on the first start. */
export function getSecrets(folder: string): Secrets {
  return getOrMake(secretsFile(folder), () => ({
    superuser: randomBytes(24).toString('base64url'),
    owner: randomBytes(24).toString('base64url'),
    app: randomBytes(24).toString('base64url'),
  }));
}

/** Two first starts at once agree on one file: a link, unlike a rename, never replaces. */
function getOrMake<T>(file: string, make: () => T): T {
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
    writeFileSync(draft, `${JSON.stringify(make(), null, 2)}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
