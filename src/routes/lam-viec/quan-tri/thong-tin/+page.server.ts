// What the pages say of the commune.
import { fail } from '@sveltejs/kit';
import {
  CommuneFacts,
  communeKinds,
  readForm,
  refusalOf,
  requireInPlatform,
} from '#lib/platform/index.ts';
import { forgetCommunes, readCommune, updateCommune } from '#lib/platform/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  requireInPlatform(locals.actor, 'commune.manage', {});
  return locals.read(async (tx) => {
    const commune = await readCommune(tx);
    return {
      facts: {
        name: commune.name,
        kind: commune.kind,
        superiors: commune.superiors.join('\n'),
        address: commune.address,
        telephone: commune.telephone,
        email: commune.email,
        editorInChief: commune.editorInChief,
        openingHours: commune.openingHours,
      },
      kinds: Object.entries(communeKinds).map(([value, label]) => ({ value, label })),
    };
  });
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = readForm(await request.formData(), CommuneFacts);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values, done: false });
    const refused = await locals
      .write((tx) => updateCommune(tx, form.value))
      .then(() => undefined, refusalOf);
    if (refused) {
      return fail(refused.status, { errors: refused.errors, values: form.values, done: false });
    }
    forgetCommunes();
    return { errors: [], values: undefined, done: true };
  },
};
