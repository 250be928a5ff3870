// Makes the sheets of a week, then leads to them as a PDF: what a GET prints must stand before.
import { redirect } from '@sveltejs/kit';
import { isId } from '#lib/platform/index.ts';
import { makeWeekSheets } from '#lib/plans/index.server.ts';
import { isPlainDate, type PlainDate } from '#lib/vietnam/index.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const form = await request.formData();
  const typed = String(form.get('ngay') ?? '');
  const unit = String(form.get('don-vi') ?? '');
  const day = await locals.write(async (tx): Promise<PlainDate> => {
    const asked = isPlainDate(typed) ? typed : tx.today;
    await makeWeekSheets(tx, { day: asked, ...(isId(unit) && { unitId: unit }) });
    return asked;
  });
  redirect(303, `/lam-viec/tuan/phieu.pdf?ngay=${day}${isId(unit) ? `&don-vi=${unit}` : ''}`);
};
