// The villages and residential groups: named, renamed, ended with the one that took their place.
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { readForm, refusalOf, requireInPlatform } from '#lib/platform/index.ts';
import {
  addVillage,
  endVillage,
  listVillages,
  renameVillage,
  type Tx,
} from '#lib/platform/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Name = z.object({
  name: z.string().min(1, 'Ghi tên thôn, tổ dân phố.').max(80, 'Tên dài quá 80 chữ cái.'),
});
const Id = z.object({ id: z.uuid('Tải lại trang rồi chọn lại thôn.') });
const End = Id.extend({
  successorId: z
    .union([z.uuid(), z.literal('')])
    .default('')
    .transform((id) => (id === '' ? null : id)),
});

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    requireInPlatform(tx.actor, 'village.manage', {});
    return { villages: await listVillages(tx) };
  });

export const actions: Actions = {
  them: ({ locals, request }) =>
    act(locals, request, Name, 'Đã thêm; trang của thôn đã mở trên cổng.', (tx, { name }) =>
      addVillage(tx, name),
    ),
  'doi-ten': ({ locals, request }) =>
    act(
      locals,
      request,
      Name.extend(Id.shape),
      'Đã sửa tên, địa chỉ trang giữ nguyên.',
      (tx, form) => renameVillage(tx, form.id, form.name),
    ),
  'ket-thuc': ({ locals, request }) =>
    act(locals, request, End, 'Đã kết thúc; trang cũ vẫn mở và dẫn sang nơi mới.', (tx, form) =>
      endVillage(tx, form.id, form.successorId),
    ),
};

async function act<Schema extends z.ZodType>(
  locals: App.Locals,
  request: Request,
  schema: Schema,
  done: string,
  work: (tx: Tx, form: z.output<Schema>) => Promise<unknown>,
) {
  const form = readForm(await request.formData(), schema);
  const id = String(form.values.id ?? '');
  if (!form.ok) return fail(422, { id, errors: form.errors, values: form.values, done: '' });
  const refused = await locals.write((tx) => work(tx, form.value)).then(() => undefined, refusalOf);
  if (refused) {
    return fail(refused.status, { id, errors: refused.errors, values: form.values, done: '' });
  }
  return { id, errors: [], values: undefined, done };
}
