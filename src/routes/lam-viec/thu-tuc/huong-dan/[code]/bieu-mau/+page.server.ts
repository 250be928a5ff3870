// The forms of one procedure: attached with how to fill them in, taken off again.
import { fail, redirect } from '@sveltejs/kit';
import { readDocumentFile } from '#lib/documents/index.server.ts';
import { isLoaError, readForm, refusalOf, sizeInWords } from '#lib/platform/index.ts';
import { storeFile } from '#lib/platform/index.server.ts';
import {
  canWithProcedures,
  formKinds,
  formUrl,
  ProcedureFormFacts,
  viewProcedure,
} from '#lib/procedures/index.ts';
import { addForm, getProcedure, removeForm } from '#lib/procedures/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = 10 * 1024 * 1024;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const { version, record, forms } = await getProcedure(tx, params.code);
    const named = viewProcedure(record).groups.flatMap(({ papers }) =>
      papers.flatMap(({ files }) => files),
    );
    return {
      code: version.code,
      title: record.title,
      kinds: Object.entries(formKinds).map(([value, label]) => ({ value, label })),
      /** Files the record names; those with an attached form of the same name are linked from there. */
      named: [...new Set(named)],
      forms: forms.map(({ id, name, kind, hint, fileName, size }) => ({
        id,
        name,
        hint,
        kind: formKinds[kind],
        about: `${fileName}, ${sizeInWords(size)}`,
        href: formUrl(version.code, id),
      })),
      saved: url.searchParams.has('da-luu'),
      mayGuide: canWithProcedures(locals.actor, 'procedure.guide', {}),
    };
  });

export const actions: Actions = {
  add: async ({ request, locals, params }) => {
    const data = await request.formData();
    const form = readForm(data, ProcedureFormFacts);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    const given = data.get('tep-mau');
    if (!(given instanceof File) || given.size === 0) {
      const errors = [{ name: 'tep-mau', message: 'Chọn tệp biểu mẫu (.docx hoặc .pdf).' }];
      return fail(422, { errors, values: form.values });
    }
    const refused = await attach(locals, params.code, form.value, given).then(
      () => undefined,
      refusalOf,
    );
    if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
    redirect(303, '?da-luu');
  },
  remove: async ({ request, locals }) => {
    const id = String((await request.formData()).get('mau') ?? '');
    const refused = await locals.write((tx) => removeForm(tx, id)).then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values: {} });
    redirect(303, '?da-luu');
  },
};

/** Read and stored before the transaction; what is neither Word nor PDF is refused by its bytes. */
async function attach(locals: App.Locals, code: string, facts: ProcedureFormFacts, given: File) {
  const bytes = new Uint8Array(await given.arrayBuffer());
  const file = await storeFile(locals.commune.id, bytes, {
    name: given.name,
    maxBytes: MOST_BYTES,
    allow: ['application/pdf', DOCX],
  });
  const words = await wordsOf(bytes, given.name);
  await locals.write((tx) => addForm(tx, code, { facts, file, words }));
}

/** The words of the file, for the privacy guard; a form may have none that can be read, and that is no fault. */
async function wordsOf(bytes: Uint8Array, name: string): Promise<string> {
  try {
    return (await readDocumentFile(bytes, { name })).text;
  } catch (error) {
    if (isLoaError(error) && /^document\.(?:empty|scanned)$/.test(error.code)) return '';
    throw error;
  }
}
