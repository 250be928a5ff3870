// Where the tone mark stands. Vietnamese is written with two habits (hoà, thuỷ / hòa, thủy); official
// portals mix them. Loa writes one: the mark on the first vowel of open oa, oe, uy.

// The tone marks as combining characters: huyền, hỏi, ngã, sắc, nặng.
const TONE = /[\u0300\u0309\u0303\u0301\u0323]/u;

// Each pattern opens with the pair of vowels and looks back for the rest: vowels in question are rare,
// so a long document is passed over quickly.
const ONSET = '(?<=(?<!\\p{L})(?!q)[bcdđghklmnprstvx]{0,3})';
const CODA = '(?=(?:[cimnoptuy]|ng|nh|ch)(?!\\p{L}))';

// hoà → hòa, khoẻ → khỏe, thuỷ → thủy: an open syllable carries the mark on its first vowel.
const OPEN_SECOND = new RegExp(`${ONSET}(?:o[àảãáạèẻẽéẹ]|u[ỳỷỹýỵ])(?!\\p{L})`, 'giu');
// tòan → toàn, Hùynh → Huỳnh: with a final sound the mark stands on the second vowel in both habits.
const CLOSED_FIRST = new RegExp(`${ONSET}(?:[òỏõóọ][ae]|[ùủũúụ]y)${CODA}`, 'giu');
// qúy → quý, qùa → quà: the u after q belongs to the consonant.
const AFTER_Q = /(?<=(?<!\p{L})q)[ùủũúụ][aăâeêoơyi]/giu;
// gìa → già, gíup → giúp: so does the i of gi before another vowel.
const AFTER_G = /(?<=(?<!\p{L})g)[ìỉĩíị][aăâeoôơuư]/giu;

/**
 * Brings every syllable to one tone placement and the text to NFC: `hoà` → `hòa`, `thuỷ` → `thủy`,
 * `uỷ` → `ủy`, and slips such as `tòan` → `toàn`, `qúy` → `quý`. Syllables with `qu-` and `gi-` keep
 * their mark on the true vowel (`quý`, `già`). Nothing else changes; i and y stay as written.
 */
export function normalizeTones(text: string): string {
  const composed = text.normalize('NFC');
  if (!/\P{ASCII}/u.test(composed)) {
    return composed;
  }
  return composed
    .replace(OPEN_SECOND, moveToneBack)
    .replace(CLOSED_FIRST, moveToneOn)
    .replace(AFTER_Q, moveToneOn)
    .replace(AFTER_G, moveToneOn);
}

function moveToneBack(pair: string): string {
  const { letter, tone } = splitTone(pair.slice(1));
  return (pair.slice(0, 1) + tone).normalize('NFC') + letter;
}

function moveToneOn(pair: string): string {
  const { letter, tone } = splitTone(pair.slice(0, 1));
  return letter + (pair.slice(1) + tone).normalize('NFC');
}

function splitTone(toned: string): { letter: string; tone: string } {
  const parts = toned.normalize('NFD');
  const tone = TONE.exec(parts)?.[0] ?? '';
  return { letter: parts.replace(TONE, '').normalize('NFC'), tone };
}
