// Taking a document in: a file or pasted text, with or without script.
import { fail, redirect } from '@sveltejs/kit';
import { requireWithDocuments } from '#lib/documents/index.ts';
import {
  receiveDocument,
  takeInDocument,
  takeInPasted,
  type IncomingDocument,
} from '#lib/documents/index.server.ts';
import { isLoaError } from '#lib/platform/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  requireWithDocuments(locals.actor, 'document.receive', {});
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    requireWithDocuments(locals.actor, 'document.receive', {});
    const form = await request.formData();
    const text = String(form.get('van-ban') ?? '');
    const scans = form.get('ban-chup') === 'nhan';
    try {
      const incoming = await takeIn(form, text, scans, locals.commune.id);
      const id = await locals.write((tx) => receiveDocument(tx, incoming));
      redirect(303, `/lam-viec/van-ban/${id}/doc`);
    } catch (error) {
      if (!isLoaError(error)) throw error;
      const entry = error.details['entry'];
      return fail(error.status, {
        text,
        code: error.code,
        what: error.what,
        todo: error.todo,
        existing: typeof entry === 'string' ? entry : null,
      });
    }
  },
};

function takeIn(
  form: FormData,
  text: string,
  scans: boolean,
  communeId: string,
): Promise<IncomingDocument> {
  const file = form.get('tep');
  if (!(file instanceof File) || file.name === '') return takeInPasted(communeId, text);
  return file
    .arrayBuffer()
    .then((bytes) => takeInDocument(communeId, new Uint8Array(bytes), file.name, { scans }));
}
