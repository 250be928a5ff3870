// A shadow of the text for matching: lower case, without Vietnamese marks, one unit for one unit, so
// that a place found in the shadow is the same place in the text. (The folding of the vietnam room
// changes lengths and settles tone placement; a rule that only has to recognise words doesn't need it.)

import { sure } from './sure.ts';

// What each UTF-16 unit becomes, filled in as units are met; 0 is "not met yet".
const TABLE = new Uint16Array(0x10000);
const CHUNK = 8192;

/** The text in lower case without marks; `đ` becomes `d`, `Ủ` and `Ụ` become `u`. Same length as given. */
export function flat(text: string): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    units[i] = TABLE[code] || flatUnit(code);
  }
  let out = '';
  for (let at = 0; at < units.length; at += CHUNK) {
    out += String.fromCharCode(...units.subarray(at, at + CHUNK));
  }
  return out;
}

function flatUnit(code: number): number {
  const base = sure(sure(String.fromCharCode(code).normalize('NFD')[0]).toLowerCase()[0]);
  const plain = (SAME[base] ?? base).charCodeAt(0);
  TABLE[code] = plain;
  return plain;
}

const SAME: Record<string, string> = {
  đ: 'd',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
};

/** Whether the letters are capitals (at least one letter, none small). Digits and marks don't count. */
export function isUpper(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Whether it is written in capitals but for a slip or a short word in parentheses. */
export function isMostlyUpper(text: string): boolean {
  let upper = 0;
  let lower = 0;
  for (const letter of text.match(/\p{L}/gu) ?? []) {
    if (letter === letter.toLowerCase()) lower += 1;
    else upper += 1;
  }
  return upper > 1 && lower <= upper * 0.1;
}

/** Whether the first letter is a small one. */
export function startsLower(text: string): boolean {
  return /^[\s“"(]*\p{Ll}/u.test(text);
}
