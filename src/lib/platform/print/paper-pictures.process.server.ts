// A process of its own that makes pictures fit for paper and ends when it has answered. The letters of
// drawings are those of the documents: which fonts a machine has makes no difference.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PictureOrder } from './paper-pictures.server.ts';

/** Pixels of a photograph's longer side: 75 mm at 300 dots an inch. */
const LONGEST_SIDE = 900;
/** Pixels of a drawing's width, over the whole width of the text. */
const DRAWING_WIDTH = 1600;
/** Web sizes are far below; a file that claims more isn't one. */
const PIXEL_LIMIT = 30_000_000;

const require = createRequire(import.meta.url);
const fonts = path.dirname(require.resolve('@expo-google-fonts/tinos/package.json'));
const folder = mkdtempSync(path.join(tmpdir(), 'loa-fonts-'));
const setting = path.join(folder, 'fonts.conf');
writeFileSync(
  setting,
  `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`,
);
// Read when the library is loaded, so it is loaded afterwards.
process.env['FONTCONFIG_FILE'] = setting;
const { default: sharp } = await import('sharp');

process.on('message', (order: PictureOrder) => {
  void makeAll(order).then((made) => {
    rmSync(folder, { recursive: true, force: true });
    process.send?.(made, () => process.exit(0));
  });
});

async function makeAll(order: PictureOrder): Promise<Record<string, Uint8Array>> {
  const made: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(order)) {
    const picture = await (name.endsWith('.svg') ? drawing(bytes) : photograph(bytes)).catch(
      () => undefined,
    );
    if (picture) made[name] = picture;
  }
  return made;
}

function photograph(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: PIXEL_LIMIT })
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer();
}

function drawing(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes, { density: 180 })
    .resize({ width: DRAWING_WIDTH })
    .flatten({ background: '#ffffff' })
    .png({ palette: true })
    .toBuffer();
}
