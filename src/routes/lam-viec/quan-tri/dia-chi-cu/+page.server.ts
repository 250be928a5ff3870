// Addresses of the former site: pasted in bulk, let go one by one, beside those people open in vain.
import { fail } from '@sveltejs/kit';
import { addMillis, toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import {
  addFormerAddresses,
  dropFormerAddress,
  FormerForm,
  FormerOnly,
  listFormerAddresses,
  listMissedAddresses,
} from '#lib/portal/index.server.ts';
import { pageCount, pageNumber } from '#lib/ui/index.ts';
import { carryOut } from '../../carry-out.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SIZE = 50;
const MISSED_DAYS = 30;
const DAY_MS = 86_400_000;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const page = pageNumber(url);
    const kept = await listFormerAddresses(tx, { size: SIZE, start: (page - 1) * SIZE });
    // Misses are counted by the real calendar, as visits are: they have no demonstration day.
    const since = addMillis(toInstant(new Date().toISOString()), -MISSED_DAYS * DAY_MS);
    return {
      page,
      pages: pageCount(kept.total, SIZE),
      total: kept.total,
      addresses: kept.addresses,
      missed: await listMissedAddresses(tx, vietnamDate(since)),
      missedDays: MISSED_DAYS,
      /** An address that was missed, to be completed. */
      begun: url.searchParams.get('tu') ?? '',
    };
  });

export const actions: Actions = {
  them: async (event) => {
    const out = await carryOut(event, FormerForm, addFormerAddresses);
    const { refused, values } = out;
    if (refused) return fail(refused.status, { errors: refused.errors, values, done: '' });
    return { errors: [], values: undefined, done: `Đã khai ${out.result} địa chỉ cũ.` };
  },
  bo: async (event) => {
    const { refused, values } = await carryOut(event, FormerOnly, dropFormerAddress);
    if (refused) return fail(refused.status, { errors: refused.errors, values, done: '' });
    return { errors: [], values: undefined, done: `Đã bỏ địa chỉ cũ ${String(values['key'])}.` };
  },
};
