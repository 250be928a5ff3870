// One account: what it may do, and help for whoever has lost a password or a telephone.
import { error, fail } from '@sveltejs/kit';
import { AccountFacts, isId, readForm, refusalOf } from '#lib/platform/index.ts';
import {
  disableAccount,
  enableAccount,
  generatePassword,
  getAccount,
  hashPassword,
  listUnits,
  removeSecondFactor,
  resetPassword,
  type Tx,
  updateAccount,
} from '#lib/platform/index.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { roleChoices, unitChoices } from '../choices.ts';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => {
    const account = await getAccount(tx, idOf(params));
    const units = await listUnits(tx);
    return { account, roleChoices, unitChoices: unitChoices(units) };
  });

export const actions: Actions = {
  luu: async ({ locals, params, request }) => {
    const id = idOf(params);
    const form = readForm(await request.formData(), AccountFacts, ['roles', 'unitIds']);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    const refused = await attempt(locals, (tx) => updateAccount(tx, id, form.value));
    if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
    return { done: 'Đã lưu.' };
  },
  'cap-lai': async ({ locals, params }) => {
    const id = idOf(params);
    const password = generatePassword();
    const passwordHash = await hashPassword(password);
    const refused = await attempt(locals, (tx) => resetPassword(tx, id, passwordHash));
    if (refused) return fail(refused.status, { errors: refused.errors });
    return { password };
  },
  'go-xac-thuc': ({ locals, params }) =>
    act(locals, 'Đã gỡ xác thực hai bước; lần đăng nhập tới sẽ đặt lại.', (tx) =>
      removeSecondFactor(tx, idOf(params)),
    ),
  khoa: ({ locals, params }) =>
    act(locals, 'Đã khóa tài khoản; mọi phiên đăng nhập đã kết thúc.', (tx) =>
      disableAccount(tx, idOf(params)),
    ),
  'mo-lai': ({ locals, params }) =>
    act(locals, 'Đã mở lại tài khoản.', (tx) => enableAccount(tx, idOf(params))),
};

async function act(locals: App.Locals, done: string, work: (tx: Tx) => Promise<void>) {
  const refused = await attempt(locals, work);
  return refused ? fail(refused.status, { errors: refused.errors }) : { done };
}

function attempt(locals: App.Locals, work: (tx: Tx) => Promise<void>) {
  return locals.write(work).then(() => undefined, refusalOf);
}

function idOf({ id }: { id?: string }): string {
  if (!isId(id)) error(404, 'Không tìm thấy tài khoản này.');
  return id;
}
