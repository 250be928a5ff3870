// A shadow of the text for matching: lower case, without Vietnamese marks, one unit for one unit, so
// that a place found in the shadow is the same place in the text. (The folding of the vietnam room
// changes lengths and settles tone placement; a rule that only has to recognise words doesn't need it.)

// What each UTF-16 unit becomes, filled in as units are met.
const TABLE: (string | undefined)[] = Array.from({ length: 0x10000 });
/** Longer texts are put together in blocks: made unit by unit they are mostly garbage to collect. */
const BLOCK = 4096;

/** The text in lower case without marks; `đ` becomes `d`, `Ủ` and `Ụ` become `u`. Same length as given. */
export function flat(text: string): string {
  if (text.length > BLOCK) return flatBlocks(text);
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    out += TABLE[code] ?? flatUnit(code);
  }
  return out;
}

function flatBlocks(text: string): string {
  let out = '';
  const units = new Uint16Array(BLOCK);
  for (let from = 0; from < text.length; from += BLOCK) {
    const count = Math.min(BLOCK, text.length - from);
    for (let at = 0; at < count; at += 1) {
      const code = text.charCodeAt(from + at);
      units[at] = (TABLE[code] ?? flatUnit(code)).charCodeAt(0);
    }
    out += String.fromCharCode(...units.subarray(0, count));
  }
  return out;
}

function flatUnit(code: number): string {
  const base = String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase().charAt(0);
  const plain = SAME[base] ?? base;
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

/** The beginning of a longer line tells how it is written. */
const MOST_JUDGED = 4000;

/** Whether it is written in capitals but for a slip or a short word in parentheses. */
export function isMostlyUpper(text: string): boolean {
  let upper = 0;
  let lower = 0;
  for (const letter of text.slice(0, MOST_JUDGED).match(/\p{L}/gu) ?? []) {
    if (letter === letter.toLowerCase()) lower += 1;
    else upper += 1;
  }
  return upper > 1 && lower <= upper * 0.1;
}

/** Whether the first letter is a small one. */
export function startsLower(text: string): boolean {
  return /^[\s“"(]*\p{Ll}/u.test(text);
}
