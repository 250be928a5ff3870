// Answering from memory: one making for many, encodings, "not modified", the last good page while the
// database is away, and nothing kept of what isn't for everybody.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeIngredients } from './ingredients.ts';
import { KeptPages } from './kept-pages.server.ts';

let server: Server;
let kept: KeptPages;
let now = 0;
let version = 1;
let until = 1000;
let made: string[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const TEXT = `Niêm yết công khai thủ tục hành chính. ${'đủ, rõ, đúng '.repeat(400)}`;

function page(request: IncomingMessage, response: ServerResponse): void {
  made.push(request.url ?? '');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  const from = {
    communeId: 'a',
    version,
    factsVersion: version,
    validUntil: until,
    tables: ['act'],
    ledByQuery: request.url?.startsWith('/cu') === true,
  };
  response.setHeader('x-loa-page', writeIngredients(from));
  response.writeHead(200);
  response.end(`${TEXT}${request.url}`);
}

beforeEach(async () => {
  [now, version, until, made, answer] = [0, 1, 1000, [], page];
  const addresses = {
    words: { trang: /^\d$/ },
    mayKeep: (path: string) => path !== '/rieng',
    isFormerQuery: (query: URLSearchParams) => query.has('p'),
    variantOf: (cookies: string | undefined) => (cookies?.includes('chu=lon') ? 'lon' : ''),
  };
  kept = new KeptPages({ addresses, bytes: 1e8, now: () => now });
  kept.reachable(true);
  const ways = {
    make: (request: IncomingMessage, response: ServerResponse) => answer(request, response),
    compress: (_: IncomingMessage, __: ServerResponse, send: () => void) => send(),
  };
  server = createServer((request, response) => void kept.answer(request, response, ways));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, path, headers, method, host: '127.0.0.1' }, (got) => {
      const chunks: Buffer[] = [];
      got.on('data', (chunk: Buffer) => chunks.push(chunk));
      got.on('end', () =>
        resolve({ status: got.statusCode ?? 0, headers: got.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Until the compressed copies are there. */
async function compressed(path: string): Promise<Answer> {
  for (;;) {
    const got = await ask(path, { 'accept-encoding': 'br' });
    if (got.headers['content-encoding'] === 'br') return got;
  }
}

describe('a page that may be kept', () => {
  it('is made once for all who ask at the same time, and for those after', async () => {
    const [one, two] = await Promise.all([ask('/'), ask('/')]);
    const three = await ask('/?utm_source=zalo');
    expect(made).toEqual(['/']);
    expect([one, two, three].map((each) => each.body.toString())).toEqual(
      Array(3).fill(`${TEXT}/`),
    );
    expect(one.headers['x-loa-page']).toBeUndefined();
    expect(three.headers['x-loa-page']).toBeUndefined();
  });

  it('goes out in the encoding the reader takes', async () => {
    await ask('/');
    const br = await compressed('/');
    expect(brotliDecompressSync(br.body).toString()).toBe(`${TEXT}/`);
    const gz = await ask('/', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(gz.body).toString()).toBe(`${TEXT}/`);
    expect(gz.headers['vary']).toBe('accept-encoding');
    expect(gz.headers['etag']).not.toBe(br.headers['etag']);
  });

  it('is not sent again to who has it', async () => {
    await ask('/');
    const { headers } = await ask('/');
    const again = await ask('/', { 'if-none-match': `"other", W/${String(headers['etag'])}` });
    expect([again.status, again.body.byteLength]).toEqual([304, 0]);
    expect(again.headers['content-type']).toBeUndefined();
  });

  it('is known again by the mark it first went out with, in whatever encoding', async () => {
    const first = await ask('/');
    const br = await compressed('/');
    for (const { headers } of [first, br]) {
      const again = await ask('/', { 'if-none-match': String(headers['etag']) });
      expect(again.status).toBe(304);
    }
  });

  it('is whole for who waits behind one that has it already', async () => {
    const asked = Promise.all([ask('/', { 'if-none-match': '*' }), ask('/')]);
    expect((await asked).map(({ status }) => status)).toEqual([304, 200]);
  });

  it('is not sent again when it was made anew and reads as before', async () => {
    const { headers } = await ask('/');
    version = 2;
    kept.changed({ communeId: 'a', version: 2, tables: ['act'] });
    const again = await ask('/', { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.body.byteLength, made.length]).toEqual([304, 0, 2]);
    expect(again.headers['content-type']).toBeUndefined();
  });

  it('is made anew when the day has turned, once', async () => {
    await ask('/');
    now = 1000;
    until = 2000;
    await ask('/');
    await ask('/');
    expect(made).toHaveLength(2);
  });

  it('answers HEAD without a body', async () => {
    await ask('/');
    const head = await ask('/', {}, 'HEAD');
    expect(head.body.byteLength).toBe(0);
    expect(Number(head.headers['content-length'])).toBe(Buffer.byteLength(`${TEXT}/`));
  });

  it('answers who asks only about it as who wants it, kept or not, and is kept for both', async () => {
    const [head, whole] = [await ask('/a', {}, 'HEAD'), await ask('/b')];
    expect([head.status, head.body.byteLength, made]).toEqual([200, 0, ['/a', '/b']]);
    const { etag } = head.headers;
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '', etag });
    // Made for a question about it, it is there for who wants it.
    const kept = [await ask('/a'), await ask('/a', {}, 'HEAD')] as const;
    expect(kept[0].body.toString()).toBe(`${TEXT}/a`);
    expect({ ...kept[1].headers, date: '' }).toEqual({ ...kept[0].headers, date: '' });
    expect(made).toEqual(['/a', '/b']);
  });

  it('is one page however its address is spelt and whatever hangs on it', async () => {
    await ask('/tin');
    for (let at = 0; at < 50; at += 1) await ask(`/tin?a${at}=${'x'.repeat(at * 100)}`);
    await ask('/t%69n');
    await ask('/%74in?x');
    expect(made).toEqual(['/tin']);
    expect(kept.figures().pages).toBe(1);
  });

  it('leaves no trace in memory under names that are none of its own', async () => {
    for (const path of [
      '/a/../tin',
      '/%2e/tin',
      '/tin%2F',
      '/tin?trang=x',
      '/tin?trang=1&trang=2',
    ]) {
      expect((await ask(path)).headers['x-loa-page'], path).toBeUndefined();
    }
    expect(kept.figures().pages).toBe(0);
  });

  it('is made anew after a change to what it was made of', async () => {
    await ask('/');
    version = 2;
    kept.changed({ communeId: 'a', version: 2, tables: ['act'] });
    await ask('/');
    await ask('/');
    expect(made).toHaveLength(2);
  });

  it('is kept apart for each host and page of a list', async () => {
    await ask('/', { host: 'xa-mot.example' });
    await ask('/', { host: 'xa-hai.example' });
    await ask('/?trang=2', { host: 'xa-hai.example' });
    expect(made).toEqual(['/', '/', '/?trang=2']);
  });
});

describe('a page that readers may have in another look', () => {
  const large = { cookie: 'a=1; chu=lon' };
  beforeEach(() => {
    answer = (request, response) => {
      response.setHeader('vary', 'cookie');
      page(request, response);
    };
  });

  it('is made once for each look, and never given in another', async () => {
    const [plain, other, own] = [await ask('/'), await ask('/', large), await ask('/')];
    await ask('/', { cookie: 'b=2' });
    await ask('/', large);
    expect(made).toEqual(['/', '/']);
    for (const { headers } of [plain, other, own]) expect(headers['vary']).toContain('cookie');
    expect(own.headers['vary']).toBe('accept-encoding, cookie');
  });

  it('goes stale in every look', async () => {
    await ask('/', large);
    version = 2;
    kept.changed({ communeId: 'a', version: 2, tables: ['act'] });
    await ask('/', large);
    expect(made).toHaveLength(2);
  });

  it('is given in the usual look rather than not at all', async () => {
    await ask('/');
    kept.changed({ communeId: 'a', version: 2, tables: ['act'] });
    answer = (_, response) => void response.writeHead(500).end('failed');
    expect((await ask('/', large)).body.toString()).toBe(`${TEXT}/`);
    kept.reachable(false);
    expect((await ask('/', large)).status).toBe(200);
  });
});

describe('what is not kept', () => {
  it.each(['POST', 'PUT'])('%s goes through', async (method) => {
    await ask('/', {}, method);
    await ask('/', {}, method);
    expect(made).toHaveLength(2);
  });

  it('a private address', async () => {
    await ask('/rieng');
    await ask('/rieng');
    expect(made).toHaveLength(2);
  });

  it('an answer that does not say what it was made of', async () => {
    answer = (request, response) => {
      made.push(request.url ?? '');
      response.setHeader('set-cookie', 'a=1');
      response.end('own');
    };
    expect((await ask('/')).headers['set-cookie']).toEqual(['a=1']);
    await ask('/');
    expect(made).toHaveLength(2);
  });

  it('an answer whose mark the reader sends back, which isn’t sent again', async () => {
    answer = (request, response) => {
      made.push(request.url ?? '');
      response.setHeader('content-type', 'text/html');
      response.setHeader('etag', '"1x2y3z"');
      response.end('own');
    };
    expect((await ask('/', { 'if-none-match': '"other"' })).body.toString()).toBe('own');
    for (const mark of ['"1x2y3z"', 'W/"1x2y3z"', '"other", "1x2y3z"']) {
      const again = await ask('/', { 'if-none-match': mark });
      expect([again.status, again.body.byteLength]).toEqual([304, 0]);
      expect(again.headers['content-type']).toBeUndefined();
    }
    expect(made).toHaveLength(4);
  });

  it('an answer for one, which nobody who asks at the same time is given', async () => {
    let number = 0;
    answer = (_, response) => {
      number += 1;
      response.setHeader('set-cookie', `own=${number}`);
      setTimeout(() => response.end('own'), 20);
    };
    const answers = await Promise.all([ask('/'), ask('/')]);
    const cookies = answers.map(({ headers }) => String(headers['set-cookie'])).sort();
    expect(cookies).toEqual(['own=1', 'own=2']);
  });

  it('an answer too heavy to hold, which still arrives whole', async () => {
    const heavy = Buffer.alloc(3 * 1024 * 1024, 'x');
    answer = (_, response) => void response.end(heavy);
    expect((await ask('/')).body.byteLength).toBe(heavy.byteLength);
  });
});

describe('while the database is away', () => {
  it('the last good page is given and says so, for a quarter of an hour', async () => {
    await ask('/');
    kept.changed({ communeId: 'a', version: 2, tables: ['act'] });
    kept.reachable(false);
    now = 10_000;
    const stale = await ask('/');
    expect(stale.headers['warning']).toContain('110');
    expect(stale.headers['age']).toBe('10');
    now = 15 * 60_000 + 1;
    answer = (_, response) => void response.writeHead(503).end('unavailable');
    expect((await ask('/x')).status).toBe(503);
  });

  it('also before anybody noticed, when making it anew fails', async () => {
    await ask('/');
    kept.changed({ communeId: 'a', version: 2, tables: ['act'] });
    answer = (_, response) => void response.writeHead(500).end('failed');
    const got = await ask('/');
    expect([got.status, got.body.toString()]).toEqual([200, `${TEXT}/`]);
  });

  it('a page that was deleted is not given', async () => {
    await ask('/');
    kept.deleteCommune('a', 2);
    kept.reachable(false);
    answer = (_, response) => void response.writeHead(503).end('unavailable');
    expect((await ask('/')).status).toBe(503);
  });

  it('all is dropped once it is back', async () => {
    await ask('/');
    kept.reachable(false);
    kept.reachable(true);
    await ask('/');
    expect(made).toHaveLength(2);
  });
});

describe('an address of a former site, told apart by words that no page knows', () => {
  /** Answers as the portal does: the whole address leads elsewhere than the bare one, or nothing is there. */
  let counted: string[] = [];
  const leads: Record<string, string> = { '/bai?id=4': '/tin/bon', '/bai': '/tin' };
  beforeEach(() => {
    counted = [];
    answer = (request, response) => {
      const url = request.url ?? '';
      made.push(url);
      const to = leads[url];
      if (to !== undefined) {
        response.setHeader('location', to);
        return void response.writeHead(301).end();
      }
      if (request.headers['x-loa-cut'] === undefined) counted.push(url);
      setTimeout(() => response.writeHead(404).end(`nothing at ${url}`), 20);
    };
  });

  it('leads where the whole address leads, and bare where the bare one does', async () => {
    expect((await ask('/bai?id=4')).headers['location']).toBe('/tin/bon');
    expect((await ask('/bai')).headers['location']).toBe('/tin');
    const both = await Promise.all([ask('/bai?id=4'), ask('/bai')]);
    expect(both.map(({ headers }) => headers['location'])).toEqual(['/tin/bon', '/tin']);
  });

  it('is missed once for each who asks, under the address they asked for', async () => {
    const { status, body } = await ask('/mat?id=7');
    expect([status, body.toString()]).toEqual([404, 'nothing at /mat?id=7']);
    expect(counted).toEqual(['/mat?id=7']);
    await ask('/mat');
    expect(counted).toEqual(['/mat?id=7', '/mat']);
  });

  it('is missed once for each of those who ask at the same time', async () => {
    const asked = ['/mat?id=7', '/mat?id=7', '/mat', '/mat?id=8'];
    const answers = await Promise.all(asked.map((path) => ask(path)));
    expect(answers.map(({ body }) => body.toString())).toEqual(
      asked.map((path) => `nothing at ${path}`),
    );
    expect(counted.sort()).toEqual(asked.sort());
  });

  it('counts whatever a reader’s own headers say', async () => {
    await ask('/mat', { 'x-loa-cut': '1' });
    await ask('/mat', { 'x-loa-cut': '1' }, 'HEAD');
    expect(counted).toEqual(['/mat', '/mat']);
  });

  it('takes nothing from a page that is there: made once, whatever words nobody knows', async () => {
    answer = page;
    await Promise.all(['/tin?id=1', '/tin?id=2', '/tin'].map((path) => ask(path)));
    expect(made).toEqual(['/tin']);
  });

  it('is asked for whole under a page where such addresses were, and nowhere else once that is known', async () => {
    answer = page;
    for (const path of ['/tin', '/cu']) await ask(path);
    for (const path of ['/tin?p=1', '/tin?p=2', '/cu?p=1', '/cu?p=1', '/cu?x=1']) await ask(path);
    expect(made).toEqual(['/tin', '/cu', '/cu?p=1', '/cu?p=1']);
  });

  it('is asked for whole as long as nobody knows what the page is', async () => {
    answer = page;
    await ask('/tin?p=1');
    expect(made).toEqual(['/tin?p=1']);
  });

  it('is asked for whole once the page may have changed, such as by a line that was just declared', async () => {
    answer = page;
    await ask('/tin');
    kept.changed({ communeId: 'a', version: 2, tables: ['act'] });
    await ask('/tin?p=1');
    expect(made).toEqual(['/tin', '/tin?p=1']);
  });

  it('is the last good page while the database is away', async () => {
    answer = page;
    await ask('/tin');
    kept.reachable(false);
    expect((await ask('/tin?p=1')).status).toBe(200);
    expect(made).toEqual(['/tin']);
  });
});
