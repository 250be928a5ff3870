// The library against a real database: sizes without metadata, the original never given out, and a picture
// public exactly as long as an edition with it is.
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  inCommune,
  listPictureSizes,
  makePictureSizes,
  newId,
  readStoredFile,
  storeFile,
  type StoredFile,
  type Tx,
} from '#lib/platform/index.server.ts';
import {
  parseMarkup,
  pictureTypes,
  thePublic,
  type Actor,
  type Role,
} from '#lib/platform/index.ts';
import { useTestDatabase } from '#lib/platform/testing.server.ts';
import type { Article } from '../article.ts';
import { publishArticle, withdrawArticle } from '../publish.server.ts';
import { correctArticle, forceArticle, saveArticle, startArticle } from '../write.server.ts';
import {
  addMedia,
  changeMedia,
  countMedia,
  getMedia,
  listMedia,
  retireMedia,
} from './library.server.ts';
import type { MediaForm } from './media.ts';
import {
  findMediaFile,
  findMediaFileOf,
  findPublicMediaFile,
  showPictures,
  showThumbnails,
} from './uses.server.ts';

const database = useTestDatabase();
const NOW = '2023-06-30T01:00:00.000Z';
const person = (...roles: Role[]): Actor => {
  return { kind: 'person', accountId: newId(), name: 'Công chức', roles, unitIds: [] };
};
const editor = person('editor');
const leader = person('leader');
const visitor = person();
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
  inCommune(database().communeId, work, { write: true, actor, now: NOW });
const refusal = (code: string) => expect.objectContaining({ code });
const urlOf = (sha256: string) => `/tep/${sha256}`;

const said: MediaForm = {
  alt: 'Đoàn viên phát tờ rơi ở chợ',
  credit: 'Đài phát thanh xã',
  people: 'public-event',
  focusX: 25,
  focusY: 50,
};

/** A picture like no other, as a telephone sends it: with its maker and the place it was taken. */
async function store(width = 2000, height = 1000): Promise<StoredFile> {
  const spots = { width: 8, height: 4, channels: 3 } as const;
  const bytes = await sharp(randomBytes(8 * 4 * 3), { raw: spots })
    .resize({ width, height, fit: 'fill' })
    .withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitude: '20/1 57/1 0/1' } })
    .jpeg()
    .toBuffer();
  return storeFile(database().communeId, bytes, {
    name: 'IMG_0001.jpg',
    maxBytes: 1_000_000,
    allow: pictureTypes,
  });
}

async function added(form: Partial<MediaForm> = {}): Promise<{ id: string; file: StoredFile }> {
  const file = await store();
  return { file, id: await as(editor, (tx) => addMedia(tx, file, { ...said, ...form })) };
}

async function withSizes(): Promise<{ id: string; file: StoredFile; size: string }> {
  const one = await added();
  await makePictureSizes(database().communeId, one.file.sha256);
  const sizes = await as(editor, (tx) => listPictureSizes(tx, [one.file.sha256]));
  const avif = sizes.get(one.file.sha256)?.find(({ format }) => format === 'avif');
  return { ...one, size: avif?.sha256 ?? '' };
}

function article(...pictures: readonly string[]): Article {
  return {
    title: `Ra quân tuyên truyền ${newId().slice(-6)}`,
    summary: '',
    section: 'cai-cach-hanh-chinh',
    body: parseMarkup(
      ['Sáng nay ra quân.', ...pictures.map((hash) => `![Ra quân](anh:${hash})`)].join('\n\n'),
    ),
    topics: [],
    unitId: null,
  };
}
const begin = (...pictures: readonly string[]) =>
  as(editor, (tx) => startArticle(tx, { clientKey: newId(), article: article(...pictures) }));
const putOut = async (editionId: string) => {
  await as(leader, (tx) => forceArticle(tx, editionId, 'Ra quân sáng nay'));
  await as(leader, (tx) => publishArticle(tx, editionId, 'refuse'));
};
const isPublic = async (sha256: string) =>
  (await as(thePublic, (tx) => findPublicMediaFile(tx, sha256))) !== undefined;

