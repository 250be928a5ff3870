// The review of a document beside its source: every correction is a form of its own, saved at once.
import { error, fail, redirect } from '@sveltejs/kit';
import {
  canWithDocuments as can,
  ENCODINGS,
  codeOf,
  correctDraft,
  type Encoding,
} from '#lib/documents/index.ts';
import {
  correctDocument,
  discardEntry,
  findCited,
  getEntry,
  listFields,
  registerEntry,
  replaceReading,
  takeInDocument,
} from '#lib/documents/index.server.ts';
import { isLoaError } from '#lib/platform/index.ts';
import { inCommune, readStoredFile } from '#lib/platform/index.server.ts';
import { fold } from '#lib/vietnam/index.ts';
import { dayOf } from '../../day.server.ts';
import { readEntryFacts } from '../../entry-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = encodingOf(url.searchParams.get('bang-ma'));
  const entry = await locals.read((tx) => getEntry(tx, params.id));
  if (entry.status === 'discarded') error(404, 'Văn bản này đã bỏ.');
  const preview =
    asked && entry.source && entry.status === 'draft'
      ? await previewIn(asked, locals.commune.id, entry.source)
      : null;
  return locals.read(async (tx) => {
    const cited = entry.draft.references.filter(({ dropped }) => !dropped);
    const known = await findCited(
      tx,
      cited.map(({ code, date, issuer }) => ({ code, issuedOn: date, issuer })),
      entry.issuedOn ?? dayOf(locals),
    );
    const own = fold(locals.commune.name);
    const { agency, agencyParent } = entry.draft.facts;
    const isOwn = fold(`${agency.value ?? ''} ${agencyParent.value ?? ''}`).includes(own);
    return {
      entry: {
        ...entry,
        direction: entry.status === 'draft' && isOwn ? ('own' as const) : entry.direction,
        arrivedOn:
          entry.status === 'draft' && !isOwn
            ? arrival(entry.issuedOn, dayOf(locals))
            : entry.arrivedOn,
      },
      code: codeOf(entry.draft),
      cited: Object.fromEntries(cited.map(({ key }, index) => [key, known[index] ?? null])),
      fields: await listFields(tx),
      preview,
      mayCorrect: can(locals.actor, 'document.correct', {}),
      mayConsult: can(locals.actor, 'consultation.hold', {}) && entry.draft.sections.length > 0,
      mayRegister: can(locals.actor, 'document.register', {}),
      mayDiscard: can(locals.actor, 'document.discard', {}) && entry.status === 'draft',
      /** The field or clause whose form is open. */
      editing: url.searchParams.get('sua'),
    };
  });
};

/** Offered for a new document: today, unless it was signed later than that. */
function arrival(issuedOn: string | null, today: string): string | null {
  return issuedOn !== null && issuedOn > today ? null : today;
}

function encodingOf(value: unknown): Encoding | undefined {
  return ENCODINGS.find((one) => one === value);
}

/** The beginning of the text as it would read. Errors are an answer too. */
async function previewIn(
  encoding: Encoding,
  communeId: string,
  source: { sha256: string; name: string },
): Promise<{ encoding: Encoding; text: string } | null> {
  const bytes = await readStoredFile(communeId, source.sha256);
  try {
    const { reading } = await takeInDocument(communeId, bytes, source.name, { encoding });
    return reading && { encoding, text: reading.text.slice(0, 900) };
  } catch (failure) {
    if (!isLoaError(failure)) throw failure;
    return { encoding, text: failure.what };
  }
}

const back = (id: string, key: string) =>
  `/lam-viec/van-ban/${id}/doc${key && key !== 'moi' ? `#muc-${key}` : ''}`;

export const actions: Actions = {
  sua: async ({ request, locals, params }) => {
    const form = await request.formData();
    const key = String(form.get('khoa') ?? '');
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const refused = await locals.write(async (tx) => {
      const entry = await getEntry(tx, params.id);
      const corrected = correctDraft(entry.draft, form);
      if (!corrected.ok) return { status: 422, name: corrected.name, message: corrected.message };
      const version = Number(form.get('phien-ban'));
      const saved = await correctDocument(tx, { id: entry.id, version, draft: corrected.draft });
      const message =
        'Bản đọc vừa được người khác sửa. Lời vừa gõ còn trong ô; xem lại rồi lưu lần nữa.';
      return saved ? null : { status: 409, name: '', message };
    });
    if (refused) return fail(refused.status, { key, typed, ...refused });
    redirect(303, back(params.id, key));
  },
  'doc-lai': async ({ request, locals, params }) => {
    const form = await request.formData();
    const { commune, actor } = locals;
    try {
      // Not the request's transaction: reading a document may take longer than one may stand idle.
      const entry = await inCommune(commune.id, (tx) => getEntry(tx, params.id), { actor });
      if (!entry.source) error(404, 'Văn bản này không có tệp để đọc lại.');
      const bytes = await readStoredFile(commune.id, entry.source.sha256);
      const encoding = encodingOf(form.get('bang-ma'));
      const incoming = await takeInDocument(commune.id, bytes, entry.source.name, { encoding });
      const version = Number(form.get('phien-ban'));
      await locals.write((tx) => replaceReading(tx, { id: params.id, version, incoming }));
    } catch (failure) {
      return refusal(failure);
    }
    redirect(303, back(params.id, ''));
  },
  'vao-so': async ({ request, locals, params }) => {
    const form = await request.formData();
    try {
      const facts = readEntryFacts(form);
      await locals.write((tx) =>
        registerEntry(tx, {
          id: params.id,
          version: Number(form.get('phien-ban')),
          facts,
          again: form.get('van-vao-so') === 'co',
        }),
      );
    } catch (failure) {
      return refusal(failure);
    }
    redirect(303, `/lam-viec/van-ban/${params.id}?moi`);
  },
  bo: async ({ locals, params }) => {
    try {
      await locals.write((tx) => discardEntry(tx, params.id));
    } catch (failure) {
      return refusal(failure);
    }
    redirect(303, '/lam-viec/van-ban');
  },
};

function refusal(failure: unknown) {
  if (!isLoaError(failure)) throw failure;
  const { code, what, todo } = failure;
  const entry = failure.details['entry'];
  return fail(failure.status, {
    code,
    what,
    todo,
    existing: typeof entry === 'string' ? entry : '',
  });
}
