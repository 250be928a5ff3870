// Tests of the lock that keeps a second Loa off a data folder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findHolder, takeLock } from './lock.server.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'loa-lock-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it('one holds it, the other learns who', () => {
  const lock = takeLock(home, 'start');
  expect(takeLock(home, 'verify')).toBeUndefined();
  lock?.describe({ command: 'start', serves: true, ready: true, url: 'http://127.0.0.1:1/' });
  expect(findHolder(home)).toEqual({
    pid: process.pid,
    command: 'start',
    serves: true,
    ready: true,
    url: 'http://127.0.0.1:1/',
  });
  lock?.release();
  expect(findHolder(home)).toBeUndefined();
  const next = takeLock(home, 'verify');
  expect(next).toBeDefined();
  next?.release();
});

it('is free again when its holder was killed', async () => {
  const script = `
    const { takeLock } = await import(${JSON.stringify(path.join(import.meta.dirname, 'lock.server.ts'))});
    globalThis.held = takeLock(${JSON.stringify(home)}, 'start');
    console.log(held ? 'held' : 'refused');
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const [said] = await once(holder.stdout, 'data');
  expect(String(said).trim()).toBe('held');
  expect(takeLock(home, 'verify')).toBeUndefined();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const lock = takeLock(home, 'verify');
  expect(lock).toBeDefined();
  lock?.release();
});
