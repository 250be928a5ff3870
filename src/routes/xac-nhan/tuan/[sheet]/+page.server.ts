// What the QR code of a week's sheet shows; only the PIN confirms, line by line (ruling 25).
import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { isLoaError, networkOf, readForm, refusalOf } from '#lib/platform/index.ts';
import { confirmSheetLine, openWeekSheet } from '#lib/plans/index.server.ts';
import { addDays, formatDate, vietnamDate } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';

const Confirm = z.object({
  line: z.string().min(1).max(80),
  pin: z.string().min(1, 'Nhập mã PIN trên giấy được giao.').max(20),
});

export const load: PageServerLoad = async ({ locals, params }) => {
  const sheet = await locals
    .read((tx) => openWeekSheet(tx, params.sheet))
    .catch((failure: unknown) => {
      if (!isLoaError(failure)) throw failure;
      error(failure.status, failure.what, { code: failure.code, todo: failure.todo });
    });
  const { place, isVillage, head, lines, week, expiresAt } = sheet;
  return {
    tagline: 'Xác nhận phiếu tuần',
    place,
    isVillage,
    head,
    lines,
    week: `${formatDate(week)} – ${formatDate(addDays(week, 6))}`,
    until: formatDate(vietnamDate(expiresAt)),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request, getClientAddress }) => {
    const form = readForm(await request.formData(), Confirm);
    const line = String(form.values['line'] ?? '');
    if (!form.ok) return fail(422, { line, errors: form.errors, done: false });
    const attempt = {
      name: params.sheet,
      line: form.value.line,
      pin: form.value.pin,
      network: networkOf(getClientAddress()),
    };
    const refused = await confirmSheetLine(locals.commune.id, attempt).then(
      () => undefined,
      refusalOf,
    );
    if (refused) return fail(refused.status, { line, errors: refused.errors, done: false });
    return { line, errors: [], done: true };
  },
};
