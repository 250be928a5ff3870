// The sizes of pictures for the public: made once, by a job, as AVIF, WebP and JPEG without camera metadata.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { defineJob, enqueue } from '../jobs/jobs.server.ts';
import { PICTURE_FORMATS, type PictureFormat } from './picture-measures.ts';
import { runPictureProcess } from './picture-process.server.ts';
import {
  findFile,
  readStoredFile,
  registerFile,
  storeFile,
  type StoredFile,
} from './store.server.ts';

export const PICTURE_SIZES_JOB = 'picture.make-sizes';
const PROCESS = fileURLToPath(new URL('./picture-sizes.process.server.ts', import.meta.url));
const SIZE_LIMIT = 8 * 1024 * 1024;

export interface PictureSize {
  readonly format: PictureFormat;
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
}

/** Asks for the sizes of a registered picture, in the transaction that adds it. */
export async function requestPictureSizes(tx: Tx, sha256: string): Promise<void> {
  await enqueue(tx, PICTURE_SIZES_JOB, { sha256 });
}

/** Sizes of each picture by the hash of its original, smallest first; none while they aren't made. */
export async function listPictureSizes(
  tx: Tx,
  originals: readonly string[],
): Promise<Map<string, PictureSize[]>> {
  const sizes = new Map<string, PictureSize[]>();
  if (originals.length === 0) return sizes;
  const rows = await tx.db
    .selectFrom('picture_size')
    .select(['original_sha256', 'format', 'width', 'height', 'sha256'])
    .where('original_sha256', 'in', [...originals])
    .orderBy('width')
    .execute();
  for (const { original_sha256: original, format, ...size } of rows) {
    const own = sizes.get(original) ?? [];
    own.push({ ...size, format: format as PictureFormat });
    sizes.set(original, own);
  }
  return sizes;
}

/** Makes and registers the sizes; repeating it changes nothing. */
export async function makePictureSizes(communeId: string, sha256: string): Promise<void> {
  const [original, made] = await inCommune(communeId, async (tx) => [
    await findFile(tx, sha256),
    await listPictureSizes(tx, [sha256]),
  ]);
  if (!original || made.size > 0) return;
  const sizes = await inFolder(async (folder) => {
    const picture = await readStoredFile(communeId, sha256);
    const { out } = await runPictureProcess(PROCESS, [folder], picture);
    const name = original.name.replace(/\.[^.]*$/, '');
    const stored: { size: Made; file: StoredFile }[] = [];
    for (const size of z.array(Made).parse(JSON.parse(out.toString('utf8')))) {
      const file = await storeFile(communeId, await readFile(size.file), {
        name: `${name}-${size.width}.${size.format === 'jpeg' ? 'jpg' : size.format}`,
        maxBytes: SIZE_LIMIT,
        allow: [`image/${size.format}`],
      });
      stored.push({ size, file });
    }
    return stored;
  });
  await inCommune(
    communeId,
    async (tx) => {
      for (const { size, file } of sizes) {
        await registerFile(tx, file);
        const { format, width, height } = size;
        const row = { original_sha256: sha256, format, width, height, sha256: file.sha256 };
        await tx.db
          .insertInto('picture_size')
          .values({ commune_id: communeId, ...row })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },
    { write: true },
  );
}

defineJob({
  name: PICTURE_SIZES_JOB,
  run: (communeId, data) => makePictureSizes(communeId, String(data['sha256'])),
});

const Made = z.object({
  file: z.string(),
  format: z.enum(PICTURE_FORMATS),
  width: z.int().positive(),
  height: z.int().positive(),
});
type Made = z.infer<typeof Made>;

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'loa-anh-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
