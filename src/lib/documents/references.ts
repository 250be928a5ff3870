// Documents cited in a text: "Quyết định số 12/2024/QĐ-UBND ngày 01/02/2024 của …", with the stray
// blanks and dashes of real documents. A citation without a symbol isn't one.
import { sure } from './sure.ts';
import { collapse } from '#lib/vietnam/index.ts';
import { plainDate } from './dates.ts';
import { findTypeByName, findTypeBySymbol, TYPE_NAMES } from './document-types.ts';
import { tidySymbol } from './header.ts';
import type { Span } from './spans.ts';

export interface Reference {
  /** Abbreviation of the type (`QĐ`, `NĐ`, `Luật` …), `null` where neither word nor symbol tells. */
  type: string | null;
  code: string;
  number: string;
  date: string | null;
  issuer: string | null;
  span: Span;
}

/** What a citation lacks or has wrong, for the findings. */
export interface ReferenceNote {
  reference: Reference;
  /** Day and month were given, the year wasn't. */
  noYear: boolean;
  /** A date that is no day of the calendar. */
  impossible: boolean;
  /** The hyphen after the number was lost at a line end and has been put back. */
  restored: boolean;
  /** Where number and symbol stand. */
  codeSpan: Span;
  /** Where its date stands. */
  dateSpan: Span | null;
}

// Letters that a symbol is made of: an abbreviation opens with a capital ("CTr", "QĐ", "SoNNMT").
const ABBREVIATION =
  '\\p{Lu}(?:[\\p{Lu}\\d]|\\p{Ll}(?=[\\p{Lu}\\d\\s/–-]|\\p{Ll}?\\p{Lu}|$|[^\\p{L}]))*';
// A hyphen at the start of a line is a bullet, one at its end goes on.
const TAIL = `(?:[^\\S\\n]{0,2}[-–/&]\\s{0,2}${ABBREVIATION})`;
const CODE = new RegExp(
  `(?<![\\p{L}\\d/.,-])(\\d{1,6}(?:\\.\\d{1,2})?)\\s{0,2}` +
    `(?:/\\s{0,2}((?:19|20)\\d{2})\\s{0,2}/\\s{0,2}(${ABBREVIATION}(?:\\s\\d{2}(?!\\d))?${TAIL}*)` +
    `|/\\s{0,2}(${ABBREVIATION}${TAIL}*)` +
    `|[-–]\\s{0,2}(${ABBREVIATION}${TAIL}*/\\s{0,2}\\p{Lu}[\\p{L}]*)` +
    `|((?:NQ|QĐ|CT|KL|QC|HD|KH|CTr|TB|BC|TTr|ĐA|CV|QyĐ)/(?:TW|TU|HU|ĐU|BTGTW)))`,
  'gu',
);

/** Citations in a part of the text, in order; `own` is the code of the document itself. */
export function readReferences(
  text: string,
  flatText: string,
  from: number,
  to: number,
  own: string | null,
): ReferenceNote[] {
  const notes: ReferenceNote[] = [];
  const part = text.slice(from, to);
  for (const match of part.matchAll(CODE)) {
    const at = from + match.index;
    const note = citation(text, flatText, at, match, to);
    if (note && note.reference.code !== own && !isAttachmentLine(flatText, at)) notes.push(note);
  }
  return notes;
}

const TYPE_BEFORE = new RegExp(
  `(?:^|[^a-z])(${TYPE_NAMES.join('|')})(?:\\s+lien tich)?(?:\\s+so)?[\\s:]*$`,
);
const STANDARDS = /^(?:tcvn|qcvn|tcxd|tccs|iso|iec|astm)/;

function citation(
  text: string,
  flatText: string,
  at: number,
  match: RegExpMatchArray,
  to: number,
): ReferenceNote | undefined {
  const number = sure(match[1]);
  const year = match[2];
  const symbol = tidySymbol(match[3] ?? match[4] ?? match[5] ?? match[6] ?? '');
  if (!plausible(symbol, year, flatText, at)) return undefined;
  const code = year
    ? `${number}/${year}/${symbol}`
    : match[4] !== undefined
      ? `${number}/${symbol}`
      : `${number}-${symbol}`;
  const before = flatText.slice(Math.max(0, at - 60), at).replace(/\s+/g, ' ');
  const named = TYPE_BEFORE.exec(before);
  const type =
    (named && findTypeByName(sure(named[1]))?.type) ?? findTypeBySymbol(symbol)?.type ?? null;
  const start = named ? startOf(flatText, at, named[0]) : startOfNumber(flatText, at);
  const end = at + match[0].length;
  const dated = dateAfter(flatText, end, to);
  const issuer = issuerAfter(text, flatText, dated.end, to);
  return {
    reference: {
      type,
      code,
      number,
      date: dated.date,
      issuer: issuer?.issuer ?? null,
      span: [start, dated.found ? dated.end : end],
    },
    noYear: dated.noYear,
    impossible: dated.impossible,
    restored: match[6] !== undefined,
    codeSpan: [at, end],
    dateSpan: dated.span,
  };
}

