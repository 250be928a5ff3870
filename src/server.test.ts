// The entry in front of the pages: whose word on addresses counts, what it refuses unread, and how it marks what it
// squeezes.
import { connect } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { KeptPages } from '#lib/platform/index.server.ts';
import { ApiProblem } from '#lib/portal/index.ts';
import { startServer, type RunningServer } from './server.ts';

/** Pages that tell what reached them. */
const PAGES = `export function handler(request, response) {
  let size = 0;
  // What the pages say of one that may be kept: commune, versions, until when, tables.
  if (request.url === '/danh-dau') {
    response.setHeader('etag', '"a"');
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify({ text: 'a'.repeat(4000) }));
  }
  if (request.url === '/giu') response.setHeader('x-loa-page', 'a;1;1;9999999999999;act');
  request.on('data', (chunk) => { size += chunk.length; });
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ...request.headers, size }));
  });
}`;

let build = '';
let running: RunningServer | undefined;

beforeAll(() => {
  build = mkdtempSync(path.join(tmpdir(), 'loa-entry-'));
  writeFileSync(path.join(build, 'package.json'), '{"type":"module"}');
  writeFileSync(path.join(build, 'handler.js'), PAGES);
});
afterEach(async () => {
  await running?.close();
  vi.unstubAllEnvs();
});
afterAll(() => rmSync(build, { recursive: true }));

function ask(
  where: string,
  headers: Record<string, string>,
  body?: Buffer,
): Promise<{ status: number; told: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const url = new URL(where, running?.url);
    const asked = httpRequest(url, { method: body ? 'POST' : 'GET', headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const told = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
        resolve({ status: answer.statusCode ?? 0, told });
      });
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

const CLAIMS = {
  'x-forwarded-for': '203.0.113.9, 198.51.100.7',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'xa-khac.example',
  'x-loa-client': '192.0.2.1',
};

it('believes no forwarding header that nobody vouched for', async () => {
  running = await startServer({ host: '127.0.0.1', port: 0, build });
  const { told } = await ask('/', CLAIMS);
  expect(told['x-loa-client']).toBe('127.0.0.1');
  expect(told['x-forwarded-proto']).toBe('http');
  expect(told['x-forwarded-host']).toBeUndefined();
  expect(told['host']).toBe(new URL(running.url).host);
});

it('behind a declared proxy takes the address the proxy added last', async () => {
  vi.stubEnv('LOA_TRUST_PROXY', '1');
  running = await startServer({ host: '127.0.0.1', port: 0, build });
  const { told } = await ask('/', CLAIMS);
  expect(told).toMatchObject({
    'x-loa-client': '198.51.100.7',
    'x-forwarded-proto': 'https',
    host: 'xa-khac.example',
  });
});

it('writes a host in its one form, and asks no page where none is named', async () => {
  running = await startServer({ host: '127.0.0.1', port: 0, build });
  const { told } = await ask('/', { host: 'XA.Example:0080' });
  expect(told['host']).toBe('xa.example');
  for (const host of ['a@xa.example', 'xa.example/tin', `${'a'.repeat(5000)}.example`]) {
    expect(await ask('/', { host })).toEqual({ status: 400, told: {} });
  }
});

it('takes heavy bodies at the desk only, and none of unknown size elsewhere', async () => {
  running = await startServer({ host: '127.0.0.1', port: 0, build });
  const heavy = Buffer.alloc(300 * 1024);
  const sized = { 'content-length': String(heavy.length) };
  const desk = await ask('/lam-viec/hoat-dong/moi', sized, heavy);
  expect(desk).toMatchObject({ status: 200, told: { size: heavy.length } });
  for (const where of ['/dang-nhap', '/thiet-lap', '/', '/lam-viec-gia']) {
    expect((await ask(where, sized, heavy)).status).toBe(413);
  }
  const small = Buffer.from('login=a');
  expect((await ask('/dang-nhap', { 'content-length': '7' }, small)).status).toBe(200);
  const unsized = { 'transfer-encoding': 'chunked' };
  expect((await ask('/dang-nhap', unsized, small)).status).toBe(413);
});

it('says in the language of the page that what was sent is too large', async () => {
  running = await startServer({ host: '127.0.0.1', port: 0, build });
  const sent = { method: 'POST', body: 'x'.repeat(300 * 1024) };
  const told = async (where: string) => {
    const answer = await fetch(new URL(where, running?.url), sent);
    expect(answer.status).toBe(413);
    return answer.text();
  };
  expect(await told('/lay-y-kien/rac/gop-y')).toContain('rút gọn rồi gửi lại');
  expect(await told('/en/consultations/rac/comment')).toContain('shorten it and send it again');
});

it('refuses half a gigabyte at the desk before it comes, in words that say what to do', async () => {
  running = await startServer({ host: '127.0.0.1', port: 0, build });
  const { port } = new URL(running.url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      // The head alone: nothing of the body is ever sent.
      socket.write(
        'POST /lam-viec/hoat-dong/moi HTTP/1.1\r\nHost: xa.example\r\nContent-Length: 524288000\r\n\r\n',
      );
    });
    let told = '';
    socket.on('data', (piece) => (told += piece.toString()));
    socket.on('end', () => resolve(told));
    socket.on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('nặng 500 MB, quá 96 MB');
  expect(answer).toContain('những gì đã gõ vẫn còn');
});

