// Changing one's password: demanded after somebody else has set it, or by the person's own wish.
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { PASSWORD_MINIMUM, readForm, refusalOf } from '#lib/platform/index.ts';
import { changePassword, findSession, writeSessionToken } from '#lib/platform/index.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { pageOf } from '../next-step.server.ts';

const Change = z
  .object({
    'current-password': z
      .string('Nhập mật khẩu hiện tại.')
      .min(1, 'Nhập mật khẩu hiện tại.')
      .max(1000),
    'new-password': z.string('Nhập mật khẩu mới.').min(1, 'Nhập mật khẩu mới.').max(1000),
    'repeated-password': z.string('Nhập lại mật khẩu mới.'),
  })
  .refine((form) => form['new-password'] === form['repeated-password'], {
    path: ['repeated-password'],
    message: 'Hai lần nhập mật khẩu mới chưa giống nhau.',
  });

export const load: PageServerLoad = ({ locals, url }) => {
  const stage = locals.session?.stage;
  if (stage !== 'new-password' && stage !== 'ready') {
    redirect(
      303,
      stage ? pageOf(stage, url) : `/dang-nhap?tiep=${encodeURIComponent(url.pathname)}`,
    );
  }
  return {
    demanded: stage === 'new-password',
    login: locals.session?.login ?? '',
    minimum: PASSWORD_MINIMUM,
  };
};

export const actions: Actions = {
  default: async ({ locals, request, cookies, url }) => {
    const { session, commune } = locals;
    if (session?.stage !== 'new-password' && session?.stage !== 'ready') {
      redirect(303, '/dang-nhap');
    }
    const form = readForm(await request.formData(), Change);
    if (!form.ok) return fail(422, { errors: form.errors });
    const change = {
      current: form.value['current-password'],
      next: form.value['new-password'],
    };
    const answer = await changePassword(commune.id, session, change).catch(refusalOf);
    if (typeof answer !== 'string') return fail(answer.status, { errors: answer.errors });
    writeSessionToken(cookies, url, answer);
    const found = await findSession(commune.id, answer);
    redirect(303, pageOf(found?.session.stage ?? 'ready', url));
  },
};
