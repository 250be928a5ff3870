// What a calendar program shows of a unit's duties: one entry for each dated occurrence.
import { formatDate, type PlainDate } from '#lib/vietnam/index.ts';
import type { Occurrence } from '../occurrences/fold-occurrences.ts';
import { OCCURRENCE_STATE_NAMES, occurrenceName } from '../occurrences/words.ts';

export interface CalendarEntry {
  /** Stable across readings, so that calendars update instead of doubling. */
  readonly uid: string;
  readonly day: PlainDate;
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

/** What an entry tells of its duty. */
export interface DutyWords {
  readonly id: string;
  readonly text: string;
  readonly plan: { readonly title: string };
}

const TITLE_LENGTH = 90;
const MARKS = { overdue: 'Quá hạn', done: 'Thiếu minh chứng', evidenced: 'Xong' } as const;

/**
 * Entries of the occurrences that still are to be done or were: those let off leave the calendar.
 * @param origin where the office's pages lie, `https://…`
 */
export function calendarEntries(
  occurrences: readonly (Occurrence & { readonly about: DutyWords })[],
  origin: string,
): CalendarEntry[] {
  return occurrences
    .filter(({ state }) => state !== 'excused')
    .map(({ about, ...one }) => {
      const mark = one.state in MARKS ? MARKS[one.state as keyof typeof MARKS] : 'Đến hạn';
      const moved =
        one.plannedDue === one.due ? [] : [`Hạn ban đầu: ${formatDate(one.plannedDue)}`];
      return {
        uid: `${about.id}-${one.key}@loa`,
        day: one.due,
        title: `${mark}: ${shorten(about.text)}`,
        text: [
          about.text,
          `Kỳ: ${occurrenceName(one)}`,
          `Tình trạng: ${OCCURRENCE_STATE_NAMES[one.state]}`,
          ...moved,
          `Kế hoạch: ${about.plan.title}`,
        ].join('\n'),
        url: `${origin}/lam-viec/nhiem-vu/${about.id}/ky-${encodeURIComponent(one.key)}`,
      };
    });
}

/** At a word's end, so that a telephone's line says something whole. */
function shorten(text: string): string {
  if (text.length <= TITLE_LENGTH) return text;
  const cut = text.slice(0, TITLE_LENGTH);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : TITLE_LENGTH).replace(/[\s,;:]+$/, '')}…`;
}