describe('adding', () => {
  test('makes sizes in three formats, none larger than the original, none with its metadata', async () => {
    const { file } = await withSizes();
    await makePictureSizes(database().communeId, file.sha256);
    const sizes = await as(editor, (tx) => listPictureSizes(tx, [file.sha256]));
    const made = sizes.get(file.sha256) ?? [];
    expect(made.map(({ format, width }) => `${format} ${width}`).sort()).toEqual(
      ['avif', 'jpeg', 'webp'].flatMap((format) => [
        `${format} 1600`,
        `${format} 240`,
        `${format} 480`,
        `${format} 960`,
      ]),
    );
    for (const { sha256, width, height, format } of made) {
      const bytes = await readStoredFile(database().communeId, sha256);
      const found = await sharp(bytes).metadata();
      expect(found).toMatchObject({ width, height, format: format === 'avif' ? 'heif' : format });
      expect(found.exif).toBeUndefined();
      expect(height * 2).toBe(width);
    }
  });

  test('a small picture keeps its width', async () => {
    const file = await store(300, 200);
    await as(editor, (tx) => addMedia(tx, file, said));
    await makePictureSizes(database().communeId, file.sha256);
    const sizes = await as(editor, (tx) => listPictureSizes(tx, [file.sha256]));
    expect(new Set(sizes.get(file.sha256)?.map(({ width }) => width))).toEqual(new Set([240, 300]));
  });

  test('the same bytes twice are told, with what is there', async () => {
    const { file } = await added({ alt: 'Chợ phiên' });
    const again = as(editor, (tx) => addMedia(tx, file, said));
    await expect(again).rejects.toEqual(refusal('media.known'));
    await expect(again).rejects.toThrow(/Chợ phiên/);
  });

  test('who may not write may not add, change or put away', async () => {
    const { id, file } = await added();
    const refused = refusal('access.denied');
    await expect(as(visitor, (tx) => addMedia(tx, file, said))).rejects.toEqual(refused);
    await expect(as(visitor, (tx) => changeMedia(tx, id, 1, said))).rejects.toEqual(refused);
    await expect(as(visitor, (tx) => retireMedia(tx, id, true))).rejects.toEqual(refused);
    await expect(as(person('member'), (tx) => retireMedia(tx, id, true))).rejects.toEqual(refused);
    const filter = { words: '', retired: false };
    await expect(as(thePublic, (tx) => countMedia(tx, filter))).rejects.toThrow();
    await expect(as(thePublic, (tx) => getMedia(tx, id))).rejects.toThrow();
  });
});

describe('the list', () => {
  test('finds by words without accents, and leaves out what was put away', async () => {
    const { id } = await added({ alt: 'Lớp tập huấn chữ ký số 100%', credit: 'Văn phòng' });
    const find = (words: string, retired = false) =>
      as(editor, async (tx) => {
        const found = await listMedia(tx, { words, retired }, { size: 50, start: 0 });
        expect(await countMedia(tx, { words, retired })).toBe(found.length);
        return found.map((picture) => picture.id);
      });
    expect(await find('tap huan van phong')).toEqual([id]);
    expect(await find('100%')).toEqual([id]);
    expect(await find('10_%')).toEqual([]);
    await as(editor, (tx) => retireMedia(tx, id, true));
    expect(await find('tap huan')).toEqual([]);
    expect(await find('tap huan', true)).toEqual([id]);
    await as(editor, (tx) => retireMedia(tx, id, false));
    expect(await find('tap huan')).toEqual([id]);
  });

  test('a change over an older version is refused', async () => {
    const { id } = await added();
    await as(editor, (tx) => changeMedia(tx, id, 1, { ...said, alt: 'Mới' }));
    const late = as(editor, (tx) => changeMedia(tx, id, 1, { ...said, alt: 'Cũ' }));
    await expect(late).rejects.toEqual(refusal('record.changed'));
    expect((await as(editor, (tx) => getMedia(tx, id))).picture).toMatchObject({
      alt: 'Mới',
      version: 2,
    });
  });

  test('a name that is none is not found', async () => {
    for (const id of ['x', newId()]) {
      await expect(as(editor, (tx) => getMedia(tx, id))).rejects.toEqual(
        refusal('media.not-found'),
      );
    }
  });
});

