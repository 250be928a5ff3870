// The web size of evidence pictures: made once, by a job, without camera metadata.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { inCommune } from '../database/commune.server.ts';
import type { Tx } from '../database/tx.server.ts';
import { defineJob, enqueue } from '../jobs/jobs.server.ts';
import { findFile, readStoredFile, registerFile, storeFile } from './store.server.ts';

export const WEB_PICTURE_JOB = 'picture.make-web-size';
const PROCESS = fileURLToPath(new URL('./picture.process.server.ts', import.meta.url));
const TIME_LIMIT_MS = 60_000;
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

function shrink(original: Buffer): Promise<Shrunk> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROCESS], {
      stdio: 'pipe',
      timeout: TIME_LIMIT_MS,
      // Nothing of the server's settings, keys and addresses is of use to a picture.
      env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1' },
    });
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const words = Buffer.concat(said).toString('utf8');
      if (code !== 0) return reject(new Error(`the picture could not be made smaller: ${words}`));
      // Whatever a library said before, the measures come last.
      const line = words.trim().split('\n').at(-1) ?? '';
      try {
        const { width, height, takenAt = null } = Measures.parse(JSON.parse(line));
        resolve({ bytes: Buffer.concat(out), width, height, takenAt });
      } catch {
        reject(new Error(`the picture was made smaller, but its measures are missing: ${words}`));
      }
    });
    // A picture that is refused early closes its input; the exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(original);
  });
}
