// Recipients and signatory that the office's documents start with.
import { fail } from '@sveltejs/kit';
import { PaperForm, paperFormValues } from '#lib/documents/index.ts';
import { readPaperSetting, setPaperSetting } from '#lib/documents/index.server.ts';
import { readForm, refusalOf, requireInPlatform } from '#lib/platform/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  requireInPlatform(locals.actor, 'commune.manage', {});
  return locals.read(async (tx) => ({ paper: paperFormValues(await readPaperSetting(tx)) }));
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = readForm(await request.formData(), PaperForm);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values, done: false });
    const refused = await locals
      .write((tx) => setPaperSetting(tx, form.values as PaperForm))
      .then(() => undefined, refusalOf);
    if (refused) {
      return fail(refused.status, { errors: refused.errors, values: form.values, done: false });
    }
    return { errors: [], values: undefined, done: true };
  },
};
