// When a duty is due and how often it comes, from its words.
import { sure } from '#lib/documents/index.ts';
import { clauseAt, flat, lastDay, plainDate, two, type Span } from '#lib/documents/index.ts';

export interface Due {
  /** The words, and where they stand. */
  text: string;
  span: Span;
  /** The last day, as officials read it; `null` for one that comes again or hangs on an event. */
  date: string | null;
  /**
   * `fixed` a day, `yearly` the same day each year, `monthly` a day of each month, quarter or week,
   * `relative` counted from an event.
   */
  rule: 'fixed' | 'yearly' | 'monthly' | 'relative';
}

/** What a plan lasts, for days without a year; an end is `null` where nothing tells it. */
export interface PlanTime {
  from: string | null;
  to: string | null;
}

export type Cadence =
  { count: number; unit: 'week' | 'month' | 'quarter' | 'half' | 'year' } | 'often';

/** A deadline in words: what it says, and the last day that it means in a year. */
interface Form {
  pattern: RegExp;
  /** Undefined where the figures are no day. */
  read(match: RegExpExecArray, time: PlanTime | undefined): Pick<Due, 'date' | 'rule'> | undefined;
}

/** The day of a form that names no year: the first in the plan's time, else that of its last year. */
function dayWithin(
  time: PlanTime | undefined,
  dayIn: (year: number) => string | undefined,
): string | undefined {
  const [from, to] = [time?.from ?? time?.to, time?.to ?? time?.from];
  if (!from || !to) return undefined;
  const last = Number(to.slice(0, 4));
  for (let year = Number(from.slice(0, 4)); year <= last; year += 1) {
    const day = dayIn(year);
    if (day !== undefined && day >= from && day <= to) return day;
  }
  return dayIn(last);
}

function fixed(
  time: PlanTime | undefined,
  own: string | undefined,
  dayIn: (year: number) => string | undefined,
): Pick<Due, 'date' | 'rule'> | undefined {
  const date = own === undefined ? dayWithin(time, dayIn) : dayIn(Number(own));
  return date === undefined ? undefined : { date, rule: 'fixed' };
}

// Words that make a day a deadline. In a table the column says it, so that none is needed.
const LIMIT =
  '(?<![a-z])(?:xong\\s+)?' +
  '(?:truoc|cham nhat(?: la)?(?: vao| den| trong| truoc)?|muon nhat(?: la)?|han cuoi(?: cung)?(?: la)?|(?:cho )?den het|den|het|khong qua|trong|vao|' +
  'thoi (?:gian|han)(?: hoan thanh| thuc hien| bao cao)?(?: xong)?\\s*:?(?: truoc| trong| den)?|hoan thanh\\s*:)\\s*';
const HOUR = '(?:\\d{1,2}\\s*(?:gio|h)(?:\\s*\\d{0,2}(?:\\s*phut)?)?,?\\s*(?:cua\\s+)?)?';
const YEARLY = '(?:\\s*(?:,|cua)?\\s*(?:hang|moi|cac)\\s+nam)';
const SLASHED = `(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})(?:\\s*[/.-]\\s*(\\d{4}))?`;
const SPELLED = `(\\d{1,2})\\s+thang\\s+(\\d{1,2})(?:\\s*,?\\s*(?:nam|/)\\s*(\\d{4}))?`;
const NO_MORE = '(?![\\d/]|\\s*(?:%|(?:ngay lam viec|trieu|ty|ha|km)(?![a-z])))';

const DAY: Form = {
  pattern: /^/,
  read(match, time) {
    const [day, month, own] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]];
    if (match[7] !== undefined) return { date: null, rule: 'yearly' };
    // What lay behind before the plan began limits no duty ("hồ sơ nhận trước ngày 01/7/2020").
    if (own && time?.from && own < time.from.slice(0, 4)) return undefined;
    return fixed(time, own, (year) => plainDate(Number(day), Number(month), year));
  },
};

const MONTH: Form = {
  pattern: /^/,
  read(match, time) {
    const month = Number(match[2] ?? match[1]);
    if (month < 1 || month > 12) return undefined;
    if (match[4] !== undefined) return { date: null, rule: 'yearly' };
    return fixed(time, match[3], (year) => endOfMonth(month, year));
  },
};