/** Whether a symbol can be one: letters of an office, not of a standard, a road or a unit of measure. */
function plausible(
  symbol: string,
  year: string | undefined,
  flatText: string,
  at: number,
): boolean {
  const before = flatText.slice(Math.max(0, at - 12), at);
  if (/(?:tcvn|qcvn|tcxd|tccs|iso|iec)[\s:]*$/.test(before)) return false;
  if (STANDARDS.test(symbol.toLowerCase())) return false;
  if (year) return symbol.length >= 2;
  return (
    /^\p{Lu}[\p{L}\d]{0,9}[-/&]\p{L}/u.test(symbol) || /^(?:NQ|QĐ|CT)[\p{L}]{2,}$/u.test(symbol)
  );
}

/** "(Kèm theo Quyết định số …)" under the heading of an attachment points back and cites nothing. */
function isAttachmentLine(flatText: string, at: number): boolean {
  const before = flatText.slice(Math.max(0, at - 90), at);
  return /\(\s*(?:ban hanh\s+)?(?:kem\s+theo|dinh\s+kem)[^()]*$/.test(before);
}

function startOf(flatText: string, at: number, named: string): number {
  const words = named.replace(/^[^a-z]/, '').trim();
  const first = sure(words.split(' ')[0]);
  const from = Math.max(0, at - 80);
  // The name may stand over two lines, so its place is found by its first word.
  const stretch = flatText.slice(from, at);
  const pattern = new RegExp(words.split(' ').join('\\s+') + '[\\s:]*$');
  const found = pattern.exec(stretch);
  return found ? from + found.index : from + Math.max(0, stretch.lastIndexOf(first));
}

function startOfNumber(flatText: string, at: number): number {
  const found = /(?:^|\s)(so\s+)$/.exec(flatText.slice(Math.max(0, at - 8), at));
  return found ? at - sure(found[1]).length : at;
}

interface Dated {
  date: string | null;
  found: boolean;
  noYear: boolean;
  impossible: boolean;
  end: number;
  span: Span | null;
}

const FIGURES =
  /^\s*[,(]?\s*(?:ban hanh\s+)?(?:ngay\s*)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?(?!\d)/;
const WORDS =
  /^\s*[,(]?\s*(?:ban hanh\s+)?ngay\s*(\d{1,2})\s*thang\s*(\d{1,2})(?:\s*nam\s*(\d{4}))?/;
const BLANK_DATE = /^\s*,?\s*ngay[\s.…]+(?:thang[\s.…]+)?(?:\d{0,2}\s*nam\s*\d{4})?/;

function dateAfter(flatText: string, end: number, to: number): Dated {
  const rest = flatText.slice(end, Math.min(to, end + 60));
  const match = WORDS.exec(rest) ?? FIGURES.exec(rest);
  if (!match) {
    const blank = BLANK_DATE.exec(rest);
    const none = { date: null, found: false, noYear: false, impossible: false, span: null };
    return { ...none, end: end + (blank ? blank[0].length : 0) };
  }
  const [whole, day, month, year] = match;
  const date = year ? plainDate(Number(day), Number(month), Number(year)) : undefined;
  const begin = end + whole.length - whole.trimStart().replace(/^[,(]\s*/, '').length;
  return {
    date: date ?? null,
    found: true,
    noYear: year === undefined,
    impossible: year !== undefined && date === undefined,
    end: end + whole.length,
    span: [begin, end + whole.length],
  };
}

// Words after which the name of the issuer is over.
const ISSUER_END =
  /[;:.,()“"\n]\s|\.$|\s(?:ve|quy dinh|phe duyet|ban hanh|huong dan|sua doi|quy dinh|phan dinh|trien khai|thuc hien|tiep tuc|dot pha|lanh dao|cong bo|thong qua|bai bo|thay the|giao|uy quyen|thanh lap|phat dong|keu goi|nham|tai|de|va ke hoach|va nghi quyet|va chuong trinh|va chi thi|va quyet dinh|tren dia ban|tang cuong|day manh|chan chinh|xay dung|quyet dinh|dieu chinh|kien toan|kem theo|co hieu luc|co|la|nay|duoc)\b/g;

/** Where the name ends: at a mark, or at a verb, which is written small ("Bộ Xây dựng" is a name). */
function issuerEnd(words: string, original: string): number | undefined {
  for (const stop of words.matchAll(ISSUER_END)) {
    const at = stop.index + (/^\s/.test(stop[0]) ? 1 : 0);
    if (!/^\p{Lu}/u.test(original.slice(at))) return stop.index;
  }
  return undefined;
}

/** "của …" after a citation, as written, up to the verb that tells what the document is about. */
function issuerAfter(
  text: string,
  flatText: string,
  end: number,
  to: number,
): { issuer: string } | undefined {
  const stretch = flatText.slice(end, Math.min(to, end + 160));
  const open = /^\)?\s*,?\s*cua\s+/.exec(stretch);
  if (!open) return undefined;
  const words = stretch.slice(open[0].length).replace(/\n(?!\s*\n)/g, ' ');
  const start = end + open[0].length;
  const stop = issuerEnd(words, text.slice(start, start + words.length));
  const length = stop ?? Math.min(words.length, 120);
  const issuer = collapse(text.slice(start, start + length))
    .replace(/[.,;]+$/, '')
    .replace(/\s+và$/u, '');
  return issuer === '' ? undefined : { issuer };
}
