// Larger letters, other colours: chosen here, kept by the reader's own browser.
import { redirect } from '@sveltejs/kit';
import { localPath } from '#lib/platform/index.ts';
import {
  COLOURS,
  LOOK_COOKIE,
  LOOK_KEPT_FOR,
  readLook,
  TEXT_SIZES,
  usualLook,
  writeLook,
} from '#lib/portal/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ request, url }) => ({
  look: readLook(request.headers.get('cookie')),
  wanted: localPath(url.searchParams.get('tiep'), ''),
});

export const actions: Actions = {
  default: async ({ request, cookies, url }) => {
    const form = await request.formData();
    const look = form.has('nhu-thuong')
      ? usualLook
      : {
          text: TEXT_SIZES.find((size) => size === form.get('chu')) ?? usualLook.text,
          colours: COLOURS.find((one) => one === form.get('mau')) ?? usualLook.colours,
        };
    const kept = writeLook(look);
    const common = { path: '/', secure: url.protocol === 'https:' };
    if (kept === '') cookies.delete(LOOK_COOKIE, common);
    else cookies.set(LOOK_COOKIE, kept, { ...common, maxAge: LOOK_KEPT_FOR });
    redirect(303, localPath(form.get('tiep'), '/cach-xem'));
  },
};
