// Removes bytes that no row came to name: uploads that were refused after they were stored, forms that
// were never sent again, drafts of a write that was cut short.
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inCommune } from '../database/commune.server.ts';
import { defineJob } from '../jobs/jobs.server.ts';
import { communeFolder, OLD_MS } from './store.server.ts';

/** Longer than any form or session lives that could still come to name them. */
const KEEP_MS = 7 * OLD_MS;
const SHA256_LENGTH = 64;

/** Removes what is old and unnamed; returns how many files went. `nowMs` is the machine's clock. */
export async function sweepFiles(communeId: string, nowMs = Date.now()): Promise<number> {
  const old: string[] = [];
  for (const file of await listFiles(communeFolder(communeId))) {
    if (await isOlder(file, nowMs)) old.push(file);
  }
  if (old.length === 0) return 0;
  const rows = await inCommune(communeId, (tx) =>
    tx.db.selectFrom('stored_file').select('sha256').execute(),
  );
  const named = new Set(rows.map((row) => row.sha256));
  let swept = 0;
  for (const file of old) {
    if (named.has(nameOf(file))) continue;
    if (await remove(file, nowMs)) swept += 1;
  }
  return swept;
}

defineJob({
  name: 'files.sweep',
  run: async (communeId) => {
    await sweepFiles(communeId);
  },
  everyMinutes: 360,
});

/** Full hash of a stored file; of anything else in the folder a name that no row has. */
function nameOf(file: string): string {
  const name = basename(file);
  return name.length === SHA256_LENGTH ? name : '';
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

async function isOlder(file: string, nowMs: number): Promise<boolean> {
  const about = await stat(file).catch(() => undefined);
  return about !== undefined && about.mtimeMs < nowMs - KEEP_MS;
}

/**
 * Moved aside first: whoever stores the same bytes meanwhile writes them anew, and what turns out to be
 * new is moved back.
 */
async function remove(file: string, nowMs: number): Promise<boolean> {
  const aside = `${file}.swept`;
  await rename(file, aside);
  if (!(await isOlder(aside, nowMs))) {
    await rename(aside, file);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}
