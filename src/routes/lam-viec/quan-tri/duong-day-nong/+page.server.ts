// Hotlines: which numbers the public is told, who answers, and when somebody last made sure.
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { HotlineForm, readForm, refusalOf, requireInPlatform } from '#lib/platform/index.ts';
import {
  addHotline,
  listHotlines,
  listPositions,
  removeHotline,
  type Tx,
  updateHotline,
  verifyHotline,
} from '#lib/platform/index.server.ts';
import { daysBetween, formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** After this long without a check the page asks for one. */
const CHECK_AFTER_DAYS = 90;

const Id = z.object({ id: z.uuid('Tải lại trang rồi chọn lại số điện thoại.') });
const Existing = HotlineForm.extend(Id.shape);

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    requireInPlatform(tx.actor, 'hotline.manage', {});
    const hotlines = await listHotlines(tx);
    const people = await listPositions(tx);
    return {
      hotlines: hotlines.map(({ verifiedOn, verifiedBy, ...hotline }) => ({
        ...hotline,
        verifiedOn: verifiedOn === null ? null : formatDate(toPlainDate(verifiedOn)),
        verifiedBy: people.get(verifiedBy ?? '') ?? '',
        isStale:
          verifiedOn === null ||
          daysBetween(toPlainDate(verifiedOn), toPlainDate(tx.today)) > CHECK_AFTER_DAYS,
      })),
    };
  });

export const actions: Actions = {
  them: ({ locals, request }) =>
    act(locals, request, HotlineForm, 'Đã thêm số điện thoại.', addHotline),
  luu: ({ locals, request }) =>
    act(locals, request, Existing, 'Đã lưu số điện thoại.', (tx, { id, ...hotline }) =>
      updateHotline(tx, id, hotline),
    ),
  'con-dung': ({ locals, request }) =>
    act(locals, request, Id, 'Đã ghi: hôm nay số này còn đúng.', (tx, { id }) =>
      verifyHotline(tx, id),
    ),
  bo: ({ locals, request }) =>
    act(locals, request, Id, 'Đã bỏ số điện thoại.', (tx, { id }) => removeHotline(tx, id)),
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
