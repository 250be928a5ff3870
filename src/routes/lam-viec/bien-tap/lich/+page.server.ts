// The calendar of publication: a month or a week, and another hour for what has one.
import { z } from 'zod';
import { canInNewsroom, gapsOf, weeksOf } from '#lib/newsroom/index.ts';
import { readCalendar, rescheduleArticle } from '#lib/newsroom/index.server.ts';
import { toInstant, toPlainDate, vietnamInstant } from '#lib/vietnam/index.ts';
import { carryOutBeside } from '../../carry-out.server.ts';
import { viewOf, weekIn } from './view.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Reschedule = z.object({
  id: z.uuid(),
  at: z
    .string('Chọn ngày, giờ đăng.')
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/, 'Chọn ngày, giờ đăng.')
    .transform((at) => vietnamInstant(toPlainDate(at.slice(0, 10)), `${at.slice(11, 16)}:00`)),
});

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const today = toPlainDate(tx.today);
    const view = viewOf(url, today);
    const { entries, scheduled, expected } = await readCalendar(tx, view.spell, view.month);
    return {
      ...view,
      today,
      weekHref: `?tuan=${weekIn(view.month, today)}`,
      weeks: weeksOf(view.spell, entries),
      gaps: gapsOf(view.spell, entries),
      scheduled,
      expected,
      mayFollow: canInNewsroom(tx.actor, 'publication.follow', {}),
      mayPublish: canInNewsroom(tx.actor, 'article.publish', {}),
    };
  });

export const actions: Actions = {
  'doi-gio': (event) =>
    carryOutBeside(event, Reschedule, 'Đã đổi giờ đăng.', (tx, { id, at }) =>
      rescheduleArticle(tx, id, toInstant(at)),
    ),
};
