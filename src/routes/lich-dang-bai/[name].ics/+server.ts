// The calendar of publication for the calendar program that knows the secret address. It is asked for without a
// session, so the answer holds articles, duties and days only.
import { eventsOf } from '#lib/newsroom/index.ts';
import { readPublicationCalendar } from '#lib/newsroom/index.server.ts';
import { calendarFile } from '#lib/portal/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { entries, stamp } = await locals.read(async (tx) => ({
    entries: await readPublicationCalendar(tx, params.name),
    stamp: tx.now,
  }));
  const shown = locals.commune.demoDay === null ? '' : ' (dữ liệu minh họa)';
  const name = `${locals.commune.name}: lịch đăng bài${shown}`;
  return new Response(calendarFile(name, eventsOf(entries, url.origin), stamp), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  });
};
