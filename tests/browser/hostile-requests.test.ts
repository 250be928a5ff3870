// What no browser sends: parts of files, questions without an answer's body, hosts and wishes that are none,
// addresses that nobody made. Every answer is a plain one, and the office answers the next reader as before.
import { connect } from 'node:net';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterEach, describe, expect, inject, it } from 'vitest';

const office = inject('officeUrl');
const { hostname, port, host } = new URL(office);

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path, method, headers, agent: false }, (got) => {
      const chunks: Buffer[] = [];
      got.on('data', (chunk: Buffer) => chunks.push(chunk));
      got.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({ status: got.statusCode ?? 0, headers: got.headers, body });
      });
    });
    sent.once('error', reject);
    sent.end();
  });
}

/** Sends these very letters; what comes until the office hangs up, or two seconds are over. */
function send(letters: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(letters, 'latin1'));
    let told = '';
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('data', (piece) => (told += piece.toString('latin1')));
    socket.on('close', () => resolve(told));
    socket.on('error', reject);
  });
}
const statusOf = (told: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(told)?.[1]);

/** Without what tells the moment, such as whether it was made just now (a weak mark). */
function lasting({ headers }: Answer): IncomingHttpHeaders {
  return { ...headers, date: '', etag: strong(headers.etag) };
}
const strong = (mark: string | undefined) => String(mark).replace(/^W\//, '');

/** Where a page names a file of this form; pictures get theirs from a job. */
async function findHref(page: string, form: RegExp): Promise<string> {
  const read = async () => form.exec((await ask(page)).body.toString())?.[0];
  await expect.poll(read, { timeout: 30_000, interval: 500 }).toBeDefined();
  return String(await read());
}
const PICTURE = /\/tep\/[0-9a-f]{64}/;

afterEach(async () => {
  expect((await ask('/')).status).toBe(200);
});

describe('who asks only about it', () => {
  it.each([
    '/',
    '/tin',
    '/en/hotlines',
    '/rss.xml',
    '/sitemap.xml',
    '/lich.ics',
    '/thu-tuc.csv',
    '/api/v1/acts',
    '/tim-kiem?q=khai+sinh',
    '/khong-co-trang-nay',
    '/minh-hoa.css',
  ])('%s is told what the reader of it is told, without a body', async (path) => {
    await ask(path);
    const [head, whole] = [await ask(path, {}, 'HEAD'), await ask(path)];
    expect(head.status).toBe(whole.status);
    expect(head.body.byteLength).toBe(0);
    const { 'transfer-encoding': _, 'content-length': told, ...rest } = lasting(head);
    const { 'transfer-encoding': __, 'content-length': weight, ...other } = lasting(whole);
    expect(rest).toEqual(other);
    // Where the weight is known beforehand it is the right one.
    if (told !== undefined) expect(Number(told)).toBe(Number(weight ?? whole.body.byteLength));
  });

  it('about a file too, which comes in parts to who wants parts', async () => {
    const file = await findHref('/tin', PICTURE);
    const whole = await ask(file);
    expect([whole.status, whole.headers['accept-ranges']]).toEqual([200, 'bytes']);
    const head = await ask(file, { range: 'bytes=0-3' }, 'HEAD');
    expect([head.status, head.body.byteLength]).toEqual([200, 0]);
    expect(lasting(head)).toEqual(lasting(whole));
    const size = whole.body.byteLength;
    const part = await ask(file, { range: 'bytes=4-9' });
    expect(part.status).toBe(206);
    expect(part.body).toEqual(whole.body.subarray(4, 10));
    expect(part.headers['content-range']).toBe(`bytes 4-9/${size}`);
    const beyond = await ask(file, { range: `bytes=${size}-` });
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${size}`]);
    expect((await ask(file, { 'if-none-match': `W/${whole.headers.etag}` })).status).toBe(304);
  });
});

it.each(['/__data.json', '/tin/__data.json', '/en/procedures/__data.json', '/bang/__data.json'])(
  'what a public page is made of is not given out: %s',
  async (path) => {
    for (const wish of ['', '?x-sveltekit-invalidated=11']) {
      const { status, body } = await ask(path + wish);
      expect([status, body.toString()]).toEqual([404, expect.not.stringContaining('hotlines')]);
    }
  },
);

describe('a part of a page', () => {
  it.each([
    'bytes=0-9',
    'bytes=999999999-',
    'bytes=-1',
    'bytes=5-1',
    'bytes=0-1,3-4',
    'x',
    'bytes=',
  ])('comes whole, whatever is asked for: %s', async (range) => {
    for (const path of ['/', '/rss.xml', '/thu-tuc.csv', '/tim-kiem?q=sinh']) {
      const [whole, part] = [await ask(path), await ask(path, { range })];
      expect([part.status, part.body.byteLength], path).toEqual([200, whole.body.byteLength]);
    }
  });
});

describe('a host', () => {
  it.each([
    'la.example',
    `la.example:${port}`,
    'LA.EXAMPLE',
    'la.example.',
    `${'a'.repeat(63)}.vn`,
  ])('that nobody knows is told so: %s', async (unknown) => {
    const { status, body } = await ask('/', { host: unknown });
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('Tiền Tiến');
  });

  it.each([
    ['with a user', `quan-tri:mat-khau@${host}`],
    ['with a path', `${host}/lam-viec`],
    ['with a query', `${host}?a`],
    ['of two', `${host}, la.example`],
    ['with a port beyond all ports', '127.0.0.1:99999'],
    ['with a port in letters', '127.0.0.1:tin'],
    ['of an open bracket', '[::1'],
    ['with marks', 'a<script>.example'],
    ['of 5,000 letters', 'a'.repeat(5000)],
    ['of nothing', ' '],
  ])('%s is refused before anything is looked up', async (_what, bad) => {
    const { status, headers, body } = await ask('/', { host: bad });
    expect(status).toBe(400);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.toString()).toContain('gõ lại địa chỉ');
    expect(body.toString()).not.toContain(bad.trim().slice(0, 40) || '<');
  });

  it('that ends a line early begins no other', async () => {
    const told = await send('GET / HTTP/1.1\r\nHost: a\rX-La: 1\r\nConnection: close\r\n\r\n');
    expect(statusOf(told)).toBe(400);
    expect(told.toLowerCase()).not.toContain('x-la');
    expect(statusOf(await send('GET / HTTP/1.1\r\n\r\n'))).toBe(400);
    expect(
      statusOf(await send(`GET / HTTP/1.1\r\nHost: ${host}\r\nHost: la.example\r\n\r\n`)),
    ).toBeLessThan(500);
    expect(
      statusOf(await send(`GET http://la.example/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`)),
    ).toBeLessThan(500);
    expect(statusOf(await send(`GET * HTTP/1.1\r\nHost: ${host}\r\n\r\n`))).toBeLessThan(500);
  });

  it('in other letters, or by its number in the sixth version, is the same office', async () => {
    const plain = await ask('/lien-he', { host: `LocalHost:${port}` });
    expect([plain.status, (await ask('/lien-he', { host: `[::1]:${port}` })).status]).toEqual([
      200, 200,
    ]);
    const again = await ask('/lien-he', { host: `localhost:${'0'.repeat(9)}${port}` });
    // From memory, so under the same name.
    expect(again.headers.etag).toBe(strong(plain.headers.etag));
  });
});

