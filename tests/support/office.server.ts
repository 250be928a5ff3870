// Offices for the trials, started the way people start them, each on a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '../..');
/** Twice what a stuck step may take; well below what a hook of the tests may. */
const END_WITHIN_MS = 90_000;
const READY = /^Loa đang chạy: (http:\S+)/m;

export interface Office {
  /** Address of the home page, with a slash at the end. */
  readonly url: string;
  /** Everything printed until it was ready: the demo passwords, or the code of the first run. */
  readonly words: string;
  /** Its data folder, for what no page can do: time that passes, a file that is lost. */
  readonly data: string;
  end(): Promise<void>;
}

/**
 * Runs `loa start` on a new data folder and waits for its address; `end` removes the folder too.
 *
 * @param args more words for the command, such as `--trong` for an office without the sample
 */
export async function startOffice(...args: string[]): Promise<Office> {
  const data = mkdtempSync(path.join(tmpdir(), 'loa-office-'));
  const child = spawn(process.execPath, [path.join(PROJECT, 'bin/loa.mjs'), 'start', ...args], {
    cwd: PROJECT,
    env: { ...process.env, LOA_DATA: data, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { url, words } = await readyWords(child).catch((error: unknown) => {
    removeData(data);
    throw error;
  });
  return {
    url,
    words,
    data,
    async end() {
      await endProcess(child);
      removeData(data);
    },
  };
}

function readyWords(child: ChildProcess): Promise<{ url: string; words: string }> {
  let words = '';
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      words += chunk;
      const url = READY.exec(words)?.[1];
      if (url) resolve({ url, words });
    });
    child.once('exit', (code) =>
      reject(new Error(`the office ended (${code}) before it was ready:\n${words}`)),
    );
  });
}

/** An office that won't end is a fault of its own: it is said, and doesn't outlive its journey. */
async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, END_WITHIN_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(late);
  if (isLate) throw new Error(`the office did not end within ${END_WITHIN_MS / 1000} s`);
}

/** The data folder, and what root's installations keep outside it. */
function removeData(data: string): void {
  const instance = path.join(data, 'instance.json');
  if (existsSync(instance)) {
    const { id } = JSON.parse(readFileSync(instance, 'utf8')) as { id: string };
    remove(path.join('/var/lib/loa', id));
  }
  remove(data);
}

/** What the office left running, such as a picture being made, may still write there for a moment. */
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
