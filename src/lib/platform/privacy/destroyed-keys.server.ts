// The list of keys that were destroyed, in the data folder and in no backup: one line each, added to and never
// rewritten, on the disk before the key goes (ruling 45).
import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../files/durable.server.ts';
import { dataFolder } from '../postgres/instance.server.ts';

/** A whole line; what a power cut left of another is passed over. */
const LINE = /^([0-9a-f-]{36}) ([0-9a-f-]{36}) (\d{4}-\d\d-\d\dT[\d:.]+Z)( spared)?$/;

/** Writes down keys that are about to be destroyed; outside of any transaction. `at` is ISO UTC. */
export function noteDestroyed(
  communeId: string,
  ids: readonly string[],
  at: string,
): Promise<void> {
  return append(ids.map((id) => `${communeId} ${id} ${at}`));
}

/** Takes keys that weren't destroyed after all off the list. */
export function noteSpared(communeId: string, ids: readonly string[], at: string): Promise<void> {
  return append(ids.map((id) => `${communeId} ${id} ${at} spared`));
}

/** The keys of a commune that were destroyed, each with when. */
export async function readDestroyed(communeId: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(listFile(), 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return '';
    throw failure;
  });
  const destroyed = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, commune, id, at, spared] = LINE.exec(line) ?? [];
    if (commune !== communeId || !id || !at) continue;
    if (spared) destroyed.delete(id);
    else destroyed.set(id, at);
  }
  return destroyed;
}

/** The line break before keeps the lines apart from what a power cut left of an earlier one. */
async function append(lines: readonly string[]): Promise<void> {
  await appendFile(listFile(), `\n${lines.join('\n')}\n`, { mode: 0o600, flush: true });
  await syncFolder(dataFolder());
}

function listFile(): string {
  return path.join(dataFolder(), 'destroyed-keys');
}
