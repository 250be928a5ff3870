// The head of a document: issuing body, number and symbol, place and date. The two columns come
// flattened, interleaved or cut inside a word, so the known pieces (motto, number, date, V/v) are
// taken out wherever they stand, and what is left in capitals names the bodies.
import { sure } from './sure.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { joinAgencies, opensAgency } from './agencies.ts';
import { plainDate } from './dates.ts';
import { flat, isMostlyUpper } from './flat.ts';
import type { Line } from './lines.ts';
import type { Span } from './spans.ts';
import { typeLine } from './title.ts';

export interface Header {
  agencyParent: string | null;
  agency: string | null;
  number: string | null;
  symbol: string | null;
  code: string | null;
  place: string | null;
  date: string | null;
  /** "V/v …" of a letter, which stands under its number. */
  subject: string | null;
  /** A date that is filled in but is no day of the calendar. */
  impossibleDate: Span | null;
  dateSpan: Span | null;
  numberSpan: Span | null;
  /** From the first to the last piece of the head; null where there is no head. */
  span: Span | null;
}

const MOTTO =
  /cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam|dang\s+cong\s+san\s+viet\s+nam(?=\s*(?:\n|\t|$)|\s[^\n]{1,40},\s*ngay)/;
const SLOGAN = /doc\s*lap\s*-?\s*tu\s*do\s*-?\s*hanh\s*phuc/;

/** Where the motto stands at or after a place. */
export function findMotto(flatText: string, from: number, to: number): Span | undefined {
  const found = MOTTO.exec(flatText.slice(from, to));
  return found ? [from + found.index, from + found.index + found[0].length] : undefined;
}

/** Where the head begins: the lines in capitals, and the number, that stand before the motto. */
export function headStart(lines: readonly Line[], motto: number): number {
  let first = lines.findIndex((line) => line.span[1] > motto);
  const mottoLine = first;
  if (first < 0) return motto;
  while (first > 0 && mottoLine - first < 20) {
    if (belongsToHead(sure(lines[first - 1]).text)) first -= 1;
    else {
      const subject = subjectAbove(lines, first);
      if (subject === undefined) break;
      first = subject;
    }
  }
  while (first < mottoLine && !opensHead(lines, first)) first += 1;
  return sure(lines[first]).span[0];
}

/**
 * Where the head of a document without the motto begins, as unions and associations write it: at the names
 * over a number with its symbol, before the name of a type. Undefined where there is none.
 */
export function bareHeadStart(lines: readonly Line[]): number | undefined {
  const typed = lines.slice(0, 24).findIndex(({ text }) => typeLine(text) !== undefined);
  const number = lines
    .slice(0, Math.max(typed, 0))
    .findIndex(({ text }) => opensNumber(text) && /\d\s*[-/]\s*\p{Lu}/u.test(text));
  if (number < 0) return undefined;
  let first = number;
  while (first > 0 && number - first < 8 && belongsToHead(sure(lines[first - 1]).text)) first -= 1;
  while (first < number && !opensHead(lines, first)) first += 1;
  return sure(lines[first]).span[0];
}

/** The "V/v …" of a letter runs over several lines of its column; its first line says what they are. */
function subjectAbove(lines: readonly Line[], below: number): number | undefined {
  for (let at = below - 1; at >= 0 && at >= below - 12; at -= 1) {
    if (/^V\s*\/\s*v/i.test(sure(lines[at]).text)) return at;
    if (sure(lines[at]).gap || sure(lines[at]).text.length > 90) return undefined;
  }
  return undefined;
}

/** The first line of a name may hold no more than its first word ("ỦY / BAN NHÂN DÂN"). */
function opensHead(lines: readonly Line[], at: number): boolean {
  const line = sure(lines[at]).text;
  return (
    opensAgency(line) || opensNumber(line) || opensAgency(`${line} ${lines[at + 1]?.text ?? ''}`)
  );
}

function belongsToHead(line: string): boolean {
  // The whole left column on one line: name, number, subject.
  if (/^\p{Lu}{2,}[^\p{Ll}]* S[ốỐ]\s*[:.]?\s*[\d./…]/u.test(line) && opensAgency(line)) return true;
  if (opensNumber(line) || /^\/\p{Lu}/u.test(line)) return true;
  if (/\d{1,2}[:/]\d{2}/.test(line)) return false;
  return isMostlyUpper(line) && line.length < 120;
}

