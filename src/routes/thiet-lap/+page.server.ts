// The first run: a commune and its administrator are made by whoever can read the server's screen.
import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import {
  CommuneFacts,
  communeKinds,
  deviceName,
  findPasswordFault,
  Login,
  networkOf,
  PASSWORD_MINIMUM,
  readForm,
  refusalOf,
  systemJob,
} from '#lib/platform/index.ts';
import {
  createCommune,
  forgetSetupCode,
  getSetupCode,
  hashPassword,
  isSetUpOpen,
  requireSetupCode,
  signIn,
  writeSessionToken,
} from '#lib/platform/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SetUp = CommuneFacts.extend({
  'setup-code': z.string('Nhập mã thiết lập.').min(1, 'Nhập mã thiết lập.').max(40),
  login: Login,
  position: z
    .string()
    .min(1, 'Nhập chức danh, ví dụ: Công chức Văn phòng – Thống kê.')
    .max(120, 'Nhiều nhất 120 ký tự.'),
  'new-password': z.string('Nhập mật khẩu.').min(1, 'Nhập mật khẩu.').max(1000),
  'repeated-password': z.string('Nhập lại mật khẩu.'),
}).superRefine((form, context) => {
  const fault = findPasswordFault(form['new-password'], form.login);
  if (fault)
    context.addIssue({
      code: 'custom',
      path: ['new-password'],
      message: `${fault.what} ${fault.todo}`,
    });
  if (form['new-password'] !== form['repeated-password']) {
    const message = 'Hai lần nhập mật khẩu chưa giống nhau.';
    context.addIssue({ code: 'custom', path: ['repeated-password'], message });
  }
});

export const load: PageServerLoad = async () => {
  if (!(await isSetUpOpen())) error(404, 'Bản cài đặt này đã được thiết lập.');
  await getSetupCode();
  return {
    kinds: Object.entries(communeKinds).map(([value, label]) => ({ value, label })),
    minimum: PASSWORD_MINIMUM,
  };
};

export const actions: Actions = {
  default: async ({ request, url, cookies, getClientAddress }) => {
    const form = readForm(await request.formData(), SetUp);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    const { login, position, 'new-password': password, 'setup-code': code, ...facts } = form.value;
    const made = await makeOffice(code, password, {
      facts,
      host: url.hostname,
      administrator: { login, name: position },
    }).catch(refusalOf);
    if ('errors' in made) return fail(made.status, { errors: made.errors, values: form.values });
    const origin = {
      network: networkOf(getClientAddress()),
      deviceCookie: undefined,
      deviceName: deviceName(request.headers.get('user-agent')),
    };
    const { token } = await signIn(made.communeId, { login, password }, origin);
    writeSessionToken(cookies, url, token);
    // An administrator needs a second factor before anything else.
    redirect(303, '/dang-nhap/bao-ve');
  },
};

interface NewOffice {
  readonly facts: CommuneFacts;
  readonly host: string;
  readonly administrator: { readonly login: string; readonly name: string };
}

async function makeOffice(code: string, password: string, office: NewOffice) {
  await requireSetupCode(code);
  // Only now: making a hash is dear, and strangers must not have it made for them.
  const passwordHash = await hashPassword(password);
  const administrator = { ...office.administrator, passwordHash };
  const made = await createCommune({ ...office, administrator }, systemJob('first-run'));
  forgetSetupCode();
  return made;
}
