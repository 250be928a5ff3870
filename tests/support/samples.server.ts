// Where the real documents are that readings are tried on. They are no part of the project; where their
// folder is absent, nothing is proved and whoever asks says so.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Expected } from './score.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The folder of samples, or undefined; `LOA_SAMPLES` names another place. */
export function findSamples(): string | undefined {
  const near = ['../shared/samples', '../../shared/samples'].map((way) => path.resolve(ROOT, way));
  return [process.env['LOA_SAMPLES'] ?? '', ...near].find(
    (folder) => folder !== '' && existsSync(path.join(folder, 'expected')),
  );
}

/** Paths of all plans and other documents in the folder. */
export function listSamples(folder: string): string[] {
  const loose = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  const rooms = ['ke-hoach', 'van-ban'].flatMap((room) =>
    readdirSync(path.join(folder, room)).map((file) => path.join(room, file)),
  );
  return [...loose, ...rooms].map((file) => path.join(folder, file));
}

/** Expected answers with the path of the document they are about. */
export function expectedAnswers(folder: string): { file: string; expected: Expected }[] {
  const files = new Map(listSamples(folder).map((file) => [path.basename(file), file]));
  return readdirSync(path.join(folder, 'expected')).flatMap((name) => {
    const words = readFileSync(path.join(folder, 'expected', name), 'utf8');
    const expected = JSON.parse(words) as Expected;
    const file = files.get(expected.file);
    return file === undefined ? [] : [{ file, expected }];
  });
}