export function opensNumber(line: string): boolean {
  return /^S[ốỐ]\s*[:.]?\s*[\d./…]*/u.test(line) && line.length < 60;
}

/** Reads the head from a part of the text. */
export function readHeader(text: string, from: number, to: number): Header {
  const zone = new Zone(text, from, to);
  zone.take(MOTTO);
  zone.take(SLOGAN);
  const number = takeNumber(zone);
  const date = takeDate(zone);
  const subject = takeSubject(zone);
  const bodies = joinAgencies(zone.cells().filter((cell) => isMostlyUpper(cell)));
  return {
    ...bodies,
    ...number,
    ...date,
    subject,
    span: zone.taken ?? null,
  };
}

/** A stretch of text from which recognised pieces are taken out. */
class Zone {
  readonly text: string;
  readonly offset: number;
  private rest: string;
  private flatRest: string;
  taken: Span | undefined;

  constructor(text: string, from: number, to: number) {
    this.text = text;
    this.offset = from;
    this.rest = text.slice(from, to);
    this.flatRest = flat(this.rest);
  }

  /** Takes out the first match; `source` says whether the pattern reads flat or original letters. */
  take(
    pattern: RegExp,
    source: 'flat' | 'original' = 'flat',
  ): { match: RegExpExecArray; span: Span } | undefined {
    const match = pattern.exec(source === 'flat' ? this.flatRest : this.rest);
    if (!match) return undefined;
    const start = match.index;
    const end = start + match[0].length;
    const original = this.rest.slice(start, end);
    this.blank(start, end);
    const span: Span = [this.offset + start, this.offset + end];
    this.taken = this.taken
      ? [Math.min(this.taken[0], span[0]), Math.max(this.taken[1], span[1])]
      : span;
    match[0] = original;
    return { match, span };
  }

  /** What stands before a place of the text, without what was taken out. */
  before(at: number): string {
    return this.rest.slice(0, at - this.offset);
  }

  /** Takes out what stands between two places of the rest. */
  remove(start: number, end: number): void {
    this.blank(start, end);
    this.taken = this.taken && [Math.min(this.taken[0], this.offset + start), this.taken[1]];
  }

  private blank(start: number, end: number): void {
    // A cell border on each side, so that the neighbours don't run together.
    const hole = end - start === 1 ? '\n' : `\n${' '.repeat(end - start - 2)}\n`;
    this.rest = this.rest.slice(0, start) + hole + this.rest.slice(end);
    this.flatRest = this.flatRest.slice(0, start) + hole + this.flatRest.slice(end);
  }

  /** What is left, cell by cell. */
  cells(): string[] {
    return this.rest
      .split(/\n|\t| {3,}/)
      .map((cell) => collapse(cell))
      .filter((cell) => cell !== '');
  }
}

const SYMBOL =
  '\\p{Lu}[\\p{L}\\d]*(?:\\s?[-–/&]\\s?[\\p{Lu}\\d][\\p{L}\\d&]*)*(?:\\s?\\(\\p{Lu}{1,6}\\))?';
const BLANK = '[\\s.…_]*';
const NUMBER_STATE = new RegExp(
  `S[ốỐ]\\s*[:.]?${BLANK}(\\d{1,6}(?:\\.\\d{1,2})?)?${BLANK}/\\s*(?:((?:19|20)\\d{2})\\s*/\\s*)?(${SYMBOL})`,
  'u',
);
const NUMBER_PARTY = new RegExp(
  `S[ốỐ]\\s*[:.]?${BLANK}(\\d{1,6})?${BLANK}[-–]\\s*(${SYMBOL})`,
  'u',
);
const NUMBER_ALONE = new RegExp(
  `(?:^|[\\n\\t]|\\s{2})\\s*S[ốỐ]\\s*[:.]${BLANK}(\\d{1,6})?(?=\\s|$)`,
  'u',
);
const SYMBOL_ALONE = new RegExp(
  `(?:^|\\s)/\\s*(?:((?:19|20)\\d{2})\\s*/\\s*)?(${SYMBOL})(?=\\s|$)`,
  'u',
);

