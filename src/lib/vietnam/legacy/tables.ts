// What the old encodings mean, character by character. Legacy text is handled as Windows-1252 shows it
// ("Uû ban nh©n d©n"), since that is how it comes out of Word files and PDFs whose fonts lie.

const TONES = { grave: '\u0300', hook: '\u0309', tilde: '\u0303', acute: '\u0301', dot: '\u0323' };
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';

/**
 * TCVN 5712:1993 as the ABC fonts (.VnTime …) use it, the set called VN3: capitals with a tone have no
 * code of their own, the capital fonts (.VnTimeH …) draw the small letters large. Tone order in each
 * row: huyền, hỏi, ngã, sắc, nặng.
 */
export const TCVN3: ReadonlyMap<string, string> = new Map(
  [
    [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
    [0xb5, 'àảãáạ'],
    [0xbb, 'ằẳẵắ'],
    [0xc6, 'ặầẩẫấậè'],
    [0xce, 'ẻẽéẹềểễếệìỉ'],
    [0xdc, 'ĩíịò'],
    [0xe1, 'ỏõóọồổỗốộ'],
    [0xea, 'ờởỡớợù'],
    [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
  ].flatMap(([first, letters]) =>
    [...String(letters)].map((letter, index): [string, string] => [
      String.fromCharCode(Number(first) + index),
      letter,
    ]),
  ),
);

/** VNI for Windows: letters that stand alone. */
export const VNI_LETTERS: ReadonlyMap<string, string> = new Map([
  ...pairs('íìæóòôöîñ', 'íìỉĩịơưỵđ'),
  ...pairs('ÍÌÆÓÒÔÖÎÑ', 'ÍÌỈĨỊƠƯỴĐ'),
]);

/**
 * VNI for Windows: the second of two characters, which gives the vowel before it its accents, as
 * combining characters. Small and capital forms mean the same.
 */
export const VNI_MARKS: ReadonlyMap<string, string> = new Map(
  [
    ...pairs('øûõùï', Object.values(TONES)),
    ['â', CIRCUMFLEX] as const,
    ...pairs(
      'àåãáä',
      Object.values(TONES).map((tone) => CIRCUMFLEX + tone),
    ),
    ['ê', BREVE] as const,
    ...pairs(
      'èúüéë',
      Object.values(TONES).map((tone) => BREVE + tone),
    ),
  ].flatMap(([mark, accents]) => [
    [mark, accents] as const,
    [mark.toUpperCase(), accents] as const,
  ]),
);

/** Windows-1258: where it differs from Windows-1252; tones are combining characters. */
export const WINDOWS_1258: ReadonlyMap<string, string> = new Map([
  ...pairs('ÃãÐðÕõÝýþ', 'ĂăĐđƠơƯư₫'),
  ...pairs('ÌÒÞìò', [TONES.grave, TONES.hook, TONES.tilde, TONES.acute, TONES.dot]),
]);

function pairs(from: string, to: Iterable<string>): [string, string][] {
  const targets = [...to];
  return [...from].map((character, index) => [character, targets[index] ?? '']);
}
