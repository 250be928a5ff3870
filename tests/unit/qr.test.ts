// The reader of codes in tests is held against codes of every size and mask the library makes.
import fc from 'fast-check';
import sharp from 'sharp';
import { renderSVG } from 'uqr';
import { expect, it } from 'vitest';
import { readQrOf } from '../support/qr.ts';

const picture = (text: string, options: object = {}) =>
  sharp(Buffer.from(renderSVG(text, { ecc: 'M', border: 4, pixelSize: 6, ...options })))
    .flatten({ background: '#fff' })
    .png()
    .toBuffer();

it('reads what was written, whatever its length', async () => {
  const addresses = fc
    .string({
      minLength: 1,
      maxLength: 170,
      unit: fc.constantFrom(...'abcdefghijklmnopxyz0123-/.'),
    })
    .map((path) => `https://xa.example/${path}`);
  await fc.assert(
    fc.asyncProperty(addresses, fc.integer({ min: 0, max: 7 }), async (address, maskPattern) => {
      expect(await readQrOf(await picture(address, { maskPattern }))).toBe(address);
    }),
    { numRuns: 40 },
  );
});

it('doesn’t read a page without a code', async () => {
  const empty = sharp({ create: { width: 400, height: 400, channels: 3, background: '#fff' } });
  await expect(readQrOf(await empty.png().toBuffer())).rejects.toThrow('eyes');
});
