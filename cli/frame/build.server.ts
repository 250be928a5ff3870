// Builds the pages when what they are made of has changed since the last build.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startError } from './errors.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const SOURCES = ['src/**/*', 'static/**/*', 'vite.config.ts', 'package.json', 'package-lock.json'];
const STAMP = path.join(PROJECT, 'build', '.sources');

/**
 * True if a build was needed and made. `given.ended` cuts it short, for a Ctrl-C meanwhile. Throws
 * `start.build-failed` with the builder's words printed.
 */
export async function ensureBuilt(
  say: (line: string) => void,
  given: { ended?: AbortSignal } = {},
): Promise<boolean> {
  const sources = hashSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return false;
  say('Đang dựng các trang…');
  const vite = path.join(PROJECT, 'node_modules', 'vite', 'bin', 'vite.js');
  const options = { cwd: PROJECT, env: { ...process.env, NODE_ENV: 'production' }, maxBuffer: 1e8 };
  try {
    await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      ...options,
      signal: given.ended,
    });
  } catch (error) {
    if (given.ended?.aborted) return false;
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    process.stderr.write(`${stdout}${stderr}\n`);
    throw startError('start.build-failed');
  }
  writeFileSync(STAMP, sources);
  return true;
}

/** Contents, not times: a fresh clone or a branch switch changes times only. Tests aren't built. */
function hashSources(): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: PROJECT, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    hash.update(path.relative(PROJECT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
