// A unit's duties for the calendar program that knows the secret address. It is asked for without a
// session, so the answer holds duties and days only.
import { readDutyCalendar } from '#lib/plans/index.server.ts';
import { calendarFile } from '#lib/portal/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { calendar, stamp } = await locals.read(async (tx) => ({
    calendar: await readDutyCalendar(tx, params.name, url.origin),
    stamp: tx.now,
  }));
  const shown = locals.commune.demoDay === null ? '' : ' (dữ liệu minh họa)';
  const name = `${calendar.unitName}: nhiệm vụ tuyên truyền${shown}`;
  return new Response(calendarFile(name, calendar.entries, stamp), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  });
};
