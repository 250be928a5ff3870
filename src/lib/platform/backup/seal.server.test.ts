// Tests of the seal around any number of bytes: it opens to the same, and to nothing once a byte
// differs or pieces are cut, swapped or repeated.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { HEADER_BYTES, openSeal, sealWith } from './seal.server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'loa-seal-'));
const file = path.join(folder, 'sealed');
const PIECE = 64 * 1024;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function seal(plain: Buffer, passphrase: string): Promise<void> {
  const cut = Math.floor(plain.length / 3);
  const chunks = Readable.from([plain.subarray(0, cut), plain.subarray(cut)]);
  await writeFile(file, await buffer(chunks.pipe(await sealWith(passphrase))));
}

/** What can be read, and whether damage was told. */
async function unseal(
  passphrase: string,
): Promise<{ plain: Buffer; damaged: boolean } | undefined> {
  const handle = await open(file);
  try {
    const opened = await openSeal(handle, passphrase);
    if (!opened) return undefined;
    let damaged = false;
    const pieces: Buffer[] = [];
    for await (const piece of opened.pieces(() => (damaged = true))) pieces.push(piece);
    return { plain: Buffer.concat(pieces), damaged };
  } finally {
    await handle.close();
  }
}

describe('the seal', () => {
  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])(
    'closes and opens %i bytes',
    async (n) => {
      const plain = randomBytes(n);
      await seal(plain, 'mật khẩu');
      expect(await unseal('mật khẩu')).toEqual({ plain, damaged: false });
    },
  );

  it('takes a passphrase in either way of writing accents, and no other', async () => {
    await seal(Buffer.from('x'), 'mật khẩu'.normalize('NFC'));
    expect(await unseal('mật khẩu'.normalize('NFD'))).toMatchObject({ damaged: false });
    expect(await unseal('mat khau')).toBeUndefined();
  });

  it('gives nothing away from where it was changed, cut or moved about', async () => {
    const plain = randomBytes(2 * PIECE + 10);
    await seal(plain, 'p');
    const sealed = await readFile(file);
    const [first, second] = [0, 1].map((index) => {
      const at = HEADER_BYTES + index * (PIECE + 16);
      return sealed.subarray(at, at + PIECE + 16);
    }) as [Buffer, Buffer];
    const head = sealed.subarray(0, HEADER_BYTES);
    const rest = sealed.subarray(HEADER_BYTES + 2 * (PIECE + 16));
    const flipped = Buffer.from(sealed);
    flipped[HEADER_BYTES + PIECE + 20] = (flipped[HEADER_BYTES + PIECE + 20] ?? 0) ^ 0x80;
    const readable = async (bytes: readonly Buffer[]) => {
      await writeFile(file, Buffer.concat(bytes));
      const result = await unseal('p');
      expect(result?.damaged).toBe(true);
      expect(result?.plain.equals(plain.subarray(0, result.plain.length))).toBe(true);
      return result?.plain.length;
    };
    expect(await readable([flipped])).toBe(PIECE);
    expect(await readable([head, first, second])).toBe(PIECE);
    expect(await readable([head, second, first, rest])).toBe(0);
    expect(await readable([head, first, first, second, rest])).toBe(PIECE);
    expect(await readable([head])).toBe(0);
    expect(await readable([sealed, Buffer.from('more')])).toBe(2 * PIECE);
  });
});
