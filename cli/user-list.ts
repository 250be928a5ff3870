// loa user list: who may sign in, with which roles.
import { parseArgs } from 'node:util';
import { systemJob } from '#lib/platform/index.ts';
import { type Account, inCommune, listAccounts } from '#lib/platform/index.server.ts';
import { chooseCommune } from './frame/choose-commune.server.ts';
import { withOffice } from './frame/office.server.ts';

export const help = 'liệt kê tài khoản của xã';
export const usage = '\n  loa user list [--xa SLUG] [--json]\n';

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { xa: { type: 'string' }, json: { type: 'boolean' } },
  });
  return withOffice('user list', async () => {
    const commune = await chooseCommune(values.xa);
    const accounts = await inCommune(commune.id, listAccounts, {
      actor: systemJob('command-line'),
    });
    if (values.json) process.stdout.write(`${JSON.stringify(accounts, null, 2)}\n`);
    else for (const account of accounts) process.stdout.write(lineOf(account));
    return 0;
  });
}

function lineOf(account: Account): string {
  const state = account.disabledAt === null ? '' : '  [đã khóa]';
  const factor = account.hasSecondFactor ? '  [hai bước]' : '';
  return `${account.login.padEnd(24)} ${account.roles.join(',').padEnd(28)} ${account.name}${factor}${state}\n`;
}
