// The text of a file of unknown encoding: Unicode when it is, otherwise the old encoding it most likely
// was written in, converted.

import { restoreCapitals } from './capitals.ts';
import { bytesAsWindows1252, decodeLegacy, type LegacyEncoding } from './decode.ts';
import { detectEncoding, ENCODING_NAMES, type EncodingGuess } from './detect.ts';

/** A text file, understood. */
export interface DecodedText {
  /** Unicode NFC, without byte order mark; line ends as they were. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | LegacyEncoding;
  /** 0–1. Below about 0.5 a person should look. */
  readonly confidence: number;
  /** What speaks for it, in Vietnamese, for people. */
  readonly reasons: readonly string[];
  /** Places where bytes made no character; each shows as U+FFFD in `text`. */
  readonly damaged: number;
}

// Below this share of intact characters beyond ASCII the bytes aren't a damaged UTF-8 file but another
// encoding.
const LEAST_INTACT = 0.9;
// Text that is valid Unicode already is only taken for an old encoding on the word of three words or more:
// "dû" alone may as well be French.
const LEAST_CONFIDENCE = 0.7;

/** Decodes the bytes of a text file. Never throws: what can't be read is counted in `damaged`. */
export function decodeTextBytes(bytes: Uint8Array): DecodedText {
  const utf16 = findUtf16(bytes);
  if (utf16) {
    return fromUnicode(new TextDecoder(utf16).decode(bytes), utf16);
  }
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const damaged = countDamage(utf8);
  if (damaged === 0) {
    return fromUnicode(utf8, 'utf-8');
  }
  const beyondAscii = utf8.match(/\P{ASCII}/gu)?.length ?? 0;
  if (1 - damaged / beyondAscii >= LEAST_INTACT) {
    return fromUnicode(utf8, 'utf-8');
  }
  const shown = bytesAsWindows1252(bytes);
  const guess = detectEncoding(shown);
  if (guess.encoding === 'unicode') {
    return {
      text: shown.normalize('NFC'),
      encoding: 'windows-1252',
      confidence: 0.3,
      reasons: ['không phải UTF-8 và không đọc được theo TCVN3, VNI hay Windows-1258'],
      damaged: 0,
    };
  }
  return fromLegacy(shown, guess.encoding, guess);
}

/** Text that came as Unicode characters, converted where they still stood for an old encoding. */
export interface ConvertedText extends EncodingGuess {
  /** Unicode NFC. */
  readonly text: string;
  /** Lines that were still in an old encoding among others that weren't, and were converted alone. */
  readonly stray: number;
}

/**
 * Converts text that may still be in an old encoding (from a PDF, or a file saved as Unicode without
 * conversion); Unicode text comes back in NFC. Judges the text as a whole, then line by line what was
 * pasted into it from an older file: where fonts are known, ask `findFontEncoding` for each run instead.
 */
export function convertLegacyText(text: string): ConvertedText {
  const guess = detectEncoding(text);
  if (guess.encoding === 'unicode') {
    return convertStrayLines(text.normalize('NFC'), guess);
  }
  return guess.confidence >= LEAST_CONFIDENCE
    ? { ...guess, text: toUnicode(text, guess.encoding), stray: 0 }
    : { ...guess, encoding: 'unicode', text: text.normalize('NFC'), stray: 0 };
}

/** A line that has accents, but none of the many that only Unicode has. */
const MAY_BE_LEGACY =
  /^[\0-\u00ff\u2000-\u206f\u20ac]*[\u00a1-\u00ff][\0-\u00ff\u2000-\u206f\u20ac]*$/u;
/** For a single line: some five words that are Vietnamese in one old encoding and in nothing else. */
const LEAST_CONFIDENCE_OF_LINE = 0.8;

function convertStrayLines(text: string, guess: EncodingGuess): ConvertedText {
  let stray = 0;
  const lines = text.split('\n').map((line) => {
    const own = MAY_BE_LEGACY.test(line) ? detectEncoding(line) : guess;
    if (own.encoding === 'unicode' || own.confidence < LEAST_CONFIDENCE_OF_LINE) {
      return line;
    }
    stray += 1;
    return toUnicode(line, own.encoding);
  });
  return { ...guess, text: stray === 0 ? text : lines.join('\n'), stray };
}

function fromUnicode(text: string, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): DecodedText {
  const damaged = countDamage(text);
  const converted = convertLegacyText(text.replace(/^\ufeff/u, ''));
  if (converted.encoding !== 'unicode') {
    return { ...converted, encoding: converted.encoding, damaged };
  }
  return {
    text: converted.text,
    encoding,
    confidence: damaged === 0 && converted.stray === 0 ? 1 : LEAST_INTACT,
    reasons:
      damaged === 0
        ? [`các byte là ${encoding.toUpperCase()} hợp lệ`]
        : [`các byte là ${encoding.toUpperCase()}, trừ ${damaged} chỗ hỏng`],
    damaged,
  };
}

function fromLegacy(shown: string, encoding: LegacyEncoding, guess: EncodingGuess): DecodedText {
  return {
    text: toUnicode(shown, encoding),
    encoding,
    confidence: guess.confidence,
    reasons: [`không phải UTF-8, đọc theo ${ENCODING_NAMES[encoding]}`, ...guess.reasons],
    damaged: 0,
  };
}

function toUnicode(text: string, encoding: LegacyEncoding): string {
  const decoded = decodeLegacy(text, encoding);
  return encoding === 'tcvn3' ? restoreCapitals(decoded) : decoded;
}

function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return 'utf-16be';
  }
  if (isUnmarkedUtf16(bytes, 1)) {
    return 'utf-16le';
  }
  return isUnmarkedUtf16(bytes, 0) ? 'utf-16be' : undefined;
}

/** The upper bytes of Vietnamese in UTF-16: Latin, its extensions, marks, dashes and quotes. */
const UPPER_BYTES = new Set([0x00, 0x01, 0x03, 0x1e, 0x20]);

/** Whether the bytes at these places (0 or 1 of each pair) are the upper ones of Vietnamese letters. */
function isUnmarkedUtf16(bytes: Uint8Array, upper: 0 | 1): boolean {
  const pairs = Math.min(2048, Math.floor(bytes.length / 2));
  if (pairs < 8 || bytes.length % 2 === 1) {
    return false;
  }
  let fitting = 0;
  let plain = 0;
  for (let at = 0; at < pairs; at += 1) {
    const [high, low] = [bytes[at * 2 + upper] ?? 0, bytes[at * 2 + 1 - upper] ?? 0];
    fitting += UPPER_BYTES.has(high) && !(high === 0 && low === 0) ? 1 : 0;
    plain += high === 0 ? 1 : 0;
  }
  return fitting >= pairs * 0.98 && plain >= pairs * 0.5;
}

function countDamage(text: string): number {
  return text.split('\ufffd').length - 1;
}