describe('a wish', () => {
  const long = 'text/html;q=0.1,'.repeat(500);
  it.each([
    ['accept', '*/*;q=99999, ;;;,,,q=, application/json'],
    ['accept', 'application/json'],
    ['accept', long],
    ['accept', 'x'.repeat(8000)],
    ['accept-encoding', 'br;q=abc, gzip;;, , *;q=-1'],
    ['accept-encoding', 'identity;q=0, *;q=0'],
    ['accept-encoding', 'deflate,'.repeat(800)],
    ['accept-language', `${'vi;q=0.1,'.repeat(800)}*`],
    ['accept-language', '../../etc/passwd\t'],
  ])('for %s that makes no sense gets the page all the same: %.40s', async (name, value) => {
    for (const path of ['/', '/tim-kiem?q=sinh', '/khong-co']) {
      const { status, headers, body } = await ask(path, { [name]: value });
      expect(status, path).toBe(path === '/khong-co' ? 404 : 200);
      expect(headers['content-type'], path).toContain('text/html');
      expect(body.byteLength, path).toBeGreaterThan(1000);
    }
  });

  it('for more than anybody says is refused by the entry', async () => {
    expect((await ask('/', { accept: 'x'.repeat(20_000) })).status).toBe(431);
  });
});

describe('an address', () => {
  it('with inventions behind it is given from memory, however long they are', async () => {
    const kept = await ask('/tin');
    for (const query of ['x=1', `fbclid=${'a'.repeat(5000)}`, 'a&b&c', '%F0%9F', '=', '&&&']) {
      const { status, headers } = await ask(`/tin?${query}`);
      // What is made now has a weak mark, what is kept a strong one.
      expect([status, headers.etag], query).toEqual([200, strong(kept.headers.etag)]);
    }
  });

  it('for a page of open data is answered with the way to the next, down to the last', async () => {
    const found: string[] = [];
    let path: string | undefined = '/api/v1/acts';
    let total = 0;
    while (path !== undefined) {
      const { headers, body } = await ask(path);
      const list = JSON.parse(body.toString()) as { total: number; items: { slug: string }[] };
      total = list.total;
      found.push(...list.items.map(({ slug }) => slug));
      const next: string | undefined = /^<([^>]+)>; rel="next"$/.exec(String(headers.link))?.[1];
      path = next && next.slice(new URL(next).origin.length);
    }
    expect(total).toBeGreaterThan(50);
    expect(new Set(found).size).toBe(total);
  });

  it.each(['0', '-1', 'hai', '1.5', '99999', ''])(
    'of open data with “%s” for a page is told that it is none',
    async (number) => {
      const { status, headers, body } = await ask(`/api/v1/acts?trang=${number}`);
      expect(status).toBe(400);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(JSON.parse(body.toString())).toMatchObject({ code: 'api.no-such-page' });
    },
  );

  it('of open data takes nothing, wherever it comes from, and says so as it says everything', async () => {
    for (const path of ['/api/v1/acts', '/api/v1', '/api/v1/plans/x/topics', '/api/v1/khong-co']) {
      for (const origin of ['https://la.example', `http://${host}`, 'null']) {
        const { status, headers, body } = await ask(path, { origin }, 'POST');
        expect([status, headers.allow], path).toEqual([405, 'GET, HEAD, OPTIONS']);
        expect(headers['access-control-allow-origin']).toBe('*');
        expect(JSON.parse(body.toString())).toMatchObject({ status: 405 });
      }
    }
    const { status, headers } = await ask('/api/v1', { origin: 'https://la.example' });
    expect([status, headers['access-control-allow-origin']]).toEqual([303, '*']);
    // Everywhere else a form of another site isn't taken.
    expect((await ask('/cach-xem', { origin: 'https://la.example' }, 'POST')).status).toBe(403);
  });

  it('that somebody has the answer to isn’t answered twice, kept or not', async () => {
    for (const path of ['/', '/tin', '/api/v1/acts', '/luot-truy-cap', '/tim-kiem?q=khai+sinh']) {
      const { headers } = await ask(path);
      const again = await ask(path, { 'if-none-match': String(headers.etag) });
      expect([again.status, again.body.byteLength], path).toEqual([304, 0]);
      expect(again.headers['content-security-policy'], path).toBeUndefined();
    }
  });

  it.each([
    '/%',
    '/%00',
    '/%ff%fe',
    '/a/../../etc/passwd',
    '/%2e%2e%2f',
    '//',
    '/\\',
    `/${'a'.repeat(9000)}`,
    '/tin/%E1%BB',
    '/thu-tuc/%00',
    '/tep/..%2f..%2f',
    '/thu-tuc/%27%3B--',
  ])('that nobody made is plainly missing: %.40s', async (path) => {
    const { status, headers } = await ask(path);
    expect(status).toBeGreaterThanOrEqual(300);
    expect(status).toBeLessThan(500);
    expect(headers['x-loa-page']).toBeUndefined();
  });

  it('says nothing of what its page was made of', async () => {
    for (const path of ['/', '/tim-kiem?q=sinh', '/tin?trang=1&trang=1', '/khong-co?x=1']) {
      expect((await ask(path)).headers['x-loa-page'], path).toBeUndefined();
    }
  });
});
