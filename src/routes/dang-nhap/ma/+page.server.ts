// Signing in, second step: a code of the authenticator application, or a recovery code.
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import {
  findSession,
  giveCode,
  readDevice,
  rememberDevice,
  writeDevice,
  writeSessionToken,
} from '#lib/platform/index.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { originOf, pageOf } from '../next-step.server.ts';

const Code = z.object({
  'login-code': z
    .string('Nhập mã.')
    .trim()
    .min(6, 'Nhập đủ 6 chữ số, hoặc một mã khôi phục.')
    .max(40),
});

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.session?.stage !== 'code') {
    redirect(303, locals.session ? pageOf(locals.session.stage, url) : `/dang-nhap${url.search}`);
  }
  return { position: locals.session.person.name };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request, cookies, url } = event;
    const { session, commune } = locals;
    if (session?.stage !== 'code') redirect(303, `/dang-nhap${url.search}`);
    const form = readForm(await request.formData(), Code);
    if (!form.ok) return fail(422, { errors: form.errors });
    const code = form.value['login-code'];
    const answer = await giveCode(commune.id, session, code, originOf(event)).catch(refusalOf);
    if (typeof answer !== 'string') return fail(answer.status, { errors: answer.errors });
    writeSessionToken(cookies, url, answer);
    const device = rememberDevice(readDevice(cookies, url), commune.id, session.login);
    writeDevice(cookies, url, device);
    const found = await findSession(commune.id, answer);
    redirect(303, pageOf(found?.session.stage ?? 'ready', url));
  },
};
