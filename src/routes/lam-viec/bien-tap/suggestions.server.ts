// Asking for suggestions and taking one without script: the whole form comes back with what was taken ticked.
import { lookOver } from '#lib/newsroom/index.server.ts';
import type { FormValues } from '#lib/platform/index.ts';
import { takeAttachments } from './attachments.server.ts';
import { comeBack, readTyped } from './form.server.ts';

/** @param editionId the edition that is being written; left out for a new article */
export async function suggestBack(locals: App.Locals, request: Request, editionId?: string) {
  const data = await request.formData();
  const faults = await takeAttachments(locals, data);
  const form = readTyped(data);
  const values = withTaken(form.values, data.get('take'));
  const errors = [...faults, ...(form.ok ? [] : form.errors)];
  const looked = form.ok
    ? await locals.read((tx) =>
        lookOver(tx, { ...form.value.article, ...choicesOf(values) }, { editionId }),
      )
    : null;
  return { ...(await comeBack(locals, errors, values)), looked };
}

/** "topics:ID" or "channels:ID" joins what was ticked. */
function withTaken(values: FormValues, taken: FormDataEntryValue | null): FormValues {
  const [field, id] = String(taken ?? '').split(':');
  if ((field !== 'topics' && field !== 'channels') || !id) return values;
  return { ...values, [field]: [...new Set([values[field] ?? [], id].flat())] };
}

function choicesOf(values: FormValues) {
  return {
    topics: [values['topics'] ?? []].flat(),
    channels: [values['channels'] ?? []].flat(),
  };
}
