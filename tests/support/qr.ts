// Reads QR codes (ISO/IEC 18004) off a picture of a page, as a telephone would: found by their three eyes,
// sampled, unmasked, put together again. A clean print needs no correction, so none is done: where a module
// is wrong, so is the text. For codes of level M in bytes, up to version 10, as sheets carry them.
import sharp from 'sharp';

interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly isDark: (x: number, y: number) => boolean;
}

interface Eye {
  readonly x: number;
  readonly y: number;
  /** Pixels of one module. */
  readonly module: number;
}

type Grid = readonly (readonly boolean[])[];

/** Data codewords of each block by version, level M (table 9 of the standard). */
const BLOCKS: readonly (readonly number[])[] = [
  [16],
  [28],
  [44],
  [32, 32],
  [43, 43],
  [27, 27, 27, 27],
  [31, 31, 31, 31],
  [38, 38, 39, 39],
  [36, 36, 36, 37, 37],
  [43, 43, 43, 43, 44],
];
/** Centres of the alignment patterns by version (annex E). */
const ALIGNED: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];
const FORMAT_MASK = 0b101010000010010;

/** The text of the one code on an upright page. @throws where there isn't exactly one, or it can't be read */
export async function readQrOf(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const bitmap = {
    width: info.width,
    height: info.height,
    isDark: (x: number, y: number) => (data[(y * info.width + x) * info.channels] ?? 255) < 128,
  };
  return textOf(sample(bitmap, findEyes(bitmap)));
}

/** Eyes are dark and light as 1 : 1 : 3 : 1 : 1, along and across. */
function findEyes(bitmap: Bitmap): Eye[] {
  const eyes: { x: number; y: number; module: number; times: number }[] = [];
  for (let y = 0; y < bitmap.height; y += 1) {
    for (const { middle, module } of eyesAlong((x) => bitmap.isDark(x, y), bitmap.width)) {
      const across = eyesAlong((at) => bitmap.isDark(Math.round(middle), at), bitmap.height);
      const there = across.find((one) => Math.abs(one.middle - y) <= one.module);
      if (!there) continue;
      const known = eyes.find(
        (eye) =>
          Math.abs(eye.x - middle) < 3 * module && Math.abs(eye.y - there.middle) < 3 * module,
      );
      if (known) known.times += 1;
      else eyes.push({ x: middle, y: there.middle, module, times: 1 });
    }
  }
  const likely = eyes.filter(({ times }) => times >= 3);
  // Letters, and the code's own data, now and then look like an eye; three in a square's corners don't.
  for (const corner of likely) {
    const beside = likely.filter(
      (eye) => isLevel(eye.y, corner) && eye.x > corner.x + corner.module,
    );
    const below = likely.filter(
      (eye) => isLevel(eye.x, corner, 'x') && eye.y > corner.y + corner.module,
    );
    for (const right of beside) {
      const bottom = below.find(
        (eye) => Math.abs(eye.y - corner.y - (right.x - corner.x)) <= corner.module,
      );
      const modules = (right.x - corner.x) / corner.module;
      if (bottom && (Math.round(modules) + 7) % 4 === 1) return [corner, right, bottom];
    }
  }
  throw new Error(`among ${likely.length} likely eyes no three make a code`);
}

function isLevel(at: number, corner: Eye, along: 'x' | 'y' = 'y'): boolean {
  return Math.abs(at - corner[along]) <= corner.module;
}

function eyesAlong(
  isDark: (at: number) => boolean,
  length: number,
): { middle: number; module: number }[] {
  const runs: { from: number; length: number }[] = [];
  let from = 0;
  for (let at = 1; at <= length; at += 1) {
    if (at < length && isDark(at) === isDark(from)) continue;
    runs.push({ from, length: at - from });
    from = at;
  }
  return runs.flatMap((run, index) => {
    const five = runs.slice(index - 2, index + 3);
    if (index < 2 || five.length < 5 || !isDark(run.from)) return [];
    const module = five.reduce((sum, one) => sum + one.length, 0) / 7;
    const fits = five.every(
      (one, place) => Math.abs(one.length - module * (place === 2 ? 3 : 1)) <= module / 2,
    );
    return fits && module >= 2 ? [{ middle: run.from + (run.length - 1) / 2, module }] : [];
  });
}

