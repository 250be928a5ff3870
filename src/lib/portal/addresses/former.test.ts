import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circlesIn, formerKey, formerKeys, readFormerLines, type Leads } from './former.ts';

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

describe('pasted lines', () => {
  it('are read with arrows, tabs, semicolons and spaces between', () => {
    const { found, faults } = readFormerLines(
      [
        '# trang cũ',
        '/a → /tin/mot',
        '/b -> /tin/hai',
        '/c\t/tin/ba',
        'https://cu.example/d;/tin/bon',
        '/e https://tinh.example/e',
        '/g → Gỡ: Văn bản hết hiệu lực',
        '',
        '/a → /tin/mot',
      ].join('\r\n'),
    );
    expect(faults).toEqual([]);
    expect(found).toEqual([
      { key: '/a', leads: { to: '/tin/mot' } },
      { key: '/b', leads: { to: '/tin/hai' } },
      { key: '/c', leads: { to: '/tin/ba' } },
      { key: '/d', leads: { to: '/tin/bon' } },
      { key: '/e', leads: { to: 'https://tinh.example/e' } },
      { key: '/g', leads: { reason: 'Văn bản hết hiệu lực' } },
    ]);
  });

  it('that say nothing clear are named with their number', () => {
    const { faults } = readFormerLines(
      ['/a', '/b → //xau.example', '/c → javascript:alert(1)', '/d → gỡ:', '/', '/e → /e']
        .concat('/f → /tin/1', '/f → /tin/2')
        .join('\n'),
    );
    expect(faults.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 8]);
  });

  it('said twice alike are one, in whatever spelling', () => {
    const { found, faults } = readFormerLines('/A.html → /tin\nhttps://xa.example/a.html/ ; /tin');
    expect([found, faults]).toEqual([[{ key: '/a.html', leads: { to: '/tin' } }], []]);
  });

  it('are bounded', () => {
    const many = Array.from({ length: 2001 }, (_, at) => `/a${at} → /b`).join('\n');
    expect(readFormerLines(many)).toMatchObject({ found: [], faults: [{ line: 2001 }] });
  });

  it('never fail, and lead nowhere but to a page here, a web address or a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const { key, leads } of readFormerLines(text).found) {
          expect(key).toMatch(/^\//);
          if (leads.to !== undefined) expect(leads.to).toMatch(/^(\/(?!\/)|https?:)/i);
          else expect(leads.reason).not.toBe('');
        }
      }),
    );
  });
});

it('circles are found, chains are none', () => {
  const leads = (pairs: Record<string, string>): Map<string, Leads> =>
    new Map(Object.entries(pairs).map(([key, to]) => [key, { to }]));
  expect(circlesIn(leads({ '/a': '/b', '/b': '/c' }))).toEqual([]);
  expect(circlesIn(leads({ '/a': '/b', '/b': '/a', '/c': '/a' }))).toEqual(['/a', '/b']);
  expect(circlesIn(leads({ '/a': '/A/' }))).toEqual(['/a']);
  expect(circlesIn(leads({ '/a': 'https://x.example/a' }))).toEqual([]);
});
