// A document entered by hand: one that others cite, known by number, day and body.
import { fail, redirect } from '@sveltejs/kit';
import { requireWithDocuments } from '#lib/documents/index.ts';
import { registerByHand } from '#lib/documents/index.server.ts';
import { isLoaError } from '#lib/platform/index.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { readEntryFacts } from '../entry-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  requireWithDocuments(locals.actor, 'document.register', {});
  const given = (name: string) => url.searchParams.get(name) ?? '';
  return {
    code: given('so'),
    issuedOn: isPlainDate(given('ngay')) ? given('ngay') : '',
    issuer: given('co-quan'),
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const word = (name: string) =>
      String(form.get(name) ?? '')
        .normalize('NFC')
        .trim();
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    try {
      const facts = readEntryFacts(form);
      const issuedOn = word('ngay-ky');
      const id = await locals.write((tx) =>
        registerByHand(tx, {
          code: word('so-ky-hieu'),
          title: word('trich-yeu'),
          issuer: word('co-quan') || null,
          issuedOn: isPlainDate(issuedOn) ? issuedOn : null,
          facts,
        }),
      );
      redirect(303, `/lam-viec/van-ban/${id}?moi`);
    } catch (error) {
      if (!isLoaError(error)) throw error;
      const entry = error.details['entry'];
      const existing = typeof entry === 'string' ? entry : null;
      return fail(error.status, { what: error.what, todo: error.todo, existing, values });
    }
  },
};
