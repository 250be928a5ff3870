// From the old encodings to Unicode (NFC).

import { TCVN3, VNI_LETTERS, VNI_MARKS, WINDOWS_1258 } from './tables.ts';

/** An encoding Vietnamese offices wrote in before Unicode. */
export type LegacyEncoding = 'tcvn3' | 'vni' | 'windows-1258';

const MARKS = [...VNI_MARKS.keys()].join('');
const LETTERS = [...VNI_LETTERS.keys()].join('');
const VNI_UNIT = new RegExp(`([aeouyôöAEOUYÔÖ])([${MARKS}])|[${LETTERS}]`, 'gu');

// Windows-1252 shows bytes 80–9F as these; five of them are unused.
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes text that was typed in an old encoding and reads as Windows-1252 (`Uû ban nh©n d©n`,
 * `UÛy ban nhaân daân`) to Unicode NFC. Characters the encoding doesn't use stay.
 *
 * @param options.capitals the font was a TCVN3 capital font (`.VnTimeH`): everything is upper case
 */
export function decodeLegacy(
  text: string,
  encoding: LegacyEncoding,
  options: { readonly capitals?: boolean } = {},
): string {
  const decoded = DECODERS[encoding](text).normalize('NFC');
  return options.capitals ? decoded.toLocaleUpperCase('vi') : decoded;
}

const DECODERS: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
  tcvn3: (text) => mapCharacters(text, TCVN3),
  vni: decodeVni,
  'windows-1258': (text) => mapCharacters(text, WINDOWS_1258),
};

/** The bytes of a file as Windows-1252 shows them: the form {@link decodeLegacy} takes. */
export function bytesAsWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text +=
      byte >= 0x80 && byte < 0xa0
        ? WINDOWS_1252_HIGH.charAt(byte - 0x80)
        : String.fromCharCode(byte);
  }
  return text;
}

/**
 * The encoding a font implies: `.VnTime` is TCVN3, `.VnTimeH` TCVN3 in capitals, `VNI-Times` VNI.
 * Undefined for a Unicode font.
 */
export function findFontEncoding(
  font: string,
): { readonly encoding: LegacyEncoding; readonly capitals: boolean } | undefined {
  const name = font.trim();
  if (/^\.vn/iu.test(name)) {
    return { encoding: 'tcvn3', capitals: /^\.[Vv][Nn].*[a-z]H(?: |$)/u.test(name) };
  }
  return /^vni[- ]/iu.test(name) ? { encoding: 'vni', capitals: false } : undefined;
}

function mapCharacters(text: string, table: ReadonlyMap<string, string>): string {
  return text.replace(/[\u00a1-\u00ff]/gu, (character) => table.get(character) ?? character);
}

function decodeVni(text: string): string {
  return text.replace(VNI_UNIT, (unit: string, vowel?: string, mark?: string) => {
    if (vowel === undefined || mark === undefined) {
      return VNI_LETTERS.get(unit) ?? unit;
    }
    const composed = ((VNI_LETTERS.get(vowel) ?? vowel) + (VNI_MARKS.get(mark) ?? '')).normalize(
      'NFC',
    );
    // No such letter (o with breve, say): the two characters stand for themselves.
    return /\p{M}/u.test(composed) || !VIETNAMESE_LETTER.test(composed)
      ? (VNI_LETTERS.get(vowel) ?? vowel) + (VNI_LETTERS.get(mark) ?? mark)
      : composed;
  });
}

const VIETNAMESE_LETTER = /^[àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệòỏõóọôồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]$/iu;
