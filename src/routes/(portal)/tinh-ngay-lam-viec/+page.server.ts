// The calculator of terms: the question stands in the address, so an answer can be sent on and printed.
import { readOfficeCalendar } from '#lib/platform/index.server.ts';
import { answerTerm, readTermQuestion } from '#lib/portal/index.ts';
import { formatClock, formatSessions } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const { values, errors, question } = readTermQuestion(url.searchParams);
    const { calendar, hours } = await readOfficeCalendar(tx, question?.received.date);
    return {
      values,
      errors,
      today: tx.today,
      answer: question ? answerTerm(question, calendar, hours) : null,
      hours: {
        week: WEEKDAYS.map((day, index) => ({
          day,
          sessions: formatSessions(hours.week[index] ?? []),
        })),
        cutOff: hours.cutOff === null ? null : formatClock(hours.cutOff),
        source: hours.source,
      },
    };
  });
