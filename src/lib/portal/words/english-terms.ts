// A reckoned term told in English, sentence by sentence, as `explainTerm` tells it in Vietnamese. Pure.
import {
  addDays,
  formatClock,
  weekday,
  type CalendarDay,
  type OfficeHours,
  type OfficeTime,
  type PlainDate,
  type Term,
  type TermUnit,
} from '#lib/vietnam/index.ts';
import { englishCount, englishDate } from './english-names.ts';

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** As the shipped calendars name them; days that a commune adds keep their Vietnamese name. */
const HOLIDAYS: Readonly<Record<string, string>> = {
  'Tết Dương lịch': 'New Year’s Day',
  'Tết Nguyên đán': 'Lunar New Year',
  'Giỗ Tổ Hùng Vương': 'Hung Kings’ Day',
  'Ngày Chiến thắng': 'Victory Day',
  'Quốc tế Lao động': 'Labour Day',
  'Quốc khánh': 'National Day',
  'Ngày Văn hóa Việt Nam': 'Vietnam Culture Day',
};
const KINDS: readonly (readonly [vietnamese: string, english: string])[] = [
  ['Nghỉ bù ', 'day in lieu of '],
  ['Nghỉ hoán đổi dịp ', 'day off exchanged around '],
  ['Làm bù cho ngày nghỉ hoán đổi dịp ', 'worked for the day off around '],
];

/** "Lunar New Year", "day in lieu of National Day"; an unknown name stays. */
export function englishHoliday(name: string): string {
  const kind = KINDS.find(([vietnamese]) => name.startsWith(vietnamese));
  const holiday = kind ? name.slice(kind[0].length) : name;
  return `${kind?.[1] ?? ''}${HOLIDAYS[holiday] ?? holiday}`;
}

export function englishWeekday(date: PlainDate): string {
  return WEEKDAYS[weekday(date) - 1] ?? '';
}

/** "5 working days", "7 hours 30 minutes of work". @param amount of the unit */
export function englishAmount(amount: number, unit: TermUnit): string {
  if (unit === 'day') return englishCount(amount, 'working day');
  if (unit === 'session') return englishCount(amount, 'half working day');
  const hours = Math.floor(amount / 60);
  const parts = [
    ...(hours > 0 ? [englishCount(hours, 'hour')] : []),
    ...(amount % 60 > 0 || hours === 0 ? [englishCount(amount % 60, 'minute')] : []),
  ];
  return `${parts.join(' ')} of work`;
}

/** "17:00 on Thursday 5 January 2023" */
export function englishTime({ date, minute }: OfficeTime): string {
  return `${formatClock(minute)} on ${englishWeekday(date)} ${englishDate(date)}`;
}

/** The reasons of a term, in the order one would tell them at the counter. */
export function englishReasons(term: Term, { cutOff }: OfficeHours): string[] {
  const { received, start, deferral, paused, end, unit, days } = term;
  const late =
    deferral === 'cut-off' && cutOff !== null
      ? `after the hour of closing the day, ${formatClock(cutOff)}`
      : 'outside office hours';
  return [
    ...(deferral === null
      ? []
      : [`Received at ${englishTime(received)}, ${late}: counted from ${englishTime(start)}.`]),
    amountReason(term),
    ...(paused > 0 ? [`${englishAmount(paused, unit)} of standstill are not counted.`] : []),
    ...(end === null ? ['It stands still: the end is known once it goes on.'] : []),
    ...days.warnings.map(({ year, status }) =>
      status === 'missing'
        ? `The public holidays of ${year} are not known yet: only weekly days off are left out.`
        : `Some public holidays of ${year} are expected, not announced: the result may still change.`,
    ),
  ];
}

function amountReason({ amount, unit, start, end, left, days, firstDay }: Term): string {
  const from =
    unit !== 'day'
      ? `from ${englishTime(start)}`
      : firstDay === 'next'
        ? `from the day after ${englishDate(start.date)} (the day of receipt is not counted)`
        : `from ${englishDate(start.date)} (the day of receipt is counted)`;
  const until =
    end === null
      ? `: ${englishAmount(amount - left, unit)} used, ${englishAmount(left, unit)} left`
      : ` until ${unit === 'day' ? `the end of ${englishDate(end.date)}` : englishTime(end)}`;
  const besides = [
    ...(days.weeklyDaysOff > 0
      ? [`without ${englishCount(days.weeklyDaysOff, 'weekly day')} off`]
      : []),
    ...groups(days.daysOff).map((group) => `without ${describe(group)}`),
    ...groups(days.workedDays).map((group) => `with ${describe(group)}`),
  ].join('; ');
  return `${englishAmount(amount, unit)} ${from}${until}${besides && `; ${besides}`}.`;
}

/** Neighbouring days of one name stand together. */
function groups(days: readonly CalendarDay[]): CalendarDay[][] {
  const result: CalendarDay[][] = [];
  for (const day of days) {
    const before = result.at(-1)?.at(-1);
    const goesOn = before?.name === day.name && addDays(before.date, 1) === day.date;
    if (goesOn) result.at(-1)?.push(day);
    else result.push([day]);
  }
  return result;
}

function describe(group: readonly CalendarDay[]): string {
  const [first, last] = [group.at(0), group.at(-1)];
  if (!first || !last) return '';
  const until = first === last ? '' : ` – ${englishDate(last.date)}`;
  return `${englishHoliday(first.name)} (${englishDate(first.date)}${until})`;
}