it.each([true, false])(
  'marks what it squeezes as the same content in other bytes',
  async (isKept) => {
    const kept = isKept
      ? new KeptPages({ addresses: { words: {}, mayKeep: () => false }, bytes: 0 })
      : undefined;
    running = await startServer({ host: '127.0.0.1', port: 0, build, kept });
    const where = new URL('/danh-dau', running.url);
    const marks = [];
    for (const wish of ['gzip', 'br', 'identity']) {
      const answer = await fetch(where, { headers: { 'accept-encoding': wish } });
      expect(await answer.json()).toEqual({ text: 'a'.repeat(4000) });
      marks.push([answer.headers.get('content-encoding'), answer.headers.get('etag')]);
    }
    expect(marks).toEqual([
      ['gzip', 'W/"a"'],
      ['br', 'W/"a"'],
      [null, '"a"'],
    ]);
  },
);

it('says how often a client behind the declared proxy may ask, and asks no more of the pages', async () => {
  vi.stubEnv('LOA_TRUST_PROXY', '1');
  running = await startServer({ host: '127.0.0.1', port: 0, build });
  const from = { 'x-forwarded-for': '203.0.113.9' };
  const sent = Buffer.from('a=1');
  const answers = [];
  for (let at = 0; at < 41; at += 1) answers.push((await ask('/gop-y', from, sent)).status);
  expect(answers.slice(0, 40).every((status) => status === 200)).toBe(true);
  expect(answers[40]).toBe(429);
  const other = await ask('/gop-y', { 'x-forwarded-for': '203.0.113.10' }, sent);
  expect(other.status).toBe(200);
});

it('refuses programs that read open data in its own form, for scripts of any site', async () => {
  vi.stubEnv('LOA_TRUST_PROXY', '1');
  running = await startServer({ host: '127.0.0.1', port: 0, build });
  const where = new URL('/api/v1/acts?trang=2', running.url);
  const heavy = await fetch(where, { method: 'POST', body: 'x'.repeat(300 * 1024) });
  const headers = { 'x-forwarded-for': '203.0.113.11' };
  let often = heavy;
  for (let at = 0; at < 241; at += 1) often = await fetch(where, { headers });
  for (const [answer, status, code] of [
    [heavy, 413, 'api.too-heavy'],
    [often, 429, 'api.too-often'],
  ] as const) {
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(ApiProblem.parse(await answer.json())).toMatchObject({ status, code });
  }
  expect(Number(often.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('counts what is made anew, never what is given from memory', async () => {
  vi.stubEnv('LOA_TRUST_PROXY', '1');
  const addresses = { words: {}, mayKeep: (where: string) => where === '/giu' };
  const kept = new KeptPages({ addresses, bytes: 1e6 });
  kept.reachable(true);
  running = await startServer({ host: '127.0.0.1', port: 0, build, kept });
  const from = { 'x-forwarded-for': '203.0.113.9' };
  const statuses = async (where: string, times: number) => {
    const seen = new Set<number>();
    for (let at = 0; at < times; at += 1) seen.add((await ask(where, from)).status);
    return [...seen];
  };
  expect(await statuses('/giu', 700)).toEqual([200]);
  expect(await statuses('/khac', 650)).toEqual([200, 429]);
  expect(await statuses('/giu', 5)).toEqual([200]);
});

it('shuts nobody out where all clients look the same', async () => {
  running = await startServer({ host: '127.0.0.1', port: 0, build });
  for (let at = 0; at < 41; at += 1) {
    expect((await ask('/gop-y', {}, Buffer.from('a=1'))).status).toBe(200);
  }
});

it('gives its figures to who knows the word, and nothing to others', async () => {
  vi.stubEnv('LOA_METRICS_TOKEN', 'mot-tu-dai');
  running = await startServer({ host: '127.0.0.1', port: 0, build });
  await ask('/', {});
  const at = new URL('/suc-khoe/so-do', running.url);
  expect((await fetch(at)).status).toBe(404);
  expect((await fetch(at, { headers: { authorization: 'Bearer other' } })).status).toBe(404);
  const figures = await fetch(at, { headers: { authorization: 'Bearer mot-tu-dai' } });
  expect(figures.status).toBe(200);
  expect(await figures.text()).toContain('loa_http_requests_total{kind="reading",status="2xx"} 1');
});
