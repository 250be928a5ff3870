// loa user disable: nobody signs in with the account any more; --mo-lai takes it back.
import { parseArgs } from 'node:util';
import { systemJob } from '#lib/platform/index.ts';
import {
  disableAccount,
  enableAccount,
  getAccountByLogin,
  inCommune,
} from '#lib/platform/index.server.ts';
import { chooseCommune } from './frame/choose-commune.server.ts';
import { withOffice } from './frame/office.server.ts';

export const help = 'khóa tài khoản và kết thúc mọi phiên; --mo-lai để mở lại';
export const usage = '\n  loa user disable TÊN [--mo-lai] [--xa SLUG]\n';

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'mo-lai': { type: 'boolean' }, xa: { type: 'string' } },
  });
  const login = positionals[0];
  if (!login) {
    process.stderr.write(`Thiếu tên đăng nhập.\n${usage}`);
    return 2;
  }
  return withOffice('user disable', async () => {
    const commune = await chooseCommune(values.xa);
    await inCommune(
      commune.id,
      async (tx) => {
        const { id } = await getAccountByLogin(tx, login);
        await (values['mo-lai'] ? enableAccount(tx, id) : disableAccount(tx, id));
      },
      { write: true, actor: systemJob('command-line') },
    );
    process.stdout.write(`${values['mo-lai'] ? 'Đã mở lại' : 'Đã khóa'} tài khoản ${login}.\n`);
    return 0;
  });
}
