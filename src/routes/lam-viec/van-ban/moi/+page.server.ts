// Taking a document in: a file or pasted text, with or without script.
import { fail, redirect } from '@sveltejs/kit';
import { requireWithDocuments } from '#lib/documents/index.ts';
import {
  readHeldFile,
  receiveDocument,
  storeDocumentFile,
  takeInDocument,
  takeInPasted,
  whyNoRecognition,
  type HeldFile,
  type IncomingDocument,
} from '#lib/documents/index.server.ts';
import { inCommune, type Tx } from '#lib/platform/index.server.ts';
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
      const incoming = await takeIn(form, text, scans, locals);
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
        held: error.code === 'document.scanned' ? await hold(form, locals) : null,
        /** Why letters can't be recognised here; `null` where they can. */
        noRecognition:
          error.code === 'document.scanned' ? ((await whyNoRecognition()) ?? null) : null,
      });
    }
  },
};

async function takeIn(
  form: FormData,
  text: string,
  scans: boolean,
  { commune, actor }: App.Locals,
): Promise<IncomingDocument> {
  const given = { scans, ocr: form.get('nhan-dang') === 'co' };
  const file = form.get('tep');
  if (file instanceof File && file.name !== '') {
    return takeInDocument(commune.id, new Uint8Array(await file.arrayBuffer()), file.name, given);
  }
  const held = heldIn(form);
  if (!held) return takeInPasted(commune.id, text);
  // Not the request's snapshot: recognition takes longer than a transaction may stand idle.
  const ask = (work: (tx: Tx) => Promise<boolean>) => inCommune(commune.id, work, { actor });
  return takeInDocument(commune.id, await readHeldFile(commune.id, held, ask), held.name, given);
}

function heldIn(form: FormData): HeldFile | null {
  const sha256 = String(form.get('tep-giu') ?? '');
  return sha256 === '' ? null : { sha256, name: String(form.get('tep-giu-ten') ?? '') };
}

/** A scan is kept until somebody says what is to become of it. */
async function hold(form: FormData, { commune }: App.Locals): Promise<HeldFile | null> {
  const file = form.get('tep');
  if (!(file instanceof File) || file.name === '') return heldIn(form);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { sha256, name } = await storeDocumentFile(commune.id, bytes, file.name);
  return { sha256, name };
}
