// The web size of evidence pictures: made once, by a job, without camera metadata.
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { defineJob, enqueue } from '../jobs/jobs.server.ts';
import { lastLine, runPictureProcess } from './picture-process.server.ts';
import { findFile, readStoredFile, registerFile, storeFile } from './store.server.ts';

export const WEB_PICTURE_JOB = 'picture.make-web-size';
const PROCESS = fileURLToPath(new URL('./picture.process.server.ts', import.meta.url));
const WEB_LIMIT = 8 * 1024 * 1024;

export interface WebPicture {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  /** By the camera's own clock, `YYYY-MM-DDTHH:MM:SS` in no zone; null where the picture doesn't say. */
  readonly takenAt: string | null;
}

/** Asks for the web size of a registered picture, in the transaction that adds it. */
export async function requestWebPicture(tx: Tx, sha256: string): Promise<void> {
  await enqueue(tx, WEB_PICTURE_JOB, { sha256 });
}

/** The web size of a picture once it is made. */
export async function findWebPicture(tx: Tx, sha256: string): Promise<WebPicture | undefined> {
  const row = await tx.db
    .selectFrom('stored_picture')
    .select(['web_sha256', 'width', 'height', 'taken_at'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (!row) return undefined;
  const { web_sha256: sha, width, height, taken_at: takenAt } = row;
  return { sha256: sha, width, height, takenAt };
}

/** Makes and registers the web size; repeating it changes nothing. */
export async function makeWebPicture(communeId: string, sha256: string): Promise<void> {
  const [original, made] = await inCommune(communeId, async (tx) => [
    await findFile(tx, sha256),
    await findWebPicture(tx, sha256),
  ]);
  if (!original || made) return;
  const picture = await shrink(await readStoredFile(communeId, sha256));
  const file = await storeFile(communeId, picture.bytes, {
    name: original.name.replace(/\.[^.]*$/, '') + '.webp',
    maxBytes: WEB_LIMIT,
    allow: ['image/webp'],
  });
  await inCommune(
    communeId,
    async (tx) => {
      await registerFile(tx, file);
      await tx.db
        .insertInto('stored_picture')
        .values({
          commune_id: communeId,
          sha256,
          width: picture.width,
          height: picture.height,
          web_sha256: file.sha256,
          taken_at: picture.takenAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    { write: true },
  );
}

defineJob({
  name: WEB_PICTURE_JOB,
  run: (communeId, data) => makeWebPicture(communeId, String(data['sha256'])),
});

const Measures = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  takenAt: z.string().optional(),
});

interface Shrunk {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly takenAt: string | null;
}

async function shrink(original: Buffer): Promise<Shrunk> {
  const { out, said } = await runPictureProcess(PROCESS, [], original);
  try {
    const { width, height, takenAt = null } = Measures.parse(JSON.parse(lastLine(said)));
    return { bytes: out, width, height, takenAt };
  } catch {
    throw new Error(`the picture was made smaller, but its measures are missing: ${said}`);
  }
}
