// Writing so that it survives a power cut (ruling 45): under another name, to the disk, then renamed.
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Puts bytes under `path` for good, in place of what was there; folders are made if absent. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (failure) {
    await rm(temporary, { force: true });
    throw failure;
  }
  await syncFolder(folder);
  if (made !== undefined) await syncParents(folder, dirname(made));
}

/** Folders made just now survive a power cut only once those that hold them are on the disk too. */
async function syncParents(folder: string, top: string): Promise<void> {
  for (let at = folder; at !== top && at !== dirname(at);) {
    at = dirname(at);
    await syncFolder(at);
  }
}

/** Makes new names in a folder themselves survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
