// Tests of the door: which Node it takes, and that it passes arguments and exit codes on.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const DOOR = path.join(import.meta.dirname, 'loa.mjs');

/** Runs the door as if this Node were another version. */
function runDoor(args: string[], pretended?: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${pretended}' } })`;
  const preload = pretended
    ? ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`]
    : [];
  return spawnSync(process.execPath, [...preload, DOOR, ...args], { encoding: 'utf8' });
}

it('refuses a Node that is too old, and says which one is wanted', () => {
  const done = runDoor(['--help'], '18.19.0');
  expect(done.status).toBe(1);
  expect(done.stderr).toContain('Loa cần Node.js từ 20 trở lên; máy đang dùng 18.19.0');
});

it.each([['20.19.0'], [undefined]])('lists the commands (Node %s)', (version) => {
  const done = runDoor(['--help'], version);
  expect(done.stderr).toBe('');
  expect(done.stdout).toContain('loa start');
  expect(done.status).toBe(0);
});

it.each([['20.19.0'], [undefined]])('passes a wrong use on as exit code 2 (Node %s)', (version) => {
  const done = runDoor(['strat'], version);
  expect(done.stderr).toContain('Ý bạn là: loa start?');
  expect(done.status).toBe(2);
});

it('asks for the same nursery whether it hands over or runs by itself', () => {
  const door = readFileSync(DOOR, 'utf8');
  const flags = /NODE_FLAGS = \['([^']+)'\]/.exec(door)?.[1] ?? 'none';
  expect(flags).toMatch(/^--max-semi-space-size=\d+$/);
  expect(door.split('\n')[0]).toBe(`#!/usr/bin/env -S node ${flags}`);
  const { scripts } = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8'),
  );
  expect(scripts.start).toBe(`node ${flags} bin/loa.mjs start`);
});
