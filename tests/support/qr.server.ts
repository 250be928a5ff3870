// The codes on a page, read as a telephone reads them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

// The program beside the library: without it the library would ask a host on the network.
const program = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: readFileSync(program) } });

/** What the QR codes of a picture say, from the top down. */
export async function readQrCodes(picture: Uint8Array): Promise<string[]> {
  const codes = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true });
  return codes
    .toSorted((one, other) => one.position.topLeft.y - other.position.topLeft.y)
    .map(({ text }) => text);
}