const QUARTER: Form = {
  pattern: /^/,
  read(match, time) {
    if (match[4] !== undefined) return { date: null, rule: 'yearly' };
    const month = quarterOf(sure(match[2] ?? match[1])) * 3;
    return fixed(time, match[3], (year) => endOfMonth(month, year));
  },
};

const HALF: Form = {
  pattern: /^/,
  read(match, time) {
    return fixed(time, match[2], (year) => endOfMonth(match[1] === 'dau' ? 6 : 12, year));
  },
};

const WHOLE_YEAR: Form = {
  pattern: /^/,
  read: (match) => ({ date: `${match[1]}-12-31`, rule: 'fixed' }),
};

const AGAIN: Form = { pattern: /^/, read: () => ({ date: null, rule: 'monthly' }) };
const EVENT: Form = { pattern: /^/, read: () => ({ date: null, rule: 'relative' }) };

const QUARTERS = 'quy\\s+(iv|i{1,3}|[1-4])(?:\\s*(?:,|-|va|den(?:\\s+quy)?)\\s*(iv|i{1,3}|[1-4]))?';
const MONTHS = 'thang\\s+(\\d{1,2})(?:\\s*(?:,|-|va|den(?:\\s+thang)?)\\s*(\\d{1,2})(?!\\s*\\d))?';
const OF_YEAR = '(?:\\s*(?:/|-|,?\\s*nam)\\s*(\\d{4}))?(?![a-z\\d])';
/** "của tháng cuối quý", "hằng tháng": the months that come again. */
const OF_EACH =
  '(?:(?:(?:hang|moi)\\s+)?thang(?:\\s+(?:dau|cuoi)(?:\\s+(?:cua|moi|hang))*\\s+quy)?(?!\\s*\\d)|(?:(?:hang|moi)\\s+)?quy(?!\\s*[ivx\\d]))';
const COUNT = '(?:\\d{1,3}|mot|hai|ba|nam|bay|muoi)(?:\\s*\\([^)]{1,12}\\))?';
const SPAN_OF_TIME = `${COUNT}\\s+(?:ngay(?:\\s+lam viec)?|gio(?:\\s+lam viec)?|thang|tuan)`;

/** The forms of prose, the surer first; `lead` is what must stand before a day. */
function formsAfter(lead: string): Form[] {
  const form = (base: Form, pattern: string): Form => ({ ...base, pattern: new RegExp(pattern) });
  return [
    form(
      EVENT,
      `(?:(?:cham nhat(?: la| sau| trong| khong qua)?|muon nhat|trong(?: thoi han| thoi gian| vong)?|thoi han(?: la)?|khong qua|sau|truoc)\\s+)(?:khong qua\\s+)?${SPAN_OF_TIME},?\\s+(?:(?:tinh\\s+)?ke tu|tinh tu|tu|sau|truoc)\\s+(?:ngay|khi|thoi diem|luc)[^.;,)]{0,80}`,
    ),
    form(
      EVENT,
      `truoc\\s+(?:khi|ngay)\\s+(?=[a-z])[^.;,)\\d]{3,60}\\s+(?:it nhat\\s+)?${SPAN_OF_TIME}`,
    ),
    form(
      EVENT,
      `(?:cham nhat|it nhat)\\s+(?:la\\s+)?${SPAN_OF_TIME}\\s+truoc\\s+(?:ngay|khi)[^.;,)]{0,80}`,
    ),
    form(EVENT, `ngay (?:sau )?khi\\s+(?:ke hoach|co|nhan|duoc|ket thuc|hoan thanh)[^.;,)]{0,80}`),
    form(
      AGAIN,
      `(?:${lead}(?:ngay\\s+)?|(?<![a-z])ngay\\s+)\\d{1,2}\\s*(?:(?:cua\\s+)?(?:hang|moi)\\s+thang|(?:cua\\s+)?thang\\s+(?:cuoi|dau)\\s+(?:cua\\s+)?(?:hang\\s+|moi\\s+)?quy|thang\\s+sau)`,
    ),
    form(
      AGAIN,
      `(?<![a-z])tuan\\s+(?:dau|cuoi|thu\\s+(?:nhat|hai|ba|tu|[1-4]))(?:\\s+tien)?\\s+(?:cua\\s+)?${OF_EACH}`,
    ),
    form(
      AGAIN,
      `${lead}(?:${HOUR})?(?:thu|chieu thu|sang thu)\\s+(?:hai|ba|tu|nam|sau|bay|[2-7])\\s+(?:hang|moi)\\s+tuan`,
    ),
    form(
      DAY,
      `${lead}${HOUR}(?:(?:vao\\s+)?ngay\\s*)?(?<!thang |[\\d-])(?:${SLASHED}|${SPELLED})${NO_MORE}(${YEARLY})?`,
    ),
    form(MONTH, `${lead}(?:cuoi\\s+)?(?:tu\\s+)?${MONTHS}${OF_YEAR}(${YEARLY})?`),
    form(QUARTER, `${lead}(?:cuoi\\s+)?(?:tu\\s+)?${QUARTERS}${OF_YEAR}(${YEARLY})?`),
    form(HALF, `${lead}6\\s+thang\\s+(dau|cuoi)(?:\\s+nam)?(?:\\s+(\\d{4}))?(?![a-z\\d])`),
  ];
}

