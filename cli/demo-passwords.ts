// loa demo passwords: gives every demo account a new password and prints them.
import {
  generatePassword,
  hashPassword,
  inCommune,
  listAccounts,
  listCommuneIds,
  resetPassword,
} from '#lib/platform/index.server.ts';
import { DEMO_JOB } from './demo/office.server.ts';
import { printPasswords } from './demo.ts';
import { withOffice } from './frame/office.server.ts';

export const help = 'sinh lại và in mật khẩu các tài khoản của xã minh họa';
export const usage = 'Cách dùng: loa demo passwords\n';

export async function run(args: string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  return withOffice('demo passwords', async () => {
    const passwords = new Map<string, string>();
    for (const communeId of await listCommuneIds()) {
      for (const [login, password] of await renewPasswords(communeId)) {
        passwords.set(login, password);
      }
    }
    if (passwords.size === 0) {
      process.stderr.write('Không có tài khoản minh họa nào. Nạp xã minh họa bằng: loa demo\n');
      return 1;
    }
    printPasswords(passwords, (line) => process.stdout.write(`${line}\n`));
    return 0;
  });
}

async function renewPasswords(communeId: string): Promise<Map<string, string>> {
  const asDemo = { actor: DEMO_JOB };
  const accounts = await inCommune(communeId, listAccounts, asDemo);
  const passwords = new Map<string, string>();
  for (const { id, login, isDemo } of accounts) {
    if (!isDemo) continue;
    const password = generatePassword();
    const hash = await hashPassword(password);
    await inCommune(communeId, (tx) => resetPassword(tx, id, hash), { ...asDemo, write: true });
    passwords.set(login, password);
  }
  return passwords;
}
