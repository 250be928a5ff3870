// A number for a paper that was written outside Loa.
import { error, fail, redirect } from '@sveltejs/kit';
import { authorityLines, canWithDocuments as can, PaperToNumber } from '#lib/documents/index.ts';
import { readPaperSetting, takeNumber } from '#lib/documents/index.server.ts';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    if (!can(tx.actor, 'outgoing.number', {})) {
      error(403, 'Số văn bản đi do người điều phối hoặc quản trị viên cấp.');
    }
    const { recipients, signatory } = await readPaperSetting(tx);
    return {
      today: tx.today,
      signer: [...authorityLines(signatory), signatory.title.toUpperCase()].join('; '),
      recipients: recipients.join('\n'),
    };
  });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = readForm(await request.formData(), PaperToNumber);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    let id = '';
    const refused = await locals
      .write(async (tx) => {
        ({ id } = await takeNumber(tx, form.values as PaperToNumber));
      })
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
    redirect(303, `/lam-viec/so-van-ban-di/${id}`);
  },
};
