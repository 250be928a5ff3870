// A process of its own that makes the web size of a picture: reads the original on standard input,
// writes WebP to standard output, its measures and when it was taken to standard error as JSON. It ends
// when done, so the memory pictures need never stays with the server (ruling 22).
import sharp from 'sharp';
import { findTakenAt } from './exif-time.ts';
import { PIXEL_LIMIT } from './picture-measures.ts';

const LONGEST_SIDE = 1600;

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);

const original = Buffer.concat(chunks);
const limits = { limitInputPixels: PIXEL_LIMIT };
const { exif } = await sharp(original, limits).metadata();
const takenAt = exif && findTakenAt(exif);

// `rotate()` applies the camera's orientation; metadata (place, device) isn't carried over.
const { data, info } = await sharp(original, limits)
  .rotate()
  .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
  .webp({ quality: 78 })
  .toBuffer({ resolveWithObject: true });

// On a line of its own, whatever was said before.
process.stderr.write(`\n${JSON.stringify({ width: info.width, height: info.height, takenAt })}\n`);
process.stdout.write(data);
