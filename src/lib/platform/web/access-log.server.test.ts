import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { openAccessLog } from './access-log.server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'loa-access-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MONDAY = Date.parse('2023-06-26T10:00:00+07:00');
const DAY = 86_400_000;
const line = { method: 'GET', path: '/tin?q=nobody', status: 200, ms: 1.23, kind: 'kept' };

it('notes answers by weekday, each line whole, and drops what is a week old', async () => {
  let now = MONDAY;
  const old = path.join(folder, 'truy-cap-2.log');
  const first = openAccessLog(folder, () => now);
  writeFileSync(old, 'last week\n');
  utimesSync(old, new Date(MONDAY - 6 * DAY), new Date(MONDAY - 6 * DAY));
  first.write({ ...line, path: '/tin' });
  now += DAY;
  first.write({ ...line, path: '/xac-nhan/q8J2mZx0Tn5cVb7Rk1LwPd3Hs6Yf9Ga4' });
  await vi.waitFor(() => expect(readdirSync(folder)).toContain('truy-cap-2.log'));
  first.close();
  await vi.waitFor(() => {
    const all = readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('');
    expect(all).not.toContain('last week');
    const lines = all
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each) as Record<string, unknown>);
    expect(lines.map(({ path }) => path)).toEqual(['/tin', '/xac-nhan/…']);
    expect(Object.keys(lines[0] ?? {})).toEqual(['at', 'method', 'path', 'status', 'ms', 'kind']);
  });
});
