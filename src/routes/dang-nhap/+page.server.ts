// Signing in, first step: login and password.
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import {
  findSession,
  readDevice,
  readSessionToken,
  rememberDevice,
  signIn,
  writeDevice,
  writeSessionToken,
} from '#lib/platform/index.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { originOf, pageOf } from './next-step.server.ts';

const SignIn = z.object({
  login: z.string('Nhập tên đăng nhập.').min(1, 'Nhập tên đăng nhập.').max(100, 'Tên quá dài.'),
  password: z.string('Nhập mật khẩu.').min(1, 'Nhập mật khẩu.').max(1000, 'Mật khẩu quá dài.'),
});

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.session) redirect(303, pageOf(locals.session.stage, url));
  return { reason: url.searchParams.get('ly-do') ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const { request, locals, cookies, url } = event;
    const form = readForm(await request.formData(), SignIn);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    const origin = { ...originOf(event), sessionToken: readSessionToken(cookies, url) };
    const answer = await signIn(locals.commune.id, form.value, origin).catch(refusalOf);
    if ('errors' in answer) {
      return fail(answer.status, { errors: answer.errors, values: form.values });
    }
    writeSessionToken(cookies, url, answer.token);
    const found = await findSession(locals.commune.id, answer.token);
    const stage = found?.session.stage ?? 'ready';
    // A device is known once somebody has got all the way in there.
    if (stage !== 'code') {
      const known = readDevice(cookies, url);
      const login = found?.session.login ?? form.value.login;
      writeDevice(cookies, url, rememberDevice(known, locals.commune.id, login));
    }
    redirect(303, pageOf(stage, url));
  },
};
