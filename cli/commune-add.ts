// loa commune add: one more commune in this installation, with its host name.
import { parseArgs } from 'node:util';
import { CommuneFacts, Login, systemJob } from '#lib/platform/index.ts';
import { createCommune, generatePassword, hashPassword } from '#lib/platform/index.server.ts';
import { checked } from './frame/checked.ts';
import { withOffice } from './frame/office.server.ts';

export const help = 'thêm một xã, phường cùng tên miền và tài khoản quản trị';
export const usage = `
  loa commune add --ten "xã Tiền Tiến" --ten-mien tientien.example.vn --dia-chi "…" --dien-thoai "…"
      --loai xa|phuong|dac-khu        mặc định: xa
      --cap-tren "thành phố Hải Dương"  gần nhất trước, lặp lại được
      --quan-tri TÊN                  tạo luôn tài khoản quản trị
`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      ten: { type: 'string' },
      'ten-mien': { type: 'string' },
      loai: { type: 'string', default: 'xa' },
      'cap-tren': { type: 'string', multiple: true },
      'dia-chi': { type: 'string' },
      'dien-thoai': { type: 'string' },
      'quan-tri': { type: 'string' },
    },
  });
  const host = values['ten-mien'];
  if (!host || !/^[a-z0-9.:-]+$/i.test(host)) {
    process.stderr.write(`Thiếu hoặc sai --ten-mien.\n${usage}`);
    return 2;
  }
  const given = {
    name: values.ten ?? '',
    kind: values.loai,
    superiors: (values['cap-tren'] ?? []).join('\n'),
    address: values['dia-chi'] ?? '',
    telephone: values['dien-thoai'] ?? '',
    email: '',
    editorInChief: '',
    openingHours: '',
  };
  const options = {
    name: '--ten',
    kind: '--loai',
    address: '--dia-chi',
    telephone: '--dien-thoai',
  };
  const facts = checked(CommuneFacts, given, options);
  const login = values['quan-tri'];
  const password = generatePassword();
  const administrator = login && {
    login: checked(Login, login, { '': '--quan-tri' }),
    name: 'Quản trị viên',
    passwordHash: await hashPassword(password),
    mustChangePassword: true,
  };
  return withOffice('commune add', async () => {
    await createCommune(
      { facts, host, ...(administrator && { administrator }) },
      systemJob('command-line'),
    );
    process.stdout.write(`Đã thêm ${facts.name} ở địa chỉ ${host}.\n`);
    if (administrator) {
      process.stdout.write(
        `Quản trị: ${administrator.login}, mật khẩu dùng lần đầu: ${password}\n`,
      );
    }
    return 0;
  });
}
