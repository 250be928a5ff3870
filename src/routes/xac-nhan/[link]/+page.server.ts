// What a one-time link shows; only the PIN confirms (ruling 25: GET shows, POST acts).
import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isLoaError, networkOf, readForm, refusalOf } from '#lib/platform/index.ts';
import { confirmByCode, openReadingLink } from '#lib/plans/index.server.ts';
import { formatInstant } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';

const Pin = z.object({ pin: z.string().min(1, 'Nhập mã PIN trên giấy được giao.').max(20) });

export const load: PageServerLoad = async ({ locals, params }) => {
  const link = await locals
    .read((tx) => openReadingLink(tx, params.link))
    .catch((failure: unknown) => {
      if (!isLoaError(failure)) throw failure;
      error(failure.status, failure.what, { code: failure.code, todo: failure.todo });
    });
  return { link: { ...link, until: formatInstant(link.expiresAt) } };
};

export const actions: Actions = {
  default: async ({ locals, params, request, getClientAddress }) => {
    const form = readForm(await request.formData(), Pin);
    if (!form.ok) return fail(422, { errors: form.errors });
    const attempt = {
      name: params.link,
      pin: form.value.pin,
      network: networkOf(getClientAddress()),
    };
    const refused = await confirmByCode(locals.commune.id, attempt).then(
      () => undefined,
      refusalOf,
    );
    if (refused) return fail(refused.status, { errors: refused.errors });
    redirect(303, '/xac-nhan/xong');
  },
};
