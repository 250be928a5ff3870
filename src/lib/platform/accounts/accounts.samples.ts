// What tests of accounts share: one person with a known password, and a data folder that is thrown away.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { type Person, type Role, systemJob } from '../actor.ts';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { forgetKeys } from '../keys.server.ts';
import { createAccount } from './accounts.server.ts';
import { hashPassword } from './password.server.ts';
import type { AttemptOrigin } from './sign-in.server.ts';

export const PASSWORD = 'ruộng lúa chín vàng';

export function useTestKeys(): () => string {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'loa-accounts-'));
    vi.stubEnv('LOA_DATA', folder);
    forgetKeys();
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    forgetKeys();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => folder;
}

let passwordHash: Promise<string> | undefined;

export async function addPerson(
  communeId: string,
  login: string,
  roles: readonly Role[] = ['member'],
  more: { isDemo?: boolean; mustChangePassword?: boolean } = {},
): Promise<Person> {
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  const account = { login, name: `Chức danh ${login}`, passwordHash: hash, roles, unitIds: [] };
  const accountId = await inCommune(communeId, (tx) => createAccount(tx, { ...account, ...more }), {
    write: true,
    actor: systemJob('test'),
  });
  return { kind: 'person', accountId, name: account.name, roles, unitIds: [] };
}

export function from(network: string, deviceCookie?: string): AttemptOrigin {
  return { network, deviceCookie, deviceName: 'Chrome trên Windows' };
}

/** Writes as the person. */
export function as<T>(communeId: string, actor: Person, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inCommune(communeId, work, { write: true, actor });
}

/** The value, which the test needs to be there. */
export function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing was found');
  return value;
}
