// The calculator of terms: the question stands in the address, so an answer can be sent on and printed.
import { readOfficeCalendar } from '#lib/platform/index.server.ts';
import { answerTerm, calculatorWords, readTermQuestion, termFaults } from '#lib/portal/index.ts';
import { languageOf } from '#lib/ui/index.ts';
import { formatClock, formatSessions } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const language = languageOf(url.pathname);
    const words = calculatorWords(language);
    const { values, errors, question } = readTermQuestion(url.searchParams, termFaults(language));
    const { calendar, hours } = await readOfficeCalendar(tx, question?.received.date);
    return {
      values,
      errors,
      today: tx.today,
      answer: question ? answerTerm(question, calendar, hours, words) : null,
      hours: {
        week: words.weekdays.map(([, day], index) => ({
          day,
          sessions: formatSessions(hours.week[index] ?? []),
        })),
        cutOff: hours.cutOff === null ? null : formatClock(hours.cutOff),
        source: hours.source,
      },
    };
  });
