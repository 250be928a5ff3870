// A process of its own that makes a picture's sizes for the public: reads the original on standard input,
// writes each size into the folder it is told, and what it made as JSON to standard output.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { PICTURE_WIDTHS, PIXEL_LIMIT } from './picture-measures.ts';

const [folder = '.'] = process.argv.slice(2);
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);

const FORMATS: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({ quality: 52, effort: 4 }),
  webp: (picture) => picture.webp({ quality: 76 }),
  jpeg: (picture) => picture.jpeg({ quality: 78, mozjpeg: true }),
};

// `rotate()` applies the camera's orientation; metadata (place, device) isn't carried over. Taken apart
// once: what follows starts from the largest size shown, not from the camera's.
const largest = PICTURE_WIDTHS.at(-1) ?? 0;
const { data, info } = await sharp(Buffer.concat(chunks), { limitInputPixels: PIXEL_LIMIT })
  .rotate()
  .resize({ width: largest, height: largest * 2, fit: 'inside', withoutEnlargement: true })
  .flatten({ background: '#fff' })
  .toColourspace('srgb')
  .raw()
  .toBuffer({ resolveWithObject: true });
const { width, height, channels } = info;
const widths = [...PICTURE_WIDTHS.filter((each) => each < width), width];

const made = [];
for (const each of widths) {
  for (const [format, encode] of Object.entries(FORMATS)) {
    const file = join(folder, `${each}.${format}`);
    const base = sharp(data, { raw: { width, height, channels } }).resize({ width: each });
    const { data: bytes, info: size } = await encode(base).toBuffer({ resolveWithObject: true });
    await writeFile(file, bytes);
    made.push({ file, format, width: size.width, height: size.height });
  }
}
process.stdout.write(JSON.stringify(made));
