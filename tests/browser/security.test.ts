// What the office says to whoever doesn't come through its own pages.
import { request as httpRequest } from 'node:http';
import { describe, expect, inject, it } from 'vitest';
import { keptAddresses } from '#lib/portal/index.ts';

const office = inject('officeUrl');

/** Asks with headers that `fetch` would not let anybody set. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  return new Promise((resolve, reject) => {
    const url = new URL(path, office);
    const { method = 'GET', headers = {}, body } = options;
    const asked = httpRequest(url, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: new Headers(
            Object.entries(answer.headers).flatMap(([name, value]) =>
              [value ?? []].flat().map((one): [string, string] => [name, one]),
            ),
          ),
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const WRONG = 'login=noi-vu&password=khong-phai-mat-khau';

describe('every answer carries its guards', () => {
  for (const path of ['/', '/dang-nhap', '/khong-co-trang-nay', '/lam-viec', '/favicon.svg']) {
    it(path, async () => {
      const { headers } = await ask(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-(inline|eval)/);
      expect(policy).not.toMatch(/https?:/);
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    });
  }
});

it('a page that has not changed keeps the policy it came with', async () => {
  const first = await ask('/dang-nhap');
  const etag = first.headers.get('etag') ?? '';
  const again = await ask('/dang-nhap', { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  const policy = again.headers.get('content-security-policy');
  expect([null, first.headers.get('content-security-policy')]).toContain(policy);
});

it('the desk asks who comes, however its address is written', async () => {
  for (const path of ['/lam-viec/ke-hoach', '/lam%2Dviec/ke-hoach', '/l%61m-viec/ke-hoach']) {
    const { status, headers } = await ask(path);
    expect([path, status]).toEqual([path, 303]);
    expect(headers.get('location')).toMatch(/^\/dang-nhap\?/);
    expect(headers.get('cache-control') ?? '').not.toContain('public');
  }
});

describe('a control character in an address is nothing that is there, and no failure of ours', () => {
  const folders = [
    '/',
    '/tin/',
    '/van-ban/',
    '/thu-tuc/',
    '/thong-tin/',
    '/cai-cach-hanh-chinh/',
  ].concat(
    ['/bao-cao/', '/to/', '/thon/', '/lay-y-kien/', '/tep/', '/tin/chuyen-muc/', '/en/procedures/'],
    ['/ke-hoach-va-ket-qua/', '/api/v1/articles/', '/api/v1/documents/', '/api/v1/procedures/'],
  );
  it.each(folders)('%s', async (folder) => {
    for (const written of ['%00', 'a%00b', '%1F', 'a%0D%0Ab', '%7F']) {
      const { status } = await ask(folder + written);
      expect([404, 410], folder + written).toContain(status);
    }
  });

  const pages = [
    '/tim-kiem',
    '/tim-kiem/rss.xml',
    '/thu-tuc',
    '/van-ban',
    '/tin',
    '/lay-y-kien',
  ].concat(
    [
      '/cai-cach-hanh-chinh',
      '/ke-hoach-va-ket-qua',
      '/tinh-ngay-lam-viec',
      '/cach-xem',
      '/bao-cao',
    ],
    ['/luot-truy-cap', '/ket-qua-giai-quyet-tthc', '/api/v1/acts', '/api/v1/articles', '/khong-co'],
  );
  it.each(pages)('in any word of the query of %s', async (path) => {
    for (const word of [...Object.keys(keptAddresses.words), 'la']) {
      const { status } = await ask(`${path}?${word}=a%00b`);
      expect(status, word).toBeLessThan(500);
    }
  });
});

describe('forms', () => {
  it('are refused when another site sends them', async () => {
    const headers = { ...FORM, origin: 'https://nguoi-la.example' };
    const { status, text } = await ask('/dang-nhap', { method: 'POST', headers, body: WRONG });
    expect(status).toBe(403);
    expect(text).toContain('trang');
  });

  it('are refused when they say they come from nowhere', async () => {
    const headers = { ...FORM, origin: 'null' };
    const { status } = await ask('/dang-nhap', { method: 'POST', headers, body: WRONG });
    expect(status).toBe(403);
  });

  it('are taken over plain http from the page itself', async () => {
    const headers = { ...FORM, origin: new URL(office).origin };
    const { status } = await ask('/dang-nhap', { method: 'POST', headers, body: WRONG });
    expect(status).toBe(401);
  });
});

describe('forwarding headers without a declared proxy', () => {
  it('make no connection look encrypted and no other host be served', async () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'xa-khac.example' };
    const { status, headers: answer } = await ask('/dang-nhap', { headers });
    expect(status).toBe(200);
    expect(answer.get('strict-transport-security')).toBeNull();
  });

  it('do not let a foreign site pass for the office', async () => {
    const headers = {
      ...FORM,
      origin: 'https://nguoi-la.example',
      'x-forwarded-host': 'nguoi-la.example',
      'x-forwarded-proto': 'https',
    };
    const { status } = await ask('/dang-nhap', { method: 'POST', headers, body: WRONG });
    expect(status).toBe(403);
  });
});

it('a host name that nobody set up is told so', async () => {
  const { status, text } = await ask('/', { headers: { host: 'xa-khac.example' } });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(text).toContain('xa-khac.example');
});
