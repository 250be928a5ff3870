// loa user add: an account with a generated password, for whoever can't reach the desk yet.
import { parseArgs } from 'node:util';
import { NewAccountForm, roles, systemJob } from '#lib/platform/index.ts';
import {
  createAccount,
  generatePassword,
  hashPassword,
  inCommune,
  listUnits,
} from '#lib/platform/index.server.ts';
import { checked } from './frame/checked.ts';
import { chooseCommune } from './frame/choose-commune.server.ts';
import { commandError } from './frame/errors.ts';
import { withOffice } from './frame/office.server.ts';

export const help = 'tạo tài khoản, in mật khẩu dùng lần đầu';
export const usage = `
  loa user add TÊN --chuc-danh "Công chức Tư pháp" --vai-tro member [--vai-tro editor]
      --don-vi SLUG        đơn vị (lặp lại được), xem trang Đơn vị
      --xa SLUG            khi bản cài đặt có nhiều xã
  vai trò: ${roles.join(', ')}
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'chuc-danh': { type: 'string' },
      'vai-tro': { type: 'string', multiple: true },
      'don-vi': { type: 'string', multiple: true },
      xa: { type: 'string' },
    },
  });
  const given = {
    login: positionals[0] ?? '',
    name: values['chuc-danh'] ?? '',
    roles: values['vai-tro'] ?? [],
    unitIds: [],
  };
  const options = { login: 'TÊN', name: '--chuc-danh', roles: '--vai-tro' };
  const account = checked(NewAccountForm, given, options);
  const password = generatePassword();
  const passwordHash = await hashPassword(password);
  return withOffice('user add', async () => {
    const commune = await chooseCommune(values.xa);
    await inCommune(
      commune.id,
      async (tx) => {
        const units = await listUnits(tx);
        const unitIds = (values['don-vi'] ?? []).map((slug) => {
          const unit = units.find((each) => each.slug === slug);
          if (unit) return unit.id;
          const message = `không có đơn vị “${slug}”; có: ${units.map((each) => each.slug).join(', ')}`;
          throw commandError('command.wrong-value', { name: '--don-vi', message });
        });
        await createAccount(tx, { ...account, unitIds, passwordHash, mustChangePassword: true });
      },
      { write: true, actor: systemJob('command-line') },
    );
    process.stdout.write(`Đã tạo tài khoản ${account.login} ở ${commune.name}.\n`);
    process.stdout.write(`Mật khẩu dùng lần đầu (phải đổi khi đăng nhập): ${password}\n`);
    return 0;
  });
}
