// Numbers and symbols as the register compares them: "Số 02/KH – UBND" and "2/KH-UBND" are one.
import { flat } from '../flat.ts';

/** What a citation or an entry is recognised by. */
export interface Named {
  readonly code: string;
  /** YYYY-MM-DD */
  readonly issuedOn: string | null;
  readonly issuer: string | null;
}

/** The code without accents, blanks and leading noughts. */
export function codeKey(code: string): string {
  return flat(code)
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, '')
    .replace(/^so:?/, '')
    .replace(/^0+(?=\d)/, '');
}

/**
 * Number and symbol put together: `02` and `KH-UBND` by a stroke, party symbols (`CTr/TU`) by a hyphen.
 * @param symbol with its year where it carries one: `2025/NQ-HĐND`
 */
export function joinCode(number: string | null, symbol: string | null): string | null {
  if (!number || !symbol) return null;
  const isParty = /^[^\d/]+\/[^\d/-]+$/.test(symbol);
  return `${number}${isParty ? '-' : '/'}${symbol}`;
}

/** A code in its two parts, the way back from `joinCode`. */
export function splitCode(code: string): { number: string | null; symbol: string | null } {
  const found = /^\s*(\d[\d.]*)\s*[/-]\s*(.+)$/.exec(code);
  return found
    ? { number: found[1] ?? null, symbol: found[2]?.trim() ?? null }
    : { number: null, symbol: null };
}

/**
 * Whether two names mean one document. A code with its year is one document in the country; one without
 * repeats every year and at every office, so the day, or else the body, must agree.
 */
export function isSameDocument(one: Named, other: Named): boolean {
  if (codeKey(one.code) !== codeKey(other.code)) return false;
  if (/\/(?:19|20)\d{2}\//.test(one.code)) return true;
  const dates = one.issuedOn !== null && other.issuedOn !== null;
  if (dates && one.issuedOn !== other.issuedOn) return false;
  const bodies = one.issuer !== null && other.issuer !== null;
  if (bodies) {
    const agrees = bodiesAgree(one.issuer ?? '', other.issuer ?? '');
    return dates ? agrees !== false : agrees === true;
  }
  return dates;
}

const SHORT: readonly [RegExp, string][] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bubmttq\b/g, 'uy ban mat tran to quoc'],
  [/\btp\b\.?/g, 'thanh pho'],
];

/** True or false where the names tell; undefined where one is too short to tell ("xã", "Chính phủ"). */
function bodiesAgree(one: string, other: string): boolean | undefined {
  const [a, b] = [bodyWords(one), bodyWords(other)];
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.includes(short)) return short.split(' ').length > 2 ? true : undefined;
  return short.split(' ').length > 2 ? false : undefined;
}

function bodyWords(name: string): string {
  let words = flat(name).replace(/[^a-z0-9\s]/g, ' ');
  for (const [pattern, whole] of SHORT) words = words.replace(pattern, whole);
  return words
    .replace(/\b(?:ve|cac)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
