// When a duty is due and how often it comes, from its words.
import { sure } from '#lib/documents/index.ts';
import { clauseAt, flat, lastDay, plainDate, two, type Span } from '#lib/documents/index.ts';

export interface Due {
  /** The words, and where they stand. */
  text: string;
  span: Span;
  /** The last day, as officials read it; `null` for one that comes every year or hangs on an event. */
  date: string | null;
  /** `fixed` a day, `yearly` the same day each year, `relative` counted from an event. */
  rule: 'fixed' | 'yearly' | 'relative';
}

export type Cadence =
  { count: number; unit: 'week' | 'month' | 'quarter' | 'half' | 'year' } | 'often';

const LIMIT =
  '(?:truoc|cham nhat(?: la| vao| den)?|xong truoc|muon nhat|han cuoi(?: la)?|den het|het|trong|xong trong|vao)';
const DAY = new RegExp(
  `${LIMIT}\\s+(?:ngay\\s+)?(\\d{1,2})\\s*(?:[/.-]|\\s*thang\\s*)\\s*(\\d{1,2})(?:\\s*(?:[/.-]|\\s*nam\\s*)\\s*(\\d{4}))?(?!\\d)(?:\\s+(hang|hang|moi)\\s+nam)?`,
);
const MONTH = new RegExp(`${LIMIT}\\s+thang\\s+(\\d{1,2})(?:\\s*(?:/|nam)\\s*(\\d{4}))?(?!\\d)`);
const QUARTER = new RegExp(
  `${LIMIT}\\s+quy\\s+(iv|i{1,3}|[1-4])(?:\\s*(?:/|-|nam)\\s*(\\d{4}))?(?![a-z\\d])`,
);
const RELATIVE =
  /(?:cham nhat|trong(?: thoi han| vong)?|sau)\s+(?:khong qua\s+)?\d{1,3}\s+(?:ngay(?: lam viec)?|thang|tuan)(?:,)?\s+(?:ke tu|tu|sau)\s+(?:ngay|khi)[^.;,)]{0,80}/;

/** The deadline that a stretch of text names; `year` is the plan's, for dates without one. */
export function findDue(text: string, span: Span, year: number | undefined): Due | null {
  const words = flat(text.slice(span[0], span[1])).replace(/\n/g, ' ');
  const relative = RELATIVE.exec(words);
  if (relative) return due(text, span, relative, null, 'relative');
  const day = DAY.exec(words);
  if (day) {
    const yearly = day[4] !== undefined || (!day[3] && isYearly(words, day.index));
    const on = yearly
      ? undefined
      : plainDate(Number(day[1]), Number(day[2]), Number(day[3] ?? year));
    if (yearly || on) return due(text, span, day, on ?? null, yearly ? 'yearly' : 'fixed');
  }
  const month = MONTH.exec(words);
  if (month && Number(month[1]) <= 12 && Number(month[1]) > 0 && (month[2] ?? year)) {
    const on = endOfMonth(Number(month[1]), Number(month[2] ?? year));
    return due(text, span, month, on, 'fixed');
  }
  const quarter = QUARTER.exec(words);
  if (quarter && (quarter[2] ?? year)) {
    return due(
      text,
      span,
      quarter,
      endOfMonth(quarterOf(sure(quarter[1])) * 3, Number(quarter[2] ?? year)),
      'fixed',
    );
  }
  return null;
}

function due(
  text: string,
  span: Span,
  match: RegExpExecArray,
  date: string | null,
  rule: Due['rule'],
): Due {
  const start = span[0] + match.index;
  return { ...clauseAt(text, start, start + match[0].length), date, rule };
}

function isYearly(words: string, at: number): boolean {
  return /(?:hang|moi)\s+nam\W{0,3}$/.test(words.slice(Math.max(0, at - 14), at));
}

/** The number of a quarter written `I` to `IV` or `1` to `4`, in flat letters. */
export function quarterOf(written: string): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[written] ?? Number(written);
}

export function endOfMonth(month: number, year: number): string {
  return `${year}-${two(month)}-${two(lastDay(month, year))}`;
}

const UNITS: Record<string, 'week' | 'month' | 'quarter' | 'half' | 'year'> = {
  tuan: 'week',
  thang: 'month',
  quy: 'quarter',
  nam: 'year',
};

/** How often, from words in flat letters: "2 lần/tháng", "định kỳ hằng quý", "6 tháng", "thường xuyên". */
export function findCadence(words: string): Cadence | null {
  const times =
    /(\d{1,2})(?:\s*-\s*\d{1,2})?\s*(?:lan|tin|bai|buoi|cuoc|ky)[^.;,/]{0,20}(?:\/|\s(?:trong\s)?(?:mot|moi|1)\s)\s*(tuan|thang|quy|nam)/.exec(
      words,
    );
  if (times) return { count: Number(times[1]), unit: sure(UNITS[sure(times[2])]) };
  if (
    /(?:dinh ky|hang|moi|bao cao)\s*(?:\(?\s*)?(?:0?6|sau) thang|6 thang(?: dau nam)?(?:,| va)/.test(
      words,
    )
  )
    return { count: 1, unit: 'half' };
  const each = /(?:dinh ky\s+(?:hang\s+)?|hang\s+|moi\s+)(tuan|thang|quy|nam)(?![a-z])/.exec(words);
  if (each) return { count: 1, unit: sure(UNITS[sure(each[1])]) };
  return /thuong xuyen(?! (?:truc|vu))/.test(words) ? 'often' : null;
}
