import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loggedPath } from './logged-path.ts';
import { kindOfRequest, tooOftenWords } from './request-limits.ts';
import { RequestLimits } from './request-limits.server.ts';

describe('what a request is', () => {
  it.each([
    ['GET', '/', 'reading'],
    ['HEAD', '/ke-hoach/1', 'reading'],
    ['GET', '/tim-kiem', 'asking'],
    ['GET', '/en/search', 'asking'],
    ['GET', '/en/searching', 'reading'],
    ['GET', '/api/v1/plans', 'asking'],
    ['GET', '/tim-kiem-khac', 'reading'],
    ['POST', '/dang-nhap', 'sending'],
    ['POST', '/lam-viec/hoat-dong', 'desk'],
    ['GET', '/lam-viec', 'desk'],
    ['GET', '/lam-viec-khac', 'reading'],
    ['GET', '/_app/immutable/x.css', 'static'],
  ])('%s %s: %s', (method, path, kind) => {
    expect(kindOfRequest(method, path)).toBe(kind);
  });
});

describe('limits', () => {
  it('let a network ask as often as is allowed, then say how long to wait', async () => {
    const limits = new RequestLimits({ reading: 3 });
    const waits: number[] = [];
    for (let at = 0; at < 4; at += 1) waits.push(await limits.waitOf('203.0.113.9', 'reading'));
    expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
    expect(waits[3]).toBeGreaterThan(0);
    expect(waits[3]).toBeLessThanOrEqual(60);
  });

  it('count each network and each kind for itself', async () => {
    const limits = new RequestLimits({ reading: 1, asking: 1 });
    expect(await limits.waitOf('203.0.113.9', 'reading')).toBe(0);
    expect(await limits.waitOf('203.0.113.10', 'reading')).toBe(0);
    expect(await limits.waitOf('203.0.113.9', 'asking')).toBe(0);
    expect(await limits.waitOf('203.0.113.9', 'reading')).toBeGreaterThan(0);
    expect(await limits.waitOf('203.0.113.9', 'static')).toBe(0);
  });

  it('take the addresses of one household for one', async () => {
    const limits = new RequestLimits({ reading: 1 });
    expect(await limits.waitOf('2001:db8:1:2::1', 'reading')).toBe(0);
    expect(await limits.waitOf('2001:db8:1:2::2', 'reading')).toBeGreaterThan(0);
  });

  it('tell who sent a form that it was not received', () => {
    expect(tooOftenWords('sending', 12)).toContain('chưa được nhận');
    expect(tooOftenWords('reading', 12)).toContain('12 giây');
    expect(tooOftenWords('sending', 12, true)).toContain('has not been received');
    expect(tooOftenWords('reading', 12, true)).toContain('12 seconds');
  });
});

describe('a path in the access log', () => {
  it.each([
    ['/', '/'],
    [
      '/ke-hoach/0198c6a1-7b2e-7c3d-8e4f-0123456789ab',
      '/ke-hoach/0198c6a1-7b2e-7c3d-8e4f-0123456789ab',
    ],
    ['/nhiem-vu/ky-2023-Q2', '/nhiem-vu/ky-2023-Q2'],
    ['/_app/immutable/assets/x.Bq3fZk2A.css', '/_app/immutable/assets/x.Bq3fZk2A.css'],
    ['/xac-nhan/q8J2mZx0Tn5cVb7Rk1LwPd3Hs6Yf9Ga4Ue0Ij2Oo8Mm', '/xac-nhan/…'],
    ['/lich/3f9c2b7d1e5a4860b2c4d6e8f0a1b2c3', '/lich/…'],
    ['/Nguy%E1%BB%85n%20V%C4%83n', '/…'],
    ['/1/2/3/4/5/6/7/8/9', '/1/2/3/4/5/6/7/8/…'],
  ])('%s', (path, logged) => {
    expect(loggedPath(path)).toBe(logged);
  });

  it('never holds a token', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const token = Buffer.from(bytes).toString('base64url');
        // All letters small and hyphens everywhere: one token in more than can be counted.
        fc.pre(/[A-Z]/.test(token));
        expect(loggedPath(`/xac-nhan/${token}`)).toBe('/xac-nhan/…');
      }),
    );
  });
});