describe('in articles', () => {
  test('a picture from elsewhere is refused', async () => {
    await expect(begin('f'.repeat(64))).rejects.toEqual(refusal('media.unknown-picture'));
  });

  test('uses follow the newest words', async () => {
    const [one, other] = [await added(), await added()];
    const editionId = await begin(one.file.sha256);
    const usesOf = async (id: string) =>
      (await as(editor, (tx) => getMedia(tx, id))).uses.map((use) => use.editionId);
    expect(await usesOf(one.id)).toEqual([editionId]);
    const saving = { article: article(other.file.sha256), base: 1, minor: false, changeNote: '' };
    await as(editor, (tx) => saveArticle(tx, editionId, saving));
    expect(await usesOf(one.id)).toEqual([]);
    expect(await usesOf(other.id)).toEqual([editionId]);
    await as(leader, (tx) => forceArticle(tx, editionId, 'Ra quân sáng nay'));
    const { uses } = await as(editor, (tx) => getMedia(tx, other.id));
    expect(uses).toMatchObject([{ status: 'approved', forced: true }]);
  });

  test('public with the edition, gone with its withdrawal, the original never', async () => {
    const { file, size } = await withSizes();
    const editionId = await begin(file.sha256);
    expect(await isPublic(size)).toBe(false);
    expect(await as(thePublic, (tx) => findMediaFileOf(tx, editionId, size))).toBeDefined();
    await putOut(editionId);
    expect(await isPublic(size)).toBe(true);
    expect(await isPublic(file.sha256)).toBe(false);
    const shown = await as(thePublic, (tx) => showPictures(tx, article(file.sha256).body, urlOf));
    expect(shown[file.sha256]).toMatchObject({ width: 960, focus: { x: 25, y: 50 } });
    expect(JSON.stringify(shown)).toContain(size);
    const next = await as(editor, (tx) => correctArticle(tx, editionId));
    expect(await as(thePublic, (tx) => findMediaFileOf(tx, next, size))).toBeDefined();
    await as(leader, (tx) =>
      withdrawArticle(tx, editionId, { how: 'error', reason: 'Ảnh nhìn rõ mặt người' }),
    );
    expect(await isPublic(size)).toBe(false);
  });

  test('the editor is given a size by the hash of the original, once there is one', async () => {
    const waiting = await added();
    const seen = (sha256: string) => as(editor, (tx) => findMediaFile(tx, sha256));
    expect(await seen(waiting.file.sha256)).toBeUndefined();
    const { file, size } = await withSizes();
    expect((await seen(file.sha256))?.mediaType).toBe('image/jpeg');
    expect((await seen(size))?.sha256).toBe(size);
    await expect(as(thePublic, (tx) => findMediaFile(tx, size))).rejects.toThrow();
  });

  test('in a list an article is shown by the first picture of its text, small, where one should look', async () => {
    const [first, second] = [await withSizes(), await withSizes()];
    const both = await begin(first.file.sha256, second.file.sha256);
    const turned = await begin(second.file.sha256, first.file.sha256);
    const none = await begin();
    const ids = [both, turned, none];
    const shown = await as(thePublic, (tx) => showThumbnails(tx, ids, urlOf));
    const sizes = await as(editor, (tx) => listPictureSizes(tx, [first.file.sha256]));
    const small = sizes
      .get(first.file.sha256)
      ?.find(({ format, width }) => format === 'avif' && width === 240);
    expect(Object.keys(shown).sort()).toEqual([both, turned].sort());
    expect(shown[both]?.sources[0]?.srcset).toContain(`${small?.sha256} 240w`);
    expect(shown[both]).toMatchObject({ width: 240, height: 120, focus: { x: 25, y: 50 } });
    expect(shown[both]?.sources.some(({ srcset }) => srcset.includes('480w'))).toBe(false);
    expect(shown[turned]?.url).not.toBe(shown[both]?.url);
    expect(await as(thePublic, (tx) => showThumbnails(tx, [], urlOf))).toEqual({});
  });

  test('a text without pictures asks nothing', async () => {
    const body = parseMarkup('Chỉ có chữ.');
    expect(await as(thePublic, (tx) => showPictures(tx, body, urlOf))).toEqual({});
  });
});