/** The modules of a code whose eyes stand top left, top right, bottom left. */
function sample(bitmap: Bitmap, eyes: readonly Eye[]): Grid {
  const [left, right] = [Math.min(...eyes.map(({ x }) => x)), Math.max(...eyes.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...eyes.map(({ y }) => y)), Math.max(...eyes.map(({ y }) => y))];
  const module = eyes.reduce((sum, eye) => sum + eye.module, 0) / eyes.length;
  const size = Math.round((right - left) / module) + 7;
  const step = (right - left) / (size - 7);
  const stepDown = (bottom - top) / (size - 7);
  const numbers = Array.from({ length: size }, (_, at) => at);
  return numbers.map((row) =>
    numbers.map((column) =>
      bitmap.isDark(Math.round(left + (column - 3) * step), Math.round(top + (row - 3) * stepDown)),
    ),
  );
}

function textOf(grid: Grid): string {
  const size = grid.length;
  const version = (size - 17) / 4;
  const blocks = BLOCKS[version - 1];
  if (!blocks) throw new Error(`a code of ${size} modules isn’t one that is read here`);
  const { level, mask } = formatOf(grid);
  if (level !== 0) throw new Error('the code isn’t of level M');
  const words = codewords(grid, version, mask);
  const data = ordered(words, blocks);
  const bits = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  const number = (from: number, length: number) => parseInt(bits.slice(from, from + length), 2);
  if (number(0, 4) !== 4) throw new Error('the code isn’t written in bytes');
  const lengthBits = version < 10 ? 8 : 16;
  const length = number(4, lengthBits);
  const bytes = Array.from({ length }, (_, at) => number(4 + lengthBits + at * 8, 8));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
}

/** Level and mask, from the copy around the eye at top left. */
function formatOf(grid: Grid): { level: number; mask: number } {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((column): [number, number] => [8, column]);
  places.push(...[7, 5, 4, 3, 2, 1, 0].map((row): [number, number] => [row, 8]));
  const read = places.reduce((sum, [row, column]) => sum * 2 + (grid[row]?.[column] ? 1 : 0), 0);
  const format = read ^ FORMAT_MASK;
  return { level: format >> 13, mask: (format >> 10) & 7 };
}

/** Up and down in columns of two, from the right, past what belongs to the pattern itself. */
function codewords(grid: Grid, version: number, mask: number): number[] {
  const size = grid.length;
  const isMasked = MASKS[mask];
  if (!isMasked) throw new Error('no such mask');
  const bits: number[] = [];
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row = isUp ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (isPattern(row, column, size, version)) continue;
        bits.push(grid[row]?.[column] === isMasked(row, column) ? 0 : 1);
      }
    }
    isUp = !isUp;
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  );
}

function isPattern(row: number, column: number, size: number, version: number): boolean {
  const isEye =
    (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9);
  if (isEye || row === 6 || column === 6) return true;
  const isVersion =
    version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11));
  if (isVersion) return true;
  const centres = ALIGNED[version - 1] ?? [];
  const last = centres.at(-1) ?? 0;
  return centres.some((down) =>
    centres.some((across) => {
      const isAtEye =
        (down === 6 && across === 6) ||
        (down === 6 && across === last) ||
        (down === last && across === 6);
      return !isAtEye && Math.abs(row - down) <= 2 && Math.abs(column - across) <= 2;
    }),
  );
}

/** Blocks lie a word of each in turn; those with one more come last. */
function ordered(words: readonly number[], blocks: readonly number[]): number[] {
  const longest = Math.max(...blocks);
  const read = blocks.map((): number[] => []);
  let at = 0;
  for (let place = 0; place < longest; place += 1) {
    for (const [index, length] of blocks.entries()) {
      if (place >= length) continue;
      read[index]?.push(words[at] ?? 0);
      at += 1;
    }
  }
  return read.flat();
}
