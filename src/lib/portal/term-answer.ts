// The answer of the public calculator: the day or the amount, its reasons, and the days to draw.
import {
  addDays,
  addMonths,
  type Calendar,
  dueOf,
  elapsedOf,
  isWorkingDay,
  monthEnd,
  monthOf,
  type MonthKey,
  monthStart,
  type OfficeHours,
  type PlainDate,
  sessionsOf,
  weekday,
} from '#lib/vietnam/index.ts';
import type { TermQuestion } from './term-question.ts';
import { calculatorWords, type CalculatorWords, type DayState } from './words/terms.ts';

/** What a day of the drawn month is to the term; `off` days carry their name. */
export interface DrawnDay {
  readonly date: PlainDate;
  readonly day: number;
  readonly state: DayState;
  /** In words, for the ear and the pointer. */
  readonly says: string;
}

export interface DrawnMonth {
  readonly month: MonthKey;
  /** Weeks from Monday to Sunday; null beside the month. */
  readonly weeks: readonly (readonly (DrawnDay | null)[])[];
}

export interface TermAnswer {
  /** What is told first: `Hết hạn lúc 17:00, thứ Tư 01/02/2023`. */
  readonly headline: string;
  readonly reasons: readonly string[];
  readonly isSure: boolean;
  readonly months: readonly DrawnMonth[];
  /** How many months more the term reaches than are drawn. */
  readonly undrawn: number;
}

const MOST_MONTHS = 4;

/** Answers a question by an office's calendar and hours. @param words of the page's language */
export function answerTerm(
  question: TermQuestion,
  calendar: Calendar,
  hours: OfficeHours,
  words: CalculatorWords = calculatorWords('vi'),
): TermAnswer {
  const { unit, pauses, firstDay } = question;
  const rules = { calendar, hours, pauses, firstDay };
  const received = question.hasTime ? question.received : openingOf(question, calendar, hours);
  const term = question.until
    ? elapsedOf(received, question.until, unit, rules)
    : dueOf(received, question.amount, unit, rules);
  const last = term.end?.date ?? term.days.to;
  const range = { first: term.start.date, last };
  const { months, undrawn } = drawMonths(range, calendar, term.end !== null, words);
  return {
    headline: question.until
      ? words.inAmount(term.amount, unit)
      : term.end
        ? words.dueAt(term.end)
        : words.leftAfterPause(words.inAmount(term.left, unit)),
    reasons: words.reasons(term, hours),
    isSure: term.days.warnings.length === 0,
    months,
    undrawn,
  };
}

/** Without a time the day itself is meant: its opening, or any time of a day off. */
function openingOf({ received }: TermQuestion, calendar: Calendar, hours: OfficeHours) {
  const [first] = sessionsOf(received.date, calendar, hours);
  return { date: received.date, minute: first?.from ?? 0 };
}

function drawMonths(
  { first, last }: { first: PlainDate; last: PlainDate },
  calendar: Calendar,
  hasEnd: boolean,
  words: CalculatorWords,
): { months: DrawnMonth[]; undrawn: number } {
  const months: DrawnMonth[] = [];
  let month = monthOf(first);
  let undrawn = 0;
  for (; month <= monthOf(last); month = monthOf(addMonths(monthStart(month), 1))) {
    if (months.length === MOST_MONTHS) undrawn += 1;
    else months.push({ month, weeks: weeksOf(month, (date) => drawDay(date)) });
  }
  return { months, undrawn };

  function drawDay(date: PlainDate): DrawnDay {
    const works = isWorkingDay(date, calendar);
    const name = calendar.days.get(date)?.name;
    const isEnd = hasEnd && date === last;
    const state = isEnd
      ? 'end'
      : date === first
        ? 'start'
        : !works
          ? 'off'
          : date > first && date < last
            ? 'counted'
            : 'outside';
    return {
      date,
      day: Number(date.slice(8, 10)),
      state,
      says: words.daySays(date, state, works, name),
    };
  }
}

function weeksOf(month: MonthKey, draw: (date: PlainDate) => DrawnDay): (DrawnDay | null)[][] {
  const start = monthStart(month);
  const cells: (DrawnDay | null)[] = Array.from({ length: weekday(start) - 1 }, () => null);
  for (let date = start; date <= monthEnd(month); date = addDays(date, 1)) cells.push(draw(date));
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
