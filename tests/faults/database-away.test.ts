// The database is stopped while people read: public pages go on, writes get a clear message, everything
// recovers, and no page of one commune or of somebody signed in is ever given to another.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  startThrowAwayCluster,
  type ThrowAwayCluster,
} from '../support/throw-away-cluster.server.ts';
import {
  runCommand,
  startTrialOffice,
  trialEnvironment,
  type TrialOffice,
} from '../support/trial-office.server.ts';

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
let office: TrialOffice;

beforeAll(async () => {
  cluster = await startThrowAwayCluster('loa');
  const env = trialEnvironment(cluster, data);
  office = await startTrialOffice(env);
  await runCommand(
    env,
    ...['commune', 'add', '--ten', `xã ${OTHER_NAME}`, '--ten-mien', OTHER_HOST],
    ...['--dia-chi', `Thôn Một, xã ${OTHER_NAME}`, '--dien-thoai', '02203 000 000'],
  );
}, 300_000);

afterAll(async () => {
  await office.end();
  await cluster.remove();
  rmSync(data, { recursive: true, force: true });
});

test('a while without the database', async () => {
  const { ask } = office;
  const session = await office.signIn('noi-vu');
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
    const { ask } = office;
    const ready = await ask('/suc-khoe/san-sang');
    const { headers } = await ask('/');
    if (ready.status === 200 && headers['warning'] === undefined) return;
    await sleep(200);
  }
}
