// What of the data folder belongs to a backup, and putting it back: beside first, then in place, with
// the way back kept until the database has committed.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, writeDurably } from '../files/durable.server.ts';
import { isKept } from './manifest.ts';

export interface KeptFile {
  /** Relative to the data folder, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Files of the data folder under `part` that belong in a backup, without reading them. */
export function listKept(folder: string, part: 'files' | 'pending' | 'anchors'): string[] {
  return globSync(`${part}/**/*`, { cwd: folder })
    .map((found) => found.split(path.sep).join('/'))
    .filter(isKept)
    .sort();
}

export async function digestFile(folder: string, name: string): Promise<KeptFile> {
  const file = path.join(folder, name);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return { path: name, size: (await stat(file)).size, sha256: hash.digest('hex') };
}

/** Files that are to be put into the data folder together with a commit. */
export class Staging {
  readonly #folder: string;
  readonly #draft: string;
  readonly #names: string[] = [];
  readonly #undo: (() => void)[] = [];
  /** What stood in the way and was kept under another name. */
  readonly setAside: string[] = [];

  constructor(folder: string, mark: string) {
    this.#folder = folder;
    this.#draft = path.join(folder, `.restoring-${mark}`);
    mkdirSync(this.#draft, { recursive: true, mode: 0o700 });
  }

  async add(name: string, bytes: Buffer): Promise<void> {
    await writeDurably(path.join(this.#draft, name), bytes);
    this.#names.push(name);
  }

  /** Moves everything into place; other contents that stand there are set aside, never lost. */
  async place(mark: string): Promise<void> {
    for (const name of this.#names) {
      const target = path.join(this.#folder, name);
      const draft = path.join(this.#draft, name);
      if (existsSync(target)) {
        if ((await readFile(target)).equals(await readFile(draft))) continue;
        const aside = `${target}.truoc-phuc-hoi-${mark}`;
        renameSync(target, aside);
        this.#undo.push(() => renameSync(aside, target));
        this.setAside.push(`${name}.truoc-phuc-hoi-${mark}`);
      }
      mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
      renameSync(draft, target);
      this.#undo.push(() => rmSync(target, { force: true }));
    }
    const folders = this.#names.map((name) => path.dirname(path.join(this.#folder, name)));
    for (const folder of new Set(folders)) await syncFolder(folder);
  }

  /** Puts back what was there. */
  undo(): void {
    for (const step of this.#undo.reverse()) step();
    this.#undo.length = 0;
  }

  end(): void {
    rmSync(this.#draft, { recursive: true, force: true });
  }
}
