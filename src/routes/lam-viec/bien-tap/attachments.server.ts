// Files sent with the form of an article: taken in before anything else is looked at, so that a form that
// comes back still has them.
import { refusalOf, type FormFault } from '#lib/platform/index.ts';
import { storeFile } from '#lib/platform/index.server.ts';
import {
  ATTACHMENT_BYTES,
  ATTACHMENT_TYPES,
  requireInNewsroom,
  titleFromName,
} from '#lib/newsroom/index.ts';
import { addAttachment, readAttachmentWords } from '#lib/newsroom/index.server.ts';

/** Takes in the files of `data` and names them in it as attached. @returns what is wrong with the others */
export async function takeAttachments(locals: App.Locals, data: FormData): Promise<FormFault[]> {
  requireInNewsroom(locals.actor, 'article.write', {});
  const sent = data.getAll('files').filter((file) => file instanceof File && file.name !== '');
  data.delete('files');
  const faults: FormFault[] = [];
  for (const file of sent as File[]) {
    try {
      await takeOne(locals, data, file);
    } catch (thrown) {
      const refusal = refusalOf(thrown);
      faults.push({ name: 'files', message: refusal.errors[0]?.message ?? '' });
    }
  }
  return faults;
}

async function takeOne({ commune, write }: App.Locals, data: FormData, file: File): Promise<void> {
  const stored = await storeFile(commune.id, new Uint8Array(await file.arrayBuffer()), {
    name: file.name,
    maxBytes: ATTACHMENT_BYTES,
    allow: ATTACHMENT_TYPES,
  });
  const words = await readAttachmentWords(commune.id, stored);
  await write((tx) => addAttachment(tx, stored, words));
  if (data.getAll('attached').includes(stored.sha256)) return;
  data.append('attached', stored.sha256);
  data.append('attached-title', titleFromName(stored.name));
}