const IN_PROSE: readonly Form[] = [
  ...formsAfter(LIMIT),
  { ...WHOLE_YEAR, pattern: /(?:hoan thanh|xong)\s+(?:trong|truoc|het)\s+nam\s+(\d{4})(?!\s*-)/ },
];
const IN_CELL: readonly Form[] = [
  ...formsAfter(`(?<![\\d/])(?:${LIMIT})?`),
  { ...WHOLE_YEAR, pattern: /(?:trong|ca|het)?\s*nam\s+(?:\d{4}\s*-\s*)?(\d{4})/ },
];

/** The deadline that a stretch of text names; `time` is the plan's, for dates without a year. */
export function findDue(text: string, span: Span, time: PlanTime | undefined): Due | null {
  return dueBy(IN_PROSE, text, span, time);
}

/** The deadline in the column of a table for it, or after "Thời gian hoàn thành:": a bare day is enough. */
export function findDueInCell(text: string, span: Span, time: PlanTime | undefined): Due | null {
  return dueBy(IN_CELL, text, span, time);
}

function dueBy(
  forms: readonly Form[],
  text: string,
  span: Span,
  time: PlanTime | undefined,
): Due | null {
  const words = flat(text.slice(span[0], span[1])).replace(/\s/g, ' ');
  for (const { pattern, read } of forms) {
    const match = pattern.exec(words);
    const found = match && read(match, time);
    if (!found) continue;
    const yearly = found.rule === 'fixed' && /^\d/.test(found.date ?? '') && isYearly(words, match);
    const start = span[0] + match.index;
    return {
      ...clauseAt(text, start, start + match[0].length),
      ...(yearly ? { date: null, rule: 'yearly' as const } : found),
    };
  }
  return null;
}

