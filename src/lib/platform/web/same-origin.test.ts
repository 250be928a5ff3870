// Which writing requests count as our own pages'.
import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

function asks(headers: Record<string, string>, method = 'POST'): boolean {
  return isSameOrigin(method, new Headers({ host: 'xa.example:3000', ...headers }));
}

describe('isSameOrigin', () => {
  it('lets reading through, wherever it comes from', () => {
    expect(asks({ origin: 'https://evil.example' }, 'GET')).toBe(true);
    expect(asks({}, 'HEAD')).toBe(true);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'post'])(
    'holds Origin against Host for %s',
    (verb) => {
      expect(asks({ origin: 'http://xa.example:3000' }, verb)).toBe(true);
      expect(asks({ origin: 'http://evil.example' }, verb)).toBe(false);
    },
  );

  it('compares hosts and not schemes, since TLS may end at a proxy', () => {
    expect(asks({ origin: 'https://xa.example:3000' })).toBe(true);
    expect(asks({ host: 'xa.example', origin: 'https://xa.example' })).toBe(true);
    expect(asks({ host: 'xa.example:443', origin: 'https://xa.example' })).toBe(true);
    expect(asks({ host: 'localhost:80', origin: 'http://localhost' })).toBe(true);
  });

  it('takes no other port, no subdomain and no null', () => {
    expect(asks({ origin: 'http://xa.example:4000' })).toBe(false);
    expect(asks({ origin: 'http://a.xa.example:3000' })).toBe(false);
    expect(asks({ origin: 'null' })).toBe(false);
    expect(asks({ origin: 'file://xa.example:3000' })).toBe(false);
  });

  it('asks the browser where Origin is missing', () => {
    expect(asks({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(asks({ 'sec-fetch-site': 'none' })).toBe(true);
    expect(asks({ 'sec-fetch-site': 'same-site' })).toBe(false);
    expect(asks({ 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(asks({ 'sec-fetch-site': 'cross-site', referer: 'http://xa.example:3000/' })).toBe(
      false,
    );
  });

  it('falls back on Referer, and refuses who says nothing', () => {
    expect(asks({ referer: 'http://xa.example:3000/lam-viec' })).toBe(true);
    expect(asks({ referer: 'http://evil.example/xa.example:3000' })).toBe(false);
    expect(asks({})).toBe(false);
    expect(isSameOrigin('POST', new Headers({ origin: 'http://xa.example' }))).toBe(false);
  });

  it('makes no difference for JSON bodies', () => {
    const json = { 'content-type': 'application/json' };
    expect(asks({ ...json, origin: 'http://evil.example' })).toBe(false);
    expect(asks({ ...json, origin: 'http://xa.example:3000' })).toBe(true);
  });
});
