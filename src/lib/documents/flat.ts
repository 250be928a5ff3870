// A shadow of the text for matching: lower case, without Vietnamese marks, one unit for one unit, so
// that a place found in the shadow is the same place in the text. (The folding of the vietnam room
// changes lengths and settles tone placement; a rule that only has to recognise words doesn't need it.)

// What each UTF-16 unit becomes, filled in as units are met.
const TABLE: (string | undefined)[] = Array.from({ length: 0x10000 });

/** The text in lower case without marks; `đ` becomes `d`, `Ủ` and `Ụ` become `u`. Same length as given. */
export function flat(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    out += TABLE[code] ?? flatUnit(code);
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
