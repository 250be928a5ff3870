// The measures of a picture by its first bytes, held against the program that unpacks it.
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { PIXEL_LIMIT } from './picture-measures.ts';
import { measurePicture } from './picture-size.ts';
import { requirePicture } from './store.server.ts';

const side = fc.integer({ min: 1, max: 700 });

test('are those the picture has, in every format taken', async () => {
  const format = fc.constantFrom('jpeg', 'png', 'webp', 'lossless', 'clear');
  await fc.assert(
    fc.asyncProperty(side, side, format, async (width, height, kind) => {
      const channels = kind === 'clear' ? 4 : 3;
      const background = kind === 'clear' ? { r: 9, g: 9, b: 9, alpha: 0.5 } : '#386';
      const plain = sharp({ create: { width, height, channels, background } });
      const bytes = await (
        kind === 'jpeg'
          ? plain.withExif({ IFD0: { Make: 'Telephone' } }).jpeg({ progressive: width % 2 === 0 })
          : kind === 'png'
            ? plain.png()
            : plain.webp({ lossless: kind === 'lossless' })
      ).toBuffer();
      expect(measurePicture(bytes)).toEqual({ width, height });
    }),
    { numRuns: 40 },
  );
});

test('of whatever bytes are answered, and never with nothing to measure', () => {
  const heads = fc.constantFrom(
    [],
    [0xff, 0xd8, 0xff, 0xe0],
    [0x89, 0x50, 0x4e, 0x47],
    [...Buffer.from('RIFF')],
  );
  fc.assert(
    fc.property(heads, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
      const found = measurePicture(Uint8Array.from([...head, ...rest]));
      expect(found === undefined || (found.width > 0 && found.height > 0)).toBe(true);
    }),
  );
});

/** A PNG of a few bytes that says it is this large. */
function boast(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const measures = Buffer.alloc(8);
  measures.writeUInt32BE(width, 0);
  measures.writeUInt32BE(height, 4);
  return Buffer.concat([head, measures, Buffer.from([8, 2, 0, 0, 0, 0, 0, 0, 0])]);
}

test('beyond a hundred million dots are refused in words before anything unpacks them', () => {
  const edge = Math.sqrt(PIXEL_LIMIT);
  expect(() => requirePicture(boast(edge, edge), 'a.png')).not.toThrow();
  expect(() => requirePicture(boast(edge + 1, edge), 'a.png')).toThrow('100');
  expect(() => requirePicture(boast(4_000_000_000, 4_000_000_000), 'a.png')).toThrow('a.png');
});

test('that aren’t there make no picture', () => {
  expect(() => requirePicture(Buffer.from([0xff, 0xd8, 0xff]), 'hong.jpg')).toThrow('hong.jpg');
});
