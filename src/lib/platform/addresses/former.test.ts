import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formerKey, formerKeys } from './former.ts';

describe('a former address', () => {
  it.each([
    ['http://xa.example/Tin-Tuc/A.html', '/tin-tuc/a.html'],
    ['/tin//a/', '/tin/a'],
    ['/a?b=2&A=1#x', '/a?a=1&b=2'],
    ['/a?utm_source=zalo&fbclid=x', '/a'],
    ['/th%C3%B4ng-b%C3%A1o', '/thông-báo'],
    ['/tho\u0302ng-ba\u0301o', '/thông-báo'],
    ['/a%E0', '/a%e0'],
    ['/', undefined],
    ['https://xa.example', undefined],
    ['', undefined],
    ['tin/a', undefined],
    ['/a b', undefined],
    [`/${'a'.repeat(500)}`, undefined],
    ['/a%00', undefined],
    ['/a%1Fb', undefined],
    ['/a?b=%00', undefined],
    ['/a\u0000', undefined],
  ])('%s is compared as %s', (address, key) => {
    expect(formerKey(address)).toBe(key);
  });

  it('is asked for with its query first, then without', () => {
    expect(formerKeys('/Default.aspx?tabid=12')).toEqual([
      '/default.aspx?tabid=12',
      '/default.aspx',
    ]);
    expect(formerKeys('/a')).toEqual(['/a']);
    expect(formerKeys('/')).toEqual([]);
  });

  it('is the same however often it is read', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const once = formerKey(`/${path}?${query}`);
        if (once === undefined || /[%+?#&]/.test(once.replace('?', ''))) return;
        expect(formerKey(once)).toBe(once);
      }),
    );
  });
});
