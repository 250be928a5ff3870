// Bytes to text: Unicode in its three forms, and the encodings from before it.
import { documentError } from '../errors.ts';

export interface Decoded {
  text: string;
  encoding: string;
}

/** The text of a plain file. Throws `document.broken-text` where no encoding fits. */
export function decodeText(bytes: Uint8Array, name: string): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), 'utf-16be');
  const zeros = zeroSides(bytes);
  if (zeros) return decoded(bytes, zeros);
  try {
    return decoded(bytes, 'utf-8', true);
  } catch {
    throw documentError('document.broken-text', { name, offset: firstBroken(bytes) + 1 });
  }
}

function decoded(bytes: Uint8Array, encoding: string, fatal = false): Decoded {
  return { text: new TextDecoder(encoding, { fatal }).decode(bytes), encoding };
}

/** Western letters in UTF-16 without a byte-order mark leave zeros on one side. */
function zeroSides(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 1024);
  let even = 0;
  let odd = 0;
  head.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  if (odd > head.length * 0.1 && even < odd / 4) return 'utf-16le';
  if (even > head.length * 0.1 && odd < even / 4) return 'utf-16be';
  return undefined;
}

/** Index of the first byte that no UTF-8 text has there. */
export function firstBroken(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at]!;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0;
    if (length === 0) return at;
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next];
      if (byte === undefined || (byte & 0xc0) !== 0x80) return at;
    }
    at += length;
  }
  return bytes.length;
}
