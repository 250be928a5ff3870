import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  findFile,
  findWebPicture,
  inCommune,
  makeWebPicture,
  readStoredFile,
  registerFile,
  storeFile,
  streamStoredFile,
  sweepFiles,
} from '../index.server.ts';
import { useTestDatabase } from '../testing.server.ts';

const office = useTestDatabase();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loa-files-'));
  process.env['LOA_DATA'] = folder;
});

const text = (content: string) => new TextEncoder().encode(content);
const plain = { name: 'ghi chú.txt', maxBytes: 1000, allow: ['text/plain'] };

describe('keeping files', () => {
  it('keeps bytes under their hash, once, and gives them back', async () => {
    const { communeId } = office();
    const first = await storeFile(communeId, text('xin chào'), plain);
    const again = await storeFile(communeId, text('xin chào'), { ...plain, name: 'khác.txt' });
    expect(again.sha256).toBe(first.sha256);
    await inCommune(communeId, (tx) => registerFile(tx, first), { write: true });
    expect(await inCommune(communeId, (tx) => findFile(tx, first.sha256))).toEqual(first);
    expect((await readStoredFile(communeId, first.sha256)).toString()).toBe('xin chào');
    const streamed = new Response(await streamStoredFile(communeId, first.sha256));
    expect(await streamed.text()).toBe('xin chào');
    expect(readdirSync(join(folder, 'files', communeId, first.sha256.slice(0, 2)))).toHaveLength(1);
  });

  it('says what is wrong with empty, heavy and disguised files', async () => {
    const { communeId } = office();
    await expect(storeFile(communeId, text(''), plain)).rejects.toMatchObject({
      code: 'file.empty',
    });
    await expect(storeFile(communeId, text('x'.repeat(1001)), plain)).rejects.toMatchObject({
      code: 'file.too-large',
      what: expect.stringContaining('ghi chú.txt'),
    });
    const page = text('<!doctype html><script>alert(1)</script>');
    await expect(
      storeFile(communeId, page, { name: 'anh.png', maxBytes: 1000, allow: ['image/png'] }),
    ).rejects.toMatchObject({ code: 'file.type-refused' });
    const binary = Uint8Array.from([0, 1, 2, 3, 4]);
    await expect(storeFile(communeId, binary, plain)).rejects.toMatchObject({
      code: 'file.type-refused',
    });
  });

  it('takes the sound that telephones record', async () => {
    const sound = Buffer.alloc(64);
    sound.writeUInt32BE(32, 0);
    sound.write('ftypM4A ', 4, 'latin1');
    const request = { name: 'bản tin.m4a', maxBytes: 1000, allow: ['audio/mp4'] };
    expect(await storeFile(office().communeId, sound, request)).toMatchObject({
      mediaType: 'audio/mp4',
    });
  });

  it('sweeps old bytes that no row names, and nothing else', async () => {
    const { communeId } = office();
    const pathOf = (sha256: string) => join(folder, 'files', communeId, sha256.slice(0, 2), sha256);
    const longAgo = new Date(Date.now() - 30 * 24 * 3_600_000);
    const named = await storeFile(communeId, text('có dòng gọi tên'), plain);
    await inCommune(communeId, (tx) => registerFile(tx, named), { write: true });
    const forgotten = await storeFile(communeId, text('không ai gọi tên'), plain);
    const fresh = await storeFile(communeId, text('vừa tải lên'), plain);
    const again = await storeFile(communeId, text('tải lên lần nữa'), plain);
    for (const { sha256 } of [named, forgotten, again])
      utimesSync(pathOf(sha256), longAgo, longAgo);
    writeFileSync(`${pathOf(named.sha256)}.dang-ghi`, 'dở');
    utimesSync(`${pathOf(named.sha256)}.dang-ghi`, longAgo, longAgo);
    // The same bytes once more: they are new again.
    await storeFile(communeId, text('tải lên lần nữa'), plain);
    expect(await sweepFiles(communeId)).toBe(2);
    for (const { sha256 } of [named, fresh, again]) {
      expect((await readStoredFile(communeId, sha256)).length).toBeGreaterThan(0);
    }
    await expect(readStoredFile(communeId, forgotten.sha256)).rejects.toThrow(/ENOENT/);
  });

  it('notices bytes that changed on the disk', async () => {
    const { communeId } = office();
    const file = await storeFile(communeId, text('nguyên vẹn'), plain);
    writeFileSync(join(folder, 'files', communeId, file.sha256.slice(0, 2), file.sha256), 'bị sửa');
    await expect(readStoredFile(communeId, file.sha256)).rejects.toThrow(/no longer matches/);
    await expect(streamStoredFile(communeId, file.sha256)).rejects.toThrow(/no longer matches/);
  });

  it('makes a web picture without the camera’s metadata, once', async () => {
    const { communeId } = office();
    const original = await sharp({
      create: { width: 2400, height: 1200, channels: 3, background: '#a33' },
    })
      .withExif({
        IFD0: { Copyright: 'private' },
        IFD2: { DateTimeOriginal: '2023:06:28 14:05:09' },
      })
      .jpeg()
      .toBuffer();
    const file = await storeFile(communeId, original, {
      name: 'a.jpg',
      maxBytes: 9e6,
      allow: ['image/jpeg'],
    });
    await inCommune(communeId, (tx) => registerFile(tx, file), { write: true });
    await makeWebPicture(communeId, file.sha256);
    await makeWebPicture(communeId, file.sha256);
    const web = await inCommune(communeId, (tx) => findWebPicture(tx, file.sha256));
    expect(web).toMatchObject({ width: 1600, height: 800, takenAt: '2023-06-28T14:05:09' });
    const bytes = await readStoredFile(communeId, web?.sha256 ?? '');
    const metadata = await sharp(bytes).metadata();
    expect([metadata.format, metadata.exif]).toEqual(['webp', undefined]);
  });

  it('fails plainly on a picture that is none', async () => {
    const { communeId } = office();
    const broken = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(64, 7)]);
    const file = await storeFile(communeId, broken, {
      name: 'b.jpg',
      maxBytes: 9e6,
      allow: ['image/jpeg'],
    });
    await inCommune(communeId, (tx) => registerFile(tx, file), { write: true });
    await expect(makeWebPicture(communeId, file.sha256)).rejects.toThrow(
      /could not be made smaller/,
    );
  });
});
