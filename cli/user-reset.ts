// loa user reset: a new password, and a way back in for whoever lost the second factor.
import { parseArgs } from 'node:util';
import { systemJob } from '#lib/platform/index.ts';
import {
  generatePassword,
  getAccountByLogin,
  hashPassword,
  inCommune,
  removeSecondFactor,
  resetPassword,
} from '#lib/platform/index.server.ts';
import { chooseCommune } from './frame/choose-commune.server.ts';
import { withOffice } from './frame/office.server.ts';

export const help = 'cấp lại mật khẩu, kết thúc mọi phiên; --xac-thuc gỡ cả xác thực hai bước';
export const usage = '\n  loa user reset TÊN [--xac-thuc] [--xa SLUG]\n';

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'xac-thuc': { type: 'boolean' }, xa: { type: 'string' } },
  });
  const login = positionals[0];
  if (!login) {
    process.stderr.write(`Thiếu tên đăng nhập.\n${usage}`);
    return 2;
  }
  const password = generatePassword();
  const passwordHash = await hashPassword(password);
  return withOffice('user reset', async () => {
    const commune = await chooseCommune(values.xa);
    await inCommune(
      commune.id,
      async (tx) => {
        const { id } = await getAccountByLogin(tx, login);
        await resetPassword(tx, id, passwordHash);
        if (values['xac-thuc']) await removeSecondFactor(tx, id);
      },
      { write: true, actor: systemJob('command-line') },
    );
    process.stdout.write(`Mật khẩu mới của ${login} (phải đổi khi đăng nhập): ${password}\n`);
    return 0;
  });
}
