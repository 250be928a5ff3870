// An office to measure: started the way people start it, on a throw-away data folder.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '..');
const READY = /^Loa đang chạy: (http:\S+)/m;

export interface BenchOffice {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the command to the first page received whole. */
  readonly firstPageMs: number;
  stop(): Promise<void>;
}

/** Starts `loa start` on the data folder and waits for its first page. */
export async function startOffice(data: string, env: NodeJS.ProcessEnv = {}): Promise<BenchOffice> {
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(PROJECT, 'bin/loa.mjs'), 'start'], {
    cwd: PROJECT,
    env: { ...process.env, LOA_DATA: data, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readUrl(child);
  const page = await fetch(url);
  await page.arrayBuffer();
  if (!page.ok) throw new Error(`the home page answered ${page.status}`);
  return {
    url,
    pid: child.pid ?? 0,
    firstPageMs: performance.now() - started,
    stop: () => end(child),
  };
}

function readUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      words += chunk;
      const url = READY.exec(words)?.[1];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`the office ended (${code}):\n${words}`)));
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** Proportional set size of the process and everything it started, in megabytes (Linux). */
export function treeMemory(pid: number): number {
  let kilobytes = 0;
  for (const each of [pid, ...descendants(pid)]) {
    try {
      const rollup = readFileSync(`/proc/${each}/smaps_rollup`, 'utf8');
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      // It ended between being listed and being read.
    }
  }
  return kilobytes / 1024;
}

function descendants(pid: number): number[] {
  let children: number[];
  try {
    children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** Removes the data folder and what root's installations keep outside it. */
export function removeOffice(data: string): void {
  const { id } = JSON.parse(readFileSync(path.join(data, 'instance.json'), 'utf8')) as {
    id: string;
  };
  if (/^[0-9a-f]{12}$/.test(id)) {
    rmSync(path.join('/var/lib/loa', id), { recursive: true, force: true });
  }
  rmSync(data, { recursive: true, force: true });
}
