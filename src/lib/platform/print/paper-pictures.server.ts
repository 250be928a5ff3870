// Pictures as both writers of documents take them, made in a process apart that ends when done
// (ruling 22): photographs smaller and as JPEG, drawings as PNG.
import { fork } from 'node:child_process';
import path from 'node:path';
import { printError } from './errors.ts';

/** What the process is sent: pictures by name; one ending in ".svg" is a drawing. */
export type PictureOrder = Record<string, Uint8Array>;

const ENTRY = path.join(import.meta.dirname, 'paper-pictures.process.server.ts');
const TIME_LIMIT_MS = 60_000;

/**
 * The same pictures for paper, by the same names. What is no picture is left out of the answer.
 * @throws `print.failed`
 */
export function makePaperPictures(pictures: PictureOrder): Promise<Record<string, Uint8Array>> {
  if (Object.keys(pictures).length === 0) return Promise.resolve({});
  return new Promise((resolve, reject) => {
    const child = fork(ENTRY, {
      serialization: 'advanced',
      // Nothing of the server's settings, keys and addresses is of use to a picture.
      env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1' },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    child.on('message', (made: Record<string, Uint8Array>) => resolve(made));
    child.on('error', reject);
    // After an answer this says nothing new.
    child.on('exit', () =>
      reject(printError('print.failed', { reason: 'phần xử lý ảnh dừng giữa chừng' })),
    );
    child.send(pictures);
  });
}
