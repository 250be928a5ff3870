// Adding a picture to the library.
import { fail, redirect } from '@sveltejs/kit';
import { MediaForm, requireInNewsroom } from '#lib/newsroom/index.ts';
import { addMedia } from '#lib/newsroom/index.server.ts';
import { pictureTypes, readForm, refusalOf, type FormFault } from '#lib/platform/index.ts';
import { requirePicture, storeFile, type StoredFile } from '#lib/platform/index.server.ts';
import { FILE_LIMIT } from '../../file-limit.ts';
import { keptToken, openKeptToken } from '../../kept-file.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What such a file is kept for between two tries. */
const KIND = 'library';

export const load: PageServerLoad = ({ locals }) => {
  requireInNewsroom(locals.actor, 'media.add', {});
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    requireInNewsroom(locals.actor, 'media.add', {});
    const data = await request.formData();
    const taken = await takeFile(locals.commune.id, data);
    const form = readForm(data, MediaForm);
    const kept = 'file' in taken ? taken.file : undefined;
    const back = {
      values: form.values,
      kept: kept && { name: kept.name, token: keptToken(locals.commune.id, KIND, kept) },
    };
    if (!kept || !form.ok) {
      const errors = ['fault' in taken ? [taken.fault] : [], form.ok ? [] : form.errors].flat();
      return fail(422, { ...back, errors });
    }
    const answer = await locals.write((tx) => addMedia(tx, kept, form.value)).catch(refusalOf);
    if (typeof answer !== 'string') return fail(answer.status, { ...back, errors: answer.errors });
    redirect(303, `/lam-viec/thu-vien-anh/${answer}`);
  },
};

/** The picture that was chosen now, or else with an earlier try. */
async function takeFile(
  communeId: string,
  data: FormData,
): Promise<{ file: StoredFile } | { fault: FormFault }> {
  const sent = data.get('file');
  if (sent instanceof File && (sent.name !== '' || sent.size > 0)) {
    const bytes = new Uint8Array(await sent.arrayBuffer());
    const request = { name: sent.name, maxBytes: FILE_LIMIT, allow: pictureTypes };
    try {
      const file = await storeFile(communeId, bytes, request);
      requirePicture(bytes, file.name);
      return { file };
    } catch (refused) {
      const [fault] = refusalOf(refused).errors;
      return { fault: { name: 'file', message: fault?.message ?? '' } };
    }
  }
  const kept = openKeptToken(communeId, String(data.get('kept') ?? ''));
  if (kept?.kind === KIND) return { file: kept.file };
  return { fault: { name: 'file', message: 'Chọn tệp ảnh JPEG, PNG hoặc WebP.' } };
}
