// A whole office for the browser journeys, started the way people start it, on a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const READY = /^Loa đang chạy: (http:\S+)/m;

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the office's home page, with a slash at the end. */
    officeUrl: string;
    /** Everything `loa start` printed until it was ready: the demo passwords are in it. */
    officeWords: string;
  }
}

/** Vitest's global set-up: provides `officeUrl` and `officeWords`, and returns what ends the office. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(path.join(tmpdir(), 'loa-office-'));
  const { child, words, url } = await startOffice(data).catch((error: unknown) => {
    removeData(data);
    throw error;
  });
  project.provide('officeUrl', url);
  project.provide('officeWords', words);
  return async () => {
    await endOffice(child);
    removeData(data);
  };
}

interface Office {
  readonly child: ChildProcess;
  readonly words: string;
  readonly url: string;
}

async function startOffice(data: string): Promise<Office> {
  const child = spawn(process.execPath, [path.join(PROJECT, 'bin/loa.mjs'), 'start'], {
    cwd: PROJECT,
    env: { ...process.env, LOA_DATA: data, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let words = '';
  return await new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      words += chunk;
      const url = READY.exec(words)?.[1];
      if (url) resolve({ child, words, url });
    });
    child.once('exit', (code) =>
      reject(new Error(`the office ended (${code}) before it was ready:\n${words}`)),
    );
  });
}

async function endOffice(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await ended;
}

/** The data folder, and what root's installations keep outside it. */
function removeData(data: string): void {
  const instance = path.join(data, 'instance.json');
  if (existsSync(instance)) {
    const { id } = JSON.parse(readFileSync(instance, 'utf8')) as { id: string };
    rmSync(path.join('/var/lib/loa', id), { recursive: true, force: true });
  }
  rmSync(data, { recursive: true, force: true });
}
