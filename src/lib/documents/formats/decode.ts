// Bytes to text: Unicode in its forms, and the encodings from before it.
import {
  bytesAsWindows1252,
  convertLegacyText,
  decodeLegacy,
  decodeTextBytes,
  restoreCapitals,
} from '#lib/vietnam/index.ts';
import { documentError } from '../errors.ts';

export interface Decoded {
  text: string;
  encoding: string;
  /** 0 to 1; below one half a person should look. */
  confidence: number;
}

/** Encodings a person can name where the guess is wrong. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'tcvn3', 'vni', 'windows-1258'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** The text of a plain file, in the encoding that a person named. */
function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = encoding.startsWith('utf-')
    ? new TextDecoder(encoding).decode(bytes)
    : convertAs(bytesAsWindows1252(bytes), encoding);
  return { text, encoding, confidence: 1 };
}

/** Text as an old font or Windows shows it, read in the encoding that a person named. */
function convertAs(shown: string, encoding: Encoding): string {
  if (encoding === 'tcvn3') return restoreCapitals(decodeLegacy(shown, encoding));
  if (encoding === 'vni' || encoding === 'windows-1258') return decodeLegacy(shown, encoding);
  return shown;
}

/** The text of a plain file. Throws `document.broken-text` where no encoding fits. */
export function decodeText(bytes: Uint8Array, name: string, named?: Encoding): Decoded {
  if (named) return decodeAs(bytes, named);
  const { text, encoding, confidence, damaged } = decodeTextBytes(bytes);
  if (damaged > 0 || encoding === 'windows-1252') {
    throw documentError('document.broken-text', { name, offset: firstBroken(bytes) + 1 });
  }
  return { text, encoding, confidence };
}

/** Text of a file that is Unicode by its format, but was typed with a font of the old encodings. */
export function convertText(text: string, named?: Encoding): Decoded {
  if (named) return { text: convertAs(text, named), encoding: named, confidence: 1 };
  const converted = convertLegacyText(text);
  const encoding = converted.encoding === 'unicode' ? 'utf-8' : converted.encoding;
  return { text: converted.text, encoding, confidence: converted.confidence };
}

/** Index of the first byte that no UTF-8 text has there. */
export function firstBroken(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (length === 0) return at;
    for (let next = 1; next < length; next += 1) {
      if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return at;
    }
    at += length;
  }
  return bytes.length;
}

/** How many bytes a lead byte announces; 0 for one that can't lead. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}
