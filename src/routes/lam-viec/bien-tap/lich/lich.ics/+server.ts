// The calendar of publication to take into a calendar program.
import { eventsOf } from '#lib/newsroom/index.ts';
import { readCalendar } from '#lib/newsroom/index.server.ts';
import { calendarFile } from '#lib/portal/index.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { viewOf } from '../view.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const { entries, stamp, month } = await locals.read(async (tx) => {
    const view = viewOf(url, toPlainDate(tx.today));
    const calendar = await readCalendar(tx, view.spell, view.month);
    return { entries: calendar.entries, stamp: tx.now, month: view.month };
  });
  const file = calendarFile('Lịch đăng bài', eventsOf(entries, url.origin), stamp);
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="lich-dang-bai-${month}.ics"`,
      'cache-control': 'private, no-store',
    },
  });
};
