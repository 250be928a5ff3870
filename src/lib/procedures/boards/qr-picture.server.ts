// A QR code as a picture for paper. Hundreds of dense codes go into one file, and a typesetter takes ten
// times as long over their thousands of shapes as over a picture.
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

export interface QrSettings {
  /** How much may be dirty: `L` 7 of 100, `M` 15. */
  readonly ecc: 'L' | 'M';
  /** The largest version; with it the number of modules on the paper. */
  readonly maxVersion: number;
}

/** Pixels of a module's side: viewers and printers that smooth pictures leave its middle alone. */
const PIXELS = 4;

/**
 * PNG in black and white without the quiet zone: the layout keeps it free.
 * @throws RangeError for a text that doesn't fit
 */
export function qrPicture(text: string, { ecc, maxVersion }: QrSettings): Uint8Array {
  const { size, data } = encode(text, { ecc, maxVersion, border: 0 });
  const side = size * PIXELS;
  const lineBytes = Math.ceil(side / 8);
  const lines = data.flatMap((row) => {
    // Each line begins with the number of its filter: none.
    const line = new Uint8Array(1 + lineBytes).fill(0xff, 1);
    for (let x = 0; x < side; x += 1) {
      const at = 1 + (x >> 3);
      if (row[Math.floor(x / PIXELS)]) line[at] = (line[at] ?? 0) & ~(0x80 >> (x & 7));
    }
    return Array.from({ length: PIXELS }, () => line);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // One bit a pixel, grey; what follows (compression, filter, interlace) has one value each.
  head.writeUInt8(1, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.byteLength + 8);
  framed.writeUInt32BE(content.byteLength, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.byteLength + 4);
  return framed;
}