/** "Hằng năm (trước ngày 20/11)", "trước ngày 15/6 và 15/12 hằng năm". */
function isYearly(words: string, match: RegExpExecArray): boolean {
  if (/\d{4}\s*$/.test(match[0])) return false;
  const before = words.slice(Math.max(0, match.index - 24), match.index);
  const after = words.slice(match.index + match[0].length, match.index + match[0].length + 40);
  return (
    /(?:hang|moi)\s+nam\W{0,3}(?:gui |bao cao )?$/.test(before) ||
    /^\s*(?:va|,)\s*(?:truoc\s+)?(?:ngay\s+)?\d{1,2}[/.]\d{1,2}\s*(?:hang|moi)\s+nam/.test(after)
  );
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

const WORDS: Record<string, string> = { mot: '1', hai: '2', ba: '3', bon: '4' };
const TOLD = '(?:lan|tin|bai|buoi|cuoc|ky|luot|chuyen muc|phong su|lop|dot|ban tin|hoi nghi)';
const TIMES = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:\\s*-\\s*\\d{1,2})?\\s*${TOLD}[^.;:/]{0,24}?(?:\\/\\s*(?:0?1\\s*)?|\\s(?:trong\\s)?(?:mot|moi|1|01|hang)\\s)(tuan|thang|quy|nam)(?![a-z])`,
);
// "Trong quý II mở 2 lớp" happens once.
const EACH_TIMES = new RegExp(
  `(?:(?:moi|hang|mot)\\s+|trong\\s+(?!(?:thang|quy|nam)\\s+(?:[ivx]+(?![a-z])|\\d)))(tuan|thang|quy|nam)[^.;]{0,30}?(?<!\\d)(\\d{1,2})\\s*${TOLD}(?![a-z])`,
);
/** "15 ngày một lần", "10 ngày/lần": how many times that makes in a month. */
const DAYS_APART =
  /(?<!\d)(0?7|10|15) ngay\s*(?:\/|(?:mot|1|01)\s+)lan|nua thang\s*(?:\/|(?:mot|1|01)\s+)lan/;
const HALF_YEAR =
  /(?:dinh ky|hang|moi|bao cao|so ket|theo)\s*(?:\(?\s*)?(?:0?6|sau) thang|(?<!\d)0?6 thang(?: dau nam)?(?:,| va)|(?<!\d)0?6 thang\s*(?:\/|(?:mot|1|01)\s+)lan/;
const EACH_QUARTER = /thang (?:dau|cuoi)(?: (?:cua|moi|hang))* quy(?!\s*[ivx\d])/;
const THREE_MONTHS = /(?<!\d)(?:0?3|ba) thang\s*(?:\/\s*|(?:mot|1|01)\s+)lan/;
const PER_TIME =
  /(?<![a-z\d]\s?)(?:(?:mot|1|01)\s+)?(tuan|thang|quy|nam)\s*(?:\/|(?:mot|1|01)\s+)lan/;
const EACH =
  /(?:dinh ky\s+(?:vao\s+)?(?:hang\s+|theo\s+)?|hang\s+|moi\s+|theo\s+(?=thang|quy)|bao cao\s+(?=thang,|quy,))(tuan|thang|quy|nam)(?![a-z])/;

/** How often, from words in flat letters: "2 lần/tháng", "định kỳ hằng quý", "6 tháng", "thường xuyên". */
export function findCadence(flatWords: string): Cadence | null {
  const words = flatWords
    .replace(/\s+/g, ' ')
    .replace(/(?<![a-z])(mot|hai|ba|bon)(?= (?:lan|tin|bai|buoi|cuoc)\b)/g, (word) =>
      sure(WORDS[word]),
    );
  const times = TIMES.exec(words);
  if (times) return { count: Number(times[1]), unit: sure(UNITS[sure(times[2])]) };
  const each = EACH_TIMES.exec(words);
  if (each) return { count: Number(each[2]), unit: sure(UNITS[sure(each[1])]) };
  const apart = DAYS_APART.exec(words);
  if (apart) {
    const days = Number(apart[1] ?? 15);
    return days === 7 ? { count: 1, unit: 'week' } : { count: 30 / days, unit: 'month' };
  }
  if (THREE_MONTHS.test(words) || EACH_QUARTER.test(words)) return { count: 1, unit: 'quarter' };
  const found = [
    { at: words.search(HALF_YEAR), unit: 'half' as const },
    ...[EACH, PER_TIME].map((pattern) => {
      const match = pattern.exec(words);
      return { at: match?.index ?? -1, unit: sure(UNITS[match?.[1] ?? 'nam']) };
    }),
  ].filter(({ at }) => at >= 0);
  const first = found.sort((a, b) => a.at - b.at)[0];
  if (first) return { count: 1, unit: first.unit };
  return /(?:thuong xuyen(?! (?:truc|vu))|(?:hang|moi) ngay|(?<![a-z])ngay 0?\d (?:lan|buoi|ban tin)|(?:lan|buoi)\s*\/\s*ngay|24\s*\/\s*(?:24|7)|hang gio|lien tuc)/.test(
    words,
  )
    ? 'often'
    : null;
}
