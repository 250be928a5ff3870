// Alerts on the public pages: raised at once, gone by themselves.
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { AlertAgain, AlertForm, canInPortal } from '#lib/portal/index.ts';
import { endAlert, listAlerts, prolongAlert, raiseAlert } from '#lib/portal/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Id = z.object({ id: z.uuid('Tải lại trang rồi chọn lại cảnh báo.') });

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => ({
    mayRaise: canInPortal(locals.actor, 'alert.raise', {}),
    ...(await listAlerts(tx)),
  }));

export const actions: Actions = {
  dang: ({ locals, request }) =>
    act(locals, request, AlertForm, 'Cảnh báo đã hiện trên mọi trang của cổng.', raiseAlert),
  'gia-han': ({ locals, request }) =>
    act(locals, request, AlertAgain, 'Đã gia hạn, tính từ bây giờ.', prolongAlert),
  'ket-thuc': ({ locals, request }) =>
    act(locals, request, Id, 'Cảnh báo đã kết thúc và không còn trên cổng.', endAlert),
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
