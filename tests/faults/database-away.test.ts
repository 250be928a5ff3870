// The database is stopped while people read: public pages go on, writes get a clear message, everything
// recovers, and no page of one commune or of somebody signed in is ever given to another.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passwordOf } from '../support/browser-people.server.ts';
import {
  startThrowAwayCluster,
  type ThrowAwayCluster,
} from '../support/throw-away-cluster.server.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
/** `LOA_AWAY_SECONDS=60` for a whole minute; every check has to fit into 25. */
const AWAY_MS = Number(process.env['LOA_AWAY_SECONDS'] ?? 20) * 1000;
const READERS = 6;
const OTHER_HOST = 'an-binh.example';
const OTHER_NAME = 'An Bình';
const OWN_NAME = 'Tiền Tiến';
/** Whose page it is, by the host it was asked of. */
const HERE = { host: undefined, own: OWN_NAME, other: OTHER_NAME };
const THERE = { host: OTHER_HOST, own: OTHER_NAME, other: OWN_NAME };
const PUBLIC = ['/', '/cai-cach-hanh-chinh', '/duong-day-nong', '/lien-he', '/rss.xml'];
const data = mkdtempSync(path.join(tmpdir(), 'loa-away-'));

let cluster: ThrowAwayCluster;
let office: ChildProcess;
let url = '';
let words = '';

beforeAll(async () => {
  cluster = await startThrowAwayCluster('loa');
  ({ office, url, words } = await startOffice());
  await run(
    ...['commune', 'add', '--ten', `xã ${OTHER_NAME}`, '--ten-mien', OTHER_HOST],
    ...['--dia-chi', `Thôn Một, xã ${OTHER_NAME}`, '--dien-thoai', '02203 000 000'],
  );
}, 300_000);

afterAll(async () => {
  const ended = new Promise((resolve) => office.once('exit', resolve));
  office.kill('SIGTERM');
  await ended;
  await cluster.remove();
  rmSync(data, { recursive: true, force: true });
});

