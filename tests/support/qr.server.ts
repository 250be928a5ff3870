// Reads QR codes back from the picture of a printed page, by the book (ISO/IEC 18004) and without mercy: no
// damage is put right, so a code that reads here is printed as it should be.
import sharp from 'sharp';

interface Point {
  readonly x: number;
  readonly y: number;
  /** Pixels of a module's side. */
  readonly module: number;
}

/** Bytes of correction in a block and number of blocks, by version from 1 to 20. */
const LEVELS: Readonly<Record<number, { readonly ecc: number[]; readonly blocks: number[] }>> = {
  // L
  1: {
    ecc: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28],
    blocks: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8],
  },
  // M
  0: {
    ecc: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
    blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
  },
};

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The texts of all codes on a picture that stand upright, from the top. */
export async function readQrCodes(picture: Uint8Array): Promise<string[]> {
  const { data, info } = await sharp(picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isDark = (x: number, y: number) =>
    (data[Math.round(y) * info.width + Math.round(x)] ?? 255) < 128;
  const corners = findCorners(isDark, info.width, info.height);
  return corners.flatMap((first) =>
    corners.flatMap((right) => {
      const side = right.x - first.x;
      const isBeside = side > first.module * 7 && Math.abs(right.y - first.y) < first.module;
      const below = corners.find(
        ({ x, y }) =>
          Math.abs(x - first.x) < first.module && Math.abs(y - first.y - side) < first.module,
      );
      if (!isBeside || !below) return [];
      // A module measured at three corners tells the version; the whole side then tells the module.
      const module = (first.module + right.module + below.module) / 3;
      const size = 17 + 4 * Math.round((side / module + 7 - 17) / 4);
      const step = side / (size - 7);
      const from = { x: first.x - 3 * step, y: first.y - 3 * step };
      return decode(size, (x, y) => isDark(from.x + x * step, from.y + y * step));
    }),
  );
}

/** Middles of the three marks: dark, light, dark, light, dark as 1:1:3:1:1, across and down. */
function findCorners(
  isDark: (x: number, y: number) => boolean,
  width: number,
  height: number,
): Point[] {
  const found: Point[] = [];
  for (let y = 0; y < height; y += 1) {
    for (const across of marksOf(width, (x) => isDark(x, y))) {
      const down = marksOf(height, (at) => isDark(across.middle, at), y - 60, y + 60).find(
        ({ middle, module }) =>
          Math.abs(middle - y) < module && Math.abs(module - across.module) < module / 2,
      );
      if (!down) continue;
      const point = { x: across.middle, y: down.middle, module: across.module };
      const isKnown = found.some(
        (one) => Math.abs(one.x - point.x) + Math.abs(one.y - point.y) < 3 * point.module,
      );
      if (!isKnown) found.push(point);
    }
  }
  return found;
}

function marksOf(
  length: number,
  isDark: (at: number) => boolean,
  from = 0,
  to = length,
): { middle: number; module: number }[] {
  const runs: { at: number; length: number; dark: boolean }[] = [];
  for (let at = Math.max(0, from); at < Math.min(length, to); at += 1) {
    const dark = isDark(at);
    const last = runs.at(-1);
    if (last?.dark === dark) last.length += 1;
    else runs.push({ at, length: 1, dark });
  }
  return runs.flatMap((middle, at) => {
    const five = runs.slice(at - 2, at + 3);
    if (at < 2 || five.length < 5 || !middle.dark) return [];
    const module = five.reduce((sum, run) => sum + run.length, 0) / 7;
    const fits = five.every(
      (run, index) => Math.abs(run.length - (index === 2 ? 3 : 1) * module) < module * 0.6,
    );
    return fits && module >= 2 ? [{ middle: middle.at + (middle.length - 1) / 2, module }] : [];
  });
}

function decode(size: number, isDark: (x: number, y: number) => boolean): string[] {
  const version = (size - 17) / 4;
  if (version < 1 || version > 20) return [];
  // The first copy of the format, from the bit of the highest value.
  const format =
    [
      ...[0, 1, 2, 3, 4, 5, 7, 8].map((x) => isDark(x, 8)),
      ...[7, 5, 4, 3, 2, 1, 0].map((y) => isDark(8, y)),
    ].reduce((bits, dark) => bits * 2 + Number(dark), 0) ^ 0x5412;
  const level = LEVELS[format >> 13];
  const mask = MASKS[(format >> 10) & 7];
  if (!level || !mask) return [];
  const bits: number[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = upwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!isFunction(x, y, size, version)) bits.push(Number(isDark(x, y) !== mask(x, y)));
      }
    }
    upwards = !upwards;
  }
  const words = Array.from({ length: bits.length >> 3 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  );
  return [
    textOf(untangle(words, level.ecc[version - 1] ?? 0, level.blocks[version - 1] ?? 1), version),
  ];
}

/** Data bytes in their order; they stand one of each block in turn. */
function untangle(words: readonly number[], ecc: number, blocks: number): number[] {
  const long = words.length % blocks;
  const least = Math.floor(words.length / blocks) - ecc;
  const parts = Array.from({ length: blocks }, (_, block): number[] => {
    const own = Array.from({ length: least }, (_at, at) => words[at * blocks + block] ?? 0);
    const extra = words[least * blocks + block - (blocks - long)];
    return block >= blocks - long && extra !== undefined ? [...own, extra] : own;
  });
  return parts.flat();
}

/** A code of bytes: four bits for that, their number, then UTF-8. */
function textOf(words: readonly number[], version: number): string {
  const half = words.flatMap((word) => [word >> 4, word & 15]);
  if (half[0] !== 4) throw new Error(`the code is of kind ${half[0]}, not bytes`);
  const digits = version < 10 ? 2 : 4;
  const count = half.slice(1, 1 + digits).reduce((sum, one) => sum * 16 + one, 0);
  const start = 1 + digits;
  const bytes = Uint8Array.from({ length: count }, (_, at) => {
    const [high = 0, low = 0] = half.slice(start + at * 2, start + at * 2 + 2);
    return high * 16 + low;
  });
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** Whether a module says how to read the others. */
function isFunction(x: number, y: number, size: number, version: number): boolean {
  const last = size - 8;
  if (x === 6 || y === 6) return true;
  if ((x <= 8 && y <= 8) || (x >= last && y <= 8) || (x <= 8 && y >= last)) return true;
  const isVersion = (a: number, b: number) => version >= 7 && a < 6 && b >= size - 11;
  if (isVersion(x, y) || isVersion(y, x)) return true;
  const places = alignments(size, version);
  const nearest = (at: number) => places.find((place) => Math.abs(place - at) <= 2);
  const [cx, cy] = [nearest(x), nearest(y)];
  if (cx === undefined || cy === undefined) return false;
  const isCorner =
    (cx === 6 && cy === 6) || (cx === 6 && cy === size - 7) || (cx === size - 7 && cy === 6);
  return !isCorner;
}

function alignments(size: number, version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => size - 7 - at * step)];
}
