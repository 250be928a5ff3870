// The time a plan covers, from its own section about time or from its title.
import { sure } from '#lib/documents/index.ts';
import {
  clauseAt,
  flat,
  lastDay,
  plainDate,
  two,
  type Clause,
  type Span,
} from '#lib/documents/index.ts';
import { endOfMonth, quarterOf } from './timing.ts';

export interface Period {
  from: string | null;
  to: string | null;
  text: string;
  span: Span;
}

interface Range {
  from: string | null;
  to: string | null;
}

/** The period that a clause names; `issued` is the day of the document, for "từ nay". */
export function periodIn(clause: Clause, issued: string | null): Period | undefined {
  const range = rangeIn(flat(clause.text), issued);
  return range && { ...range, text: clause.text, span: clause.span };
}

/** The period in a title: only a year or a span of years that the plan is for. */
export function periodInTitle(text: string, title: Span): Period | undefined {
  const words = flat(text.slice(title[0], title[1]))
    .replace(/\s/g, ' ')
    .replace(/ngay\s*\d+\s*thang\s*\d+\s*nam\s*\d{4}/g, (date) => ' '.repeat(date.length));
  const found = (match: RegExpExecArray, range: Range): Period => {
    const start = title[0] + match.index;
    return { ...range, ...clauseAt(text, start, start + match[0].length) };
  };
  const stage = /giai doan +(?:tu nam +)?(\d{4}) *(?:-|den(?: +nam)?) *(\d{4})/.exec(words);
  if (stage) return found(stage, { from: `${stage[1]}-01-01`, to: `${stage[2]}-12-31` });
  const days = DAYS.exec(words);
  if (days) return found(days, daysRange(days));
  const months = MONTHS.exec(words);
  const spanned = months && monthsRange(months);
  if (spanned) return found(months, spanned);
  const quarter = QUARTER.exec(words);
  if (quarter) return found(quarter, quarterRange(quarter));
  const half = HALF.exec(words);
  if (half) return found(half, halfRange(half));
  const month = /(?<!\d )(?<!den )thang +(\d{1,2}) *(?:\/|-|nam) *(\d{4})/.exec(words);
  if (month) return found(month, monthRange(month));
  const year = /(?<!den +)nam +(\d{4})(?! *- *\d)(?!.*(?<!den +)nam +\d{4})/.exec(words);
  return year ? found(year, { from: `${year[1]}-01-01`, to: `${year[1]}-12-31` }) : undefined;
}

const QUARTER = /quy +(iv|i{1,3}|[1-4]) *(?:[/-]|nam) *(\d{4})/;

const HALF = /(?:6|sau) +thang +(dau|cuoi) +nam +(\d{4})/;

function halfRange([, half, year]: RegExpExecArray): Range {
  return half === 'dau'
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` };
}

function monthRange([, month, year]: RegExpExecArray): Range {
  const own = clampMonth(month);
  return { from: `${year}-${two(own)}-01`, to: endOfMonth(own, Number(year)) };
}

function quarterRange(match: RegExpExecArray): Range {
  const last = quarterOf(sure(match[1])) * 3;
  const year = Number(match[2]);
  return { from: `${year}-${two(last - 2)}-01`, to: endOfMonth(last, year) };
}

const MONTH_YEAR = 'thang\\s+(\\d{1,2})\\s*(?:/|nam\\s+|-)?\\s*(\\d{4})?';
const DAY_YEAR = 'ngay\\s+(\\d{1,2})\\s*(?:/|thang)\\s*(\\d{1,2})(?:\\s*(?:/|nam)\\s*(\\d{4}))?';
const DAYS = new RegExp(`tu\\s+${DAY_YEAR}\\s*(?:den|-)\\s*(?:het\\s+)?${DAY_YEAR}`);
const MONTHS = new RegExp(`tu\\s+${MONTH_YEAR}\\s*(?:den|-)\\s*(?:het\\s+)?${MONTH_YEAR}`);

function daysRange(days: RegExpExecArray): Range {
  return {
    from: plainDate(Number(days[1]), Number(days[2]), Number(days[3] ?? days[6])) ?? null,
    to: plainDate(Number(days[4]), Number(days[5]), Number(days[6])) ?? null,
  };
}

/** Undefined where neither month has its year. */
function monthsRange(months: RegExpExecArray): Range | undefined {
  const year = months[4] ?? months[2];
  if (year === undefined) return undefined;
  return {
    from: `${months[2] ?? year}-${two(Number(months[1]))}-01`,
    to: endOfMonth(clampMonth(months[3]), Number(year)),
  };
}

function rangeIn(words: string, issued: string | null): Range | undefined {
  const stage = /(?:giai doan|tu nam|nam)\s+(\d{4})\s*(?:-|den(?: het)?(?: nam)?)\s*(\d{4})/.exec(
    words,
  );
  if (stage) return { from: `${stage[1]}-01-01`, to: `${stage[2]}-12-31` };
  const days = DAYS.exec(words);
  if (days) return daysRange(days);
  const months = MONTHS.exec(words);
  const spanned = months && monthsRange(months);
  if (spanned) return spanned;
  const fromNow = /tu (?:nay|ngay ban hanh|ngay ky|khi ban hanh)/.test(words);
  const to = endIn(words);
  if (fromNow) return { from: issued, to };
  if (/den het|den nam|den ngay/.test(words) && to) return { from: null, to };
  const quarter = QUARTER.exec(words);
  if (quarter) return quarterRange(quarter);
  const half = HALF.exec(words);
  if (half) return halfRange(half);
  const month = /(?:trong )?thang\s+(\d{1,2})\s*(?:\/|nam)\s*(\d{4})/.exec(words);
  if (month) return monthRange(month);
  const year = /nam\s+(\d{4})/.exec(words);
  return year ? { from: `${year[1]}-01-01`, to: `${year[1]}-12-31` } : undefined;
}

function clampMonth(written: string | undefined): number {
  return Math.min(12, Math.max(1, Number(written)));
}

function endIn(words: string): string | null {
  const day = new RegExp(`den\\s+(?:het\\s+)?${DAY_YEAR}`).exec(words);
  if (day?.[3]) return plainDate(Number(day[1]), Number(day[2]), Number(day[3])) ?? null;
  const month = /den\s+(?:het\s+)?thang\s+(\d{1,2})\s*(?:\/|nam)\s*(\d{4})/.exec(words);
  if (month) {
    const year = Number(month[2]);
    return `${year}-${two(clampMonth(month[1]))}-${two(lastDay(clampMonth(month[1]), year))}`;
  }
  const year = /den\s+(?:het\s+)?nam\s+(\d{4})/.exec(words);
  return year ? `${year[1]}-12-31` : null;
}