test('a while without the database', async () => {
  const session = await signIn();
  // Each page is asked for once, so that there is a last good one of it.
  for (const { host } of [HERE, THERE]) {
    for (const page of PUBLIC) expect((await ask(page, { host })).status, page).toBe(200);
  }
  const faults: string[] = [];
  const seen = { fresh: 0, stale: 0, desk: 0, refused: 0 };
  let phase: 'there' | 'away' | 'changing' = 'there';
  const ending = new AbortController();
  const readers = Array.from({ length: READERS }, (_, index) => read(index));
  const person = work();
  await sleep(2_000);
  phase = 'changing';
  await cluster.stop();
  await sleep(2_000);
  phase = 'away';
  await whileAway();
  await sleep(AWAY_MS);
  phase = 'changing';
  await cluster.startAgain();
  await recovered();
  phase = 'there';
  await sleep(2_000);
  ending.abort();
  await Promise.all([...readers, person]);
  console.log(`${AWAY_MS / 1000} s without the database:`, seen);
  expect([...new Set(faults)]).toEqual([]);
  expect(seen.fresh).toBeGreaterThan(0);
  expect(seen.stale).toBeGreaterThan(0);
  expect(seen.desk).toBeGreaterThan(0);
  expect(seen.refused).toBeGreaterThan(0);

  async function read(index: number): Promise<void> {
    for (let turn = index; !ending.signal.aborted; turn += 1) {
      const { host, own, other } = turn % 2 === 0 ? HERE : THERE;
      const page = PUBLIC[Math.floor(turn / 2) % PUBLIC.length] ?? '/';
      const before = phase;
      // A query nobody knows may not lead past the kept page.
      const answer = await ask(`${page}?x=${turn}`, { host });
      const of = `${own}${page} (${before}): ${answer.status}`;
      if (answer.status !== 200) faults.push(of);
      if (!answer.text.includes(own)) faults.push(`${of}, not a page of ${own}`);
      if (answer.text.includes(other)) faults.push(`${of}, a page of ${other}`);
      if (answer.text.includes('Đăng xuất')) faults.push(`${of}, somebody's page of the desk`);
      if (before !== phase || before === 'changing') continue;
      const isStale = answer.headers['warning'] !== undefined;
      if (isStale !== (before === 'away')) faults.push(`${of}, warning: ${isStale}`);
      if (isStale) seen.stale += 1;
      else seen.fresh += 1;
      await sleep(5);
    }
  }

  async function work(): Promise<void> {
    while (!ending.signal.aborted) {
      const before = phase;
      const answer = await ask('/lam-viec', { session });
      if (before === phase && before === 'there') {
        if (answer.status !== 200) faults.push(`desk: ${answer.status}`);
        else if (!answer.text.includes('Đăng xuất')) faults.push('desk: not a page of the desk');
        seen.desk += 1;
      }
      if (before === phase && before === 'away') {
        if (answer.status !== 503) faults.push(`desk, away: ${answer.status}`);
        if (!answer.text.includes('tạm thời không trả lời'))
          faults.push('desk, away: no clear words');
        seen.refused += 1;
      }
      await sleep(100);
    }
  }

  async function whileAway(): Promise<void> {
    const health = await ask('/suc-khoe');
    expect(health.status).toBe(200);
    expect(JSON.parse(health.text)).toEqual({ status: 'degraded', database: false });
    expect((await ask('/suc-khoe/san-sang')).status).toBe(503);
    const form = new URLSearchParams({ login: 'noi-vu', password: 'một mật khẩu' });
    const refused = await ask('/dang-nhap', { body: form.toString() });
    expect(refused.status).toBe(503);
    expect(refused.text).toContain('chưa đọc hay lưu được gì');
    // What was typed stands in its field again.
    expect(refused.text).toContain('value="noi-vu"');
    const search = await ask('/tim-kiem?q=khai+sinh');
    expect(search.status).toBe(503);
    expect(search.text).toContain('tạm thời không trả lời');
  }
}, 300_000);

/** Until reads and writes are answered again; the trial's own limit ends a wait in vain. */
async function recovered(): Promise<void> {
  for (;;) {
    const ready = await ask('/suc-khoe/san-sang');
    const { headers } = await ask('/');
    if (ready.status === 200 && headers['warning'] === undefined) return;
    await sleep(200);
  }
}

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

function ask(
  where: string,
  { host, session, body }: { host?: string | undefined; session?: string; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const target = new URL(where, url);
    const headers = {
      host: host ?? target.host,
      ...(session && { cookie: session }),
      ...(body !== undefined && {
        origin: target.origin,
        accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(body)),
      }),
    };
    const asked = request(
      target,
      { method: body === undefined ? 'GET' : 'POST', headers },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
        answer.on('error', reject);
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}

async function signIn(): Promise<string> {
  const password = passwordOf('noi-vu', words);
  const form = new URLSearchParams({ login: 'noi-vu', password });
  const answer = await ask('/dang-nhap', { body: form.toString() });
  expect(answer.status).toBe(303);
  return [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((each) => each.split(';')[0])
    .join('; ');
}

async function startOffice() {
  const child = spawn(process.execPath, [path.join(PROJECT, 'bin/loa.mjs'), 'start'], {
    cwd: PROJECT,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const found = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const address = /^Loa đang chạy: (http:\S+)/m.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the office ended (${code}):\n${said}`)));
  });
  return { office: child, url: found, words: said };
}

async function run(...command: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [path.join(PROJECT, 'cli/main.ts'), ...command], {
    cwd: PROJECT,
    env: environment(),
  });
}

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LOA_DATA: data,
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: addressOf(cluster.app),
    DATABASE_OWNER_URL: addressOf(cluster.owner),
  };
}

function addressOf({ user, password, host, port, database }: pg.PoolConfig): string {
  const place = new URLSearchParams({ host: String(host), port: String(port) });
  return `postgres://${user}:${String(password)}@/${database}?${place}`;
}
