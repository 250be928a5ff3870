/**
 * Makes the two web fonts from the full Be Vietnam Pro: `npm run fonts`.
 *
 * The files are checked in, so a build needs neither this script nor the full font; a test makes
 * them again and compares bytes. Hinting goes (screens that need it use the system fallback well
 * enough) and of the layout features only kerning stays: Vietnamese arrives precomposed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { REPERTOIRE } from './repertoire.ts';

const SOURCE = new URL(
  '../../../../node_modules/@expo-google-fonts/be-vietnam-pro/',
  import.meta.url,
);

/** The two weights the interface uses, and where each comes from and goes to. */
export const FACES = [
  { from: '400Regular/BeVietnamPro_400Regular.ttf', to: 'be-vietnam-pro-400.woff2' },
  { from: '600SemiBold/BeVietnamPro_600SemiBold.ttf', to: 'be-vietnam-pro-600.woff2' },
] as const;

/** The subset of one face as woff2. Throws if the source lacks a letter of the repertoire. */
export async function makeFace(face: (typeof FACES)[number]): Promise<Buffer> {
  const source = await readFile(new URL(face.from, SOURCE));
  const missing = findMissing(source, REPERTOIRE);
  if (missing !== '') throw new Error(`${face.from} lacks: ${missing}`);
  return subsetFont(source, REPERTOIRE, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: ['kern'],
  });
}

/** Letters of `text` that the TrueType font has no glyph for. */
export function findMissing(font: Buffer, text: string): string {
  const has = readCharacterMap(font);
  return [...text].filter((letter) => !has(letter.codePointAt(0) ?? 0)).join('');
}

/** Reads the font's character map (format 4, which every Windows-ready TrueType font carries). */
function readCharacterMap(font: Buffer): (codePoint: number) => boolean {
  const cmap = findTable(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < count; i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + i * 8);
    if (font.readUInt16BE(at) !== 4) continue;
    const segments = font.readUInt16BE(at + 6) / 2;
    return (codePoint) => {
      for (let s = 0; s < segments; s++) {
        if (codePoint > font.readUInt16BE(at + 14 + s * 2)) continue;
        return codePoint >= font.readUInt16BE(at + 16 + segments * 2 + s * 2);
      }
      return false;
    };
  }
  throw new Error('no character map of format 4');
}

function findTable(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`no table ${tag}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let total = 0;
  for (const face of FACES) {
    const bytes = await makeFace(face);
    await writeFile(new URL(face.to, import.meta.url), bytes);
    total += bytes.length;
    process.stdout.write(`${face.to}  ${bytes.length} bytes\n`);
  }
  process.stdout.write(`together ${total} bytes\n`);
}