type NumberPart = Pick<Header, 'number' | 'symbol' | 'code' | 'numberSpan'>;

function takeNumber(zone: Zone): NumberPart {
  const state = zone.take(NUMBER_STATE, 'original');
  if (state) return numberPart(state.match[1], state.match[2], state.match[3], '/', state.span);
  const party = zone.take(NUMBER_PARTY, 'original');
  if (party) return numberPart(party.match[1], undefined, party.match[2], '-', party.span);
  const alone = zone.take(NUMBER_ALONE, 'original');
  const symbol = zone.take(SYMBOL_ALONE, 'original');
  const span = alone?.span ?? symbol?.span ?? null;
  return numberPart(alone?.match[1], symbol?.match[1], symbol?.match[2], '/', span);
}

function numberPart(
  number: string | undefined,
  year: string | undefined,
  symbol: string | undefined,
  join: string,
  numberSpan: Span | null,
): NumberPart {
  const plain = symbol === undefined ? null : tidySymbol(symbol);
  const code =
    number && plain ? (year ? `${number}/${year}/${plain}` : `${number}${join}${plain}`) : null;
  return { number: number ?? null, symbol: plain, code, numberSpan };
}

/** A symbol without blanks and with plain hyphens: `QĐ – UBND` → `QĐ-UBND`. */
export function tidySymbol(symbol: string): string {
  return symbol.replace(/\s+/g, '').replace(/[–—]/g, '-');
}

// Without a comma the place stands on the same line; what was taken out above is blank too.
const DATE_WORDS =
  /(?:,\s*|[^\S\n]*)ngay[\s.…_]*(\d{0,2})[\s.…_/]*thang[\s.…_/]*(\d{0,2})[\s.…_/]*nam[\s.…_]*(\d{4})?/;
const DATE_FIGURES = /,\s*ngay\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/;

type DatePart = Pick<Header, 'place' | 'date' | 'impossibleDate' | 'dateSpan'>;

function takeDate(zone: Zone): DatePart {
  const found = zone.take(DATE_WORDS) ?? zone.take(DATE_FIGURES);
  if (!found) return { place: null, date: null, impossibleDate: null, dateSpan: null };
  const [, day, month, year] = found.match;
  const filled = Boolean(day && month && year);
  const date = filled ? plainDate(Number(day), Number(month), Number(year)) : undefined;
  const dateSpan: Span = [
    found.span[0] + sure(/^[,\s]*/.exec(found.match[0]))[0].length,
    found.span[1],
  ];
  return {
    place: takePlace(zone, found.span[0]),
    date: date ?? null,
    impossibleDate: filled && date === undefined ? dateSpan : null,
    dateSpan,
  };
}

/** "Cần Thơ, ngày …": the place is what stands before the comma in its cell, wrapped or not. */
function takePlace(zone: Zone, end: number): string | null {
  const before = zone.before(end);
  const cell = sure(
    sure(sure(/(?:^|\n|\t| {3,})([^\n\t]*?)[ ]*$/.exec(before))[1])
      .split(/ {3,}/)
      .at(-1),
  );
  if (!/\p{L}/u.test(cell) || cell.length > 60) return null;
  let start = before.length - (before.length - before.lastIndexOf(cell));
  const above = /(?:^|\n|\t| {3,})([^\n\t]+)\n\s*$/.exec(before.slice(0, start))?.[1];
  if (above && isWrappedPlace(above)) start = before.lastIndexOf(above, start);
  const place = collapse(before.slice(start));
  zone.remove(start, before.length);
  return place || null;
}

/** "Thành phố Hồ Chí / Minh, ngày …": the first half of a place that was broken at the margin. */
function isWrappedPlace(line: string): boolean {
  return line.trim().length < 32 && /^\s*\p{Lu}\p{Ll}/u.test(line) && !/[\d:/"(]/.test(line);
}

const SUBJECT = /(?:^|\s)v\s*\/\s*v\s*[:.]?\s*((?:[^\n\t]|\n(?!\s*(?:\n|kinh gui)))+)/;

function takeSubject(zone: Zone): string | null {
  const found = zone.take(SUBJECT);
  if (!found) return null;
  const words = found.match[0].replace(/^\s*[Vv]\s*\/\s*[Vv]\s*[:.]?\s*/u, '');
  return collapse(words) || null;
}
