// Where the tone mark stands. Vietnamese is written with two habits (hoà, thuỷ / hòa, thủy); official
// portals mix them. Loa writes one: the mark on the first vowel of open oa, oe, uy.

// The tone marks as combining characters: huyền, hỏi, ngã, sắc, nặng.
const TONE = /[\u0300\u0309\u0303\u0301\u0323]/u;

const ONSET = '(?<!\\p{L})(?!q)[bcdđghklmnprstvx]{0,3}';
const TONED_A_E = '[àảãáạèẻẽéẹ]';
const TONED_Y = '[ỳỷỹýỵ]';
const TONED_O = '[òỏõóọ]';
const TONED_U = '[ùủũúụ]';
const TONED_I = '[ìỉĩíị]';
const CODA = '(?:[cimnptuy]|ng|nh|ch|o)(?!\\p{L})';

// hoà → hòa, khoẻ → khỏe, thuỷ → thủy: an open syllable carries the mark on its first vowel.
const OPEN_SECOND = new RegExp(`(${ONSET})(?:(o)(${TONED_A_E})|(u)(${TONED_Y}))(?!\\p{L})`, 'giu');
// tòan → toàn, hòai → hoài: with a final sound the mark stands on the second vowel in both habits.
const CLOSED_FIRST = new RegExp(`(${ONSET})(${TONED_O})([ae])(?=${CODA})`, 'giu');
// qúy → quý, qùa → quà: the u after q belongs to the consonant.
const AFTER_Q = new RegExp(`((?<!\\p{L})q)(${TONED_U})([aăâeêoơyi])`, 'giu');
// gìa → già, gíup → giúp: so does the i of gi before another vowel.
const AFTER_G = new RegExp(`((?<!\\p{L})g)(${TONED_I})([aăâeoôơuư])`, 'giu');

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
    .replace(OPEN_SECOND, (_, onset: string, o?: string, ae?: string, u?: string, y?: string) =>
      o !== undefined && ae !== undefined
        ? onset + moveToneBack(o, ae)
        : onset + moveToneBack(u ?? '', y ?? ''),
    )
    .replace(
      CLOSED_FIRST,
      (_, onset: string, first: string, second: string) => onset + moveToneOn(first, second),
    )
    .replace(
      AFTER_Q,
      (_, q: string, first: string, second: string) => q + moveToneOn(first, second),
    )
    .replace(
      AFTER_G,
      (_, g: string, first: string, second: string) => g + moveToneOn(first, second),
    );
}

function moveToneBack(first: string, toned: string): string {
  const { letter, tone } = splitTone(toned);
  return (first + tone).normalize('NFC') + letter;
}

function moveToneOn(toned: string, second: string): string {
  const { letter, tone } = splitTone(toned);
  return letter + (second + tone).normalize('NFC');
}

function splitTone(toned: string): { letter: string; tone: string } {
  const parts = toned.normalize('NFD');
  const tone = TONE.exec(parts)?.[0] ?? '';
  return { letter: parts.replace(TONE, '').normalize('NFC'), tone };
}
