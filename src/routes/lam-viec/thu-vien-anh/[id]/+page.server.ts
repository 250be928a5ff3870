// A picture of the library: how it looks, what is said of it, where it stands.
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { canInNewsroom, MediaForm } from '#lib/newsroom/index.ts';
import { changeMedia, getMedia, retireMedia } from '#lib/newsroom/index.server.ts';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import type { Actions, PageServerLoad } from './$types';

const Changed = MediaForm.extend({ version: z.coerce.number().int().min(1) });
const Retired = z.object({ retired: z.enum(['1', '0']) });

export const load: PageServerLoad = ({ locals, params }) =>
  locals.read(async (tx) => ({
    ...(await getMedia(tx, params.id)),
    mayChange: canInNewsroom(tx.actor, 'media.add', {}),
    mayRetire: canInNewsroom(tx.actor, 'media.retire', {}),
  }));

export const actions: Actions = {
  luu: async ({ locals, request, params }) => {
    const form = readForm(await request.formData(), Changed);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    const { version, ...said } = form.value;
    const refused = await locals
      .write((tx) => changeMedia(tx, params.id, version, said))
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
    redirect(303, `/lam-viec/thu-vien-anh/${params.id}`);
  },
  cat: async ({ locals, request, params }) => {
    const form = readForm(await request.formData(), Retired);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    await locals.write((tx) => retireMedia(tx, params.id, form.value.retired === '1'));
    redirect(303, `/lam-viec/thu-vien-anh/${params.id}`);
  },
};
