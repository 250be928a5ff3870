// Taking a plan in: a file or pasted text, with or without script.
import { fail, redirect } from '@sveltejs/kit';
import { isLoaError, type LoaError } from '#lib/platform/index.ts';
import { storeDocumentFile, whyNoRecognition } from '#lib/documents/index.server.ts';
import { inCommune, type Tx } from '#lib/platform/index.server.ts';
import { requireCan } from '#lib/plans/index.ts';
import {
  acceptances,
  receivePlan,
  takeInFile,
  takeInHeld,
  takeInText,
  type Acceptance,
  type Incoming,
} from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  requireCan(locals.actor, 'plan.receive', {});
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    requireCan(locals.actor, 'plan.receive', {});
    const form = await request.formData();
    const text = String(form.get('van-ban') ?? '');
    const accepted = form.getAll('xac-nhan').filter(isAcceptance);
    let incoming: Incoming | undefined;
    try {
      incoming = await takeIn(form, text, locals);
      const given = incoming;
      const id = await locals.write((tx) => receivePlan(tx, { ...given, accepted }));
      redirect(303, `/lam-viec/ke-hoach/${id}/doc`);
    } catch (error) {
      if (!isLoaError(error)) throw error;
      return fail(error.status, {
        text,
        accepted,
        ...explain(error),
        held: heldOf(incoming, error) ?? (await heldScan(form, error, locals)),
        /** Why letters can't be recognised here; `null` where they can. */
        noRecognition:
          error.code === 'document.scanned' ? ((await whyNoRecognition()) ?? null) : null,
      });
    }
  },
};

function isAcceptance(value: unknown): value is Acceptance {
  return (acceptances as readonly unknown[]).includes(value);
}

async function takeIn(form: FormData, text: string, locals: App.Locals): Promise<Incoming> {
  const file = form.get('tep');
  const ocr = form.get('nhan-dang') === 'co';
  if (file instanceof File && file.name !== '') {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return takeInFile(locals.commune.id, bytes, file.name, { ocr });
  }
  const sha256 = String(form.get('tep-giu') ?? '');
  if (sha256 !== '') {
    const held = { sha256, name: String(form.get('tep-giu-ten') ?? '') };
    // Not the request's snapshot: reading a document may take longer than a transaction may stand idle.
    const { commune, actor } = locals;
    const ask = (work: (tx: Tx) => Promise<boolean>) => inCommune(commune.id, work, { actor });
    return takeInHeld(commune.id, held, ask, { ocr });
  }
  return takeInText(text);
}

function explain(error: LoaError) {
  return {
    code: error.code,
    what: error.what,
    todo: error.todo,
    /** The plan that is there already, to open. */
    existing: typeof error.details.plan === 'string' ? error.details.plan : null,
  };
}

/** A scan waits for somebody to ask for its letters. */
async function heldScan(form: FormData, error: LoaError, { commune }: App.Locals) {
  const file = form.get('tep');
  if (error.code !== 'document.scanned' || !(file instanceof File) || file.name === '') return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { sha256, name } = await storeDocumentFile(commune.id, bytes, file.name);
  return { sha256, name };
}

/** A file that only waits for a yes isn't asked for again. */
function heldOf(incoming: Incoming | undefined, error: LoaError) {
  const waits = error.code === 'plan.other-commune' || error.code === 'plan.same-number';
  if (!waits || !incoming?.file) return null;
  return { sha256: incoming.file.sha256, name: incoming.file.name };
}
