// What is asked of the public calculator of terms, as it stands in the address: read with a fault for
// each field, so that an address that was sent on opens with the same answer.
import {
  formatClock,
  LONGEST_TERM,
  type OfficeTime,
  parseClock,
  parseDate,
  type Pause,
  type PlainDate,
  compareTimes,
  dateParts,
  type TermUnit,
} from '#lib/vietnam/index.ts';
import { termFaults, type TermFaults } from './words/term-faults.ts';

const PAUSES = [1, 2, 3] as const;

/** The words of the address, in the order of the form. */
export const termWords = [
  'kieu',
  'ngay-nhan',
  'gio-nhan',
  'so',
  'tinh-theo',
  'den-ngay',
  'den-gio',
  'ngay-dau',
  ...PAUSES.flatMap((index) => [`dung-${index}`, `tiep-${index}`]),
];

/** What is asked: when a term ends (`due`), or how much of it lies between two moments (`elapsed`). */
export interface TermQuestion {
  readonly kind: 'due' | 'elapsed';
  readonly received: OfficeTime;
  /** Whether a time was typed: without it the whole day counts as in time. */
  readonly hasTime: boolean;
  readonly unit: TermUnit;
  /** Of the unit; 0 for `elapsed`. */
  readonly amount: number;
  /** The last moment of `elapsed`. */
  readonly until: OfficeTime | null;
  readonly firstDay: 'next' | 'same';
  readonly pauses: readonly Pause[];
}

export interface TermAsked {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly { name: string; message: string }[];
  /** Null while nothing, or nothing that can be reckoned, was asked. */
  readonly question: TermQuestion | null;
}

const UNITS: Readonly<Record<string, TermUnit>> = { ngay: 'day', buoi: 'session', gio: 'minute' };
/** Reads the question out of an address. @param faults in the words of the page's language */
export function readTermQuestion(
  params: URLSearchParams,
  faults: TermFaults = termFaults('vi'),
): TermAsked {
  const values = Object.fromEntries(
    termWords.map((word) => [word, (params.get(word) ?? '').normalize('NFC').trim().slice(0, 40)]),
  );
  const given = (word: string) => values[word] ?? '';
  if (!params.has('ngay-nhan')) return { values, errors: [], question: null };
  const shown = Object.fromEntries(
    Object.entries(values).map(([word, text]) => [word, asControlsTakeIt(word, text)]),
  );
  const errors: { name: string; message: string }[] = [];
  const complain: Complain = (name, say) => {
    errors.push({ name, message: say(faults) });
  };

  const kind = given('kieu') === 'dem' ? 'elapsed' : 'due';
  const unit = UNITS[given('tinh-theo')] ?? 'day';
  const date = readDay(given('ngay-nhan'), 'ngay-nhan', complain);
  const time = readTime(given('gio-nhan'), 'gio-nhan', complain);
  const amount = kind === 'due' ? readAmount(given('so'), unit, complain) : 0;
  const until = kind === 'elapsed' ? readUntil(given, date, complain) : null;
  const pauses = PAUSES.flatMap((index) => readPause(given, index, complain));
  if (errors.length > 0 || date === undefined) return { values: shown, errors, question: null };
  const received = { date, minute: time ?? 0 };
  const firstDay = given('ngay-dau') === 'tinh' ? 'same' : 'next';
  const hasTime = time !== undefined;
  const question = { kind, received, hasTime, unit, amount, until, firstDay, pauses } as const;
  return { values: shown, errors, question };
}

/** Controls for days and times take one form only; what has none is quoted by its error instead. */
function asControlsTakeIt(word: string, text: string): string {
  if (/^(ngay-nhan|den-ngay)$/u.test(word)) return parseDate(text) ?? '';
  if (/^(gio-nhan|den-gio)$/u.test(word)) {
    const minute = parseClock(text);
    return minute === undefined ? '' : formatClock(minute);
  }
  if (/^(dung|tiep)-/u.test(word)) {
    const moment = readMoment(text);
    return moment ? `${moment.date}T${formatClock(moment.minute)}` : '';
  }
  return text;
}

type Complain = (name: string, say: (faults: TermFaults) => string) => void;

function readDay(text: string, name: string, complain: Complain): PlainDate | undefined {
  if (text === '') {
    complain(name, ({ noDay }) => noDay);
    return undefined;
  }
  const date = parseDate(text);
  if (date === undefined) {
    complain(name, ({ notADay }) => notADay(text));
  } else if (dateParts(date).year < 1976 || dateParts(date).year > 2200) {
    complain(name, ({ farDay }) => farDay);
  }
  return date;
}

function readTime(text: string, name: string, complain: Complain): number | undefined {
  if (text === '') return undefined;
  const minute = parseClock(text);
  if (minute === undefined) complain(name, ({ notATime }) => notATime(text));
  return minute;
}

function readAmount(text: string, unit: TermUnit, complain: Complain): number {
  const number = /^\d+([.,]\d+)?$/u.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  const amount = unit === 'minute' ? Math.round(number * 60) : number;
  if (Number.isNaN(amount) || amount <= 0) {
    complain('so', ({ noAmount }) => noAmount);
  } else if (!Number.isInteger(amount)) {
    complain('so', ({ notWhole }) => notWhole);
  } else if (amount > LONGEST_TERM[unit]) {
    complain('so', ({ tooLong }) => tooLong(unit));
  }
  return amount;
}

function readUntil(
  given: (word: string) => string,
  from: PlainDate | undefined,
  complain: Complain,
): OfficeTime | null {
  const date = readDay(given('den-ngay'), 'den-ngay', complain);
  const minute = readTime(given('den-gio'), 'den-gio', complain) ?? 24 * 60 - 1;
  if (date === undefined) return null;
  if (from !== undefined && date < from) {
    complain('den-ngay', ({ beforeReceipt }) => beforeReceipt);
  } else if (from !== undefined && dateParts(date).year - dateParts(from).year > 20) {
    complain('den-ngay', ({ tooFar }) => tooFar);
  }
  return { date, minute };
}

function readPause(given: (word: string) => string, index: number, complain: Complain): Pause[] {
  const [start, stop] = [given(`dung-${index}`), given(`tiep-${index}`)];
  if (start === '') {
    if (stop !== '') complain(`dung-${index}`, ({ noPauseStart }) => noPauseStart);
    return [];
  }
  const from = readMoment(start);
  const to = stop === '' ? null : readMoment(stop);
  if (from === undefined) complain(`dung-${index}`, ({ notAMoment }) => notAMoment(start));
  if (to === undefined) complain(`tiep-${index}`, ({ notAMoment }) => notAMoment(stop));
  if (from === undefined || to === undefined) return [];
  if (to !== null && compareTimes(from, to) > 0) {
    complain(`tiep-${index}`, ({ resumesBefore }) => resumesBefore);
    return [];
  }
  return [{ from, to }];
}

/** `2023-01-05T14:30`, as browsers send a day with its time; the day alone is its midnight. */
function readMoment(text: string): OfficeTime | undefined {
  const [day = '', clock = formatClock(0)] = text.split('T');
  const date = parseDate(day);
  const minute = parseClock(clock.slice(0, 5));
  return date === undefined || minute === undefined ? undefined : { date, minute };
}
