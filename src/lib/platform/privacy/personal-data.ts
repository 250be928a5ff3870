// The privacy guard: finds personal numbers in text before it becomes public, so that the office
// masks them or confirms that they may stand (Luật 91/2025/QH15: purpose and minimum of data).

import { minor } from './minors.ts';

export type PersonalDataKind =
  | 'email'
  | 'minor'
  | 'identity-number'
  | 'telephone'
  | 'land-plot'
  | 'bank-account'
  | 'birth-date'
  | 'health';

export interface PersonalDataHit {
  readonly kind: PersonalDataKind;
  /** What stands in the text. */
  readonly text: string;
  /** UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export const personalDataNames: Readonly<Record<PersonalDataKind, string>> = {
  email: 'địa chỉ thư điện tử',
  minor: 'thông tin của trẻ em',
  'identity-number': 'số định danh cá nhân',
  telephone: 'số điện thoại',
  'land-plot': 'số thửa, tờ bản đồ',
  'bank-account': 'số tài khoản',
  'birth-date': 'ngày sinh',
  health: 'thông tin sức khỏe',
};

/** A find in words: what it seems to be, and where. */
export function nameHit({ kind, text }: Pick<PersonalDataHit, 'kind' | 'text'>): string {
  return `${personalDataNames[kind]} “${text}”`;
}

interface Detector {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  /** Says whether a match in its surroundings really is one. */
  readonly accepts?: (match: string, before: string) => boolean;
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

// What people set between groups of digits: blanks (Word's hard one too), points, all kinds of dashes.
const GAP = '[ .\\u00A0\\u2009\\u202F\\u2010-\\u2013-]';

const detectors: readonly Detector[] = [
  {
    // First, for a telephone often stands before the @.
    kind: 'email',
    pattern:
      /(?<![\p{L}\d._%+-])[a-z\d][a-z\d._%+-]{0,63}@(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}(?![\p{L}\d-])/giu,
  },
  { kind: 'minor', pattern: minor },
  {
    // CCCD and mã định danh: 12 digits whose first three are a province code up to 096, the fourth
    // century and sex; the old CMND had nine digits and needs its name beside it.
    kind: 'identity-number',
    pattern: new RegExp(`(?<![\\d.,])\\d(?:${GAP}?\\d){11}(?!\\d|[.,]\\d)`, 'g'),
    accepts: (match) =>
      Number(digitsOf(match).slice(0, 3)) >= 1 && Number(digitsOf(match).slice(0, 3)) <= 96,
  },
  {
    kind: 'identity-number',
    pattern: /(?<=(?:CMND|CMT|chứng minh (?:nhân dân|thư))[^\d\n]{0,20})\d(?:[ .]?\d){8}(?!\d)/giu,
  },
  {
    kind: 'bank-account',
    pattern: /(?<=(?:số tài khoản|STK|tài khoản số)[^\d\n]{0,15})\d(?:[ .-]?\d){5,15}(?!\d)/giu,
  },
  {
    // Mobile: 10 digits 03, 05, 07, 08, 09; fixed: 02 and 11 digits in all; +84 forms of both.
    kind: 'telephone',
    // Two of them are often parted by a stroke; a stroke before letters is a document's number.
    pattern: new RegExp(
      `(?<![\\d.,])\\(?(?:\\+84|0)(?:\\)?${GAP}{0,2}\\(?\\d){8,10}(?!\\d|/\\p{L}|[.,]\\d)`,
      'gu',
    ),
    accepts: isTelephone,
  },
  {
    kind: 'land-plot',
    pattern:
      /(?:thửa (?:đất )?(?:số )?\d+[^.\n]{0,30}tờ bản đồ (?:số )?\d+|tờ bản đồ (?:số )?\d+[^.\n]{0,30}thửa (?:đất )?(?:số )?\d+)/giu,
  },
  {
    kind: 'birth-date',
    pattern: /(?<=(?:sinh ngày|ngày sinh)[^\d\n]{0,8})\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}/giu,
  },
  {
    kind: 'health',
    pattern:
      /(?:nhiễm HIV|dương tính (?:với )?(?:HIV|ma túy)|bệnh án|tâm thần phân liệt|chẩn đoán:)/giu,
  },
];

/**
 * Personal numbers and matters in `text`, in order. `known` is what the office publishes on purpose
 * (its hotlines, own telephone and mail address); it isn't reported.
 */
export function findPersonalData(text: string, known: readonly string[] = []): PersonalDataHit[] {
  const allowed = new Set(known.map(nationalForm));
  const addresses = new Set(known.map((one) => one.trim().toLowerCase()));
  const hits: PersonalDataHit[] = [];
  for (const { kind, pattern, accepts } of detectors) {
    for (const match of text.matchAll(pattern)) {
      const [found] = match;
      const start = match.index;
      if (accepts && !accepts(found, text.slice(Math.max(0, start - 20), start))) continue;
      if (kind === 'email' && addresses.has(found.toLowerCase())) continue;
      if (kind === 'telephone' && allowed.has(nationalForm(found))) continue;
      if (hits.some((hit) => start < hit.end && hit.start < start + found.length)) continue;
      hits.push({ kind, text: found, start, end: start + found.length });
    }
  }
  return hits.sort((a, b) => a.start - b.start);
}

/** The text, as long as before, with every hit's digits but the last two or its words covered. */
export function maskPersonalData(text: string, hits: readonly PersonalDataHit[]): string {
  let masked = '';
  let at = 0;
  for (const hit of hits) {
    masked += text.slice(at, hit.start) + mask(hit);
    at = hit.end;
  }
  return masked + text.slice(at);
}

function mask(hit: PersonalDataHit): string {
  if (hit.kind === 'health') return cover(hit.text, /[\p{L}\d]/gu);
  if (hit.kind === 'email') return cover(hit.text, /[^@](?=.*@)/gu);
  if (hit.kind === 'minor') return cover(hit.text, /\p{Lu}\p{L}*|\d/gu);
  const total = digitsOf(hit.text).length;
  const keep = hit.kind === 'birth-date' || hit.kind === 'land-plot' ? 0 : 2;
  let seen = 0;
  return hit.text.replace(/\d/g, (digit) => {
    seen += 1;
    return seen > total - keep ? digit : '*';
  });
}

function cover(text: string, what: RegExp): string {
  return text.replace(what, (found) => '*'.repeat(found.length));
}

function isTelephone(match: string, before: string): boolean {
  // "Số 0123456789/QĐ" and amounts are no telephones.
  if (/(?:số hiệu|mã hồ sơ|mã số thuế|MST)[^\d\n]*$/iu.test(before)) return false;
  const digits = nationalForm(match);
  if (/^0[35789]/.test(digits)) return digits.length === 10;
  return /^02/.test(digits) && (digits.length === 11 || digits.length === 10);
}

function nationalForm(number: string): string {
  const digits = digitsOf(number);
  return digits.startsWith('84') && /^\(?\+/.test(number.trim()) ? `0${digits.slice(2)}` : digits;
}
