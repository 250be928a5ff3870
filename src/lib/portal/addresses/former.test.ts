import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Leads } from '#lib/platform/index.ts';
import { circlesIn, readableAddress, readFormerLines } from './former.ts';

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
        '/h → /tin/thông-báo?mục=một#đầu',
        '/i → https://TINH.example/Tin-tức',
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
      {
        key: '/h',
        leads: { to: '/tin/th%C3%B4ng-b%C3%A1o?m%E1%BB%A5c=m%E1%BB%99t#%C4%91%E1%BA%A7u' },
      },
      { key: '/i', leads: { to: 'https://tinh.example/Tin-t%E1%BB%A9c' } },
    ]);
  });

  it('that say nothing clear are named with their number', () => {
    const { faults } = readFormerLines(
      ['/a', '/b → //xau.example', '/c → javascript:alert(1)', '/d → gỡ:', '/', '/e → /e']
        .concat('/f → /tin/1', '/f → /tin/2', '/g → /.//xau.example', '/h → https://')
        .join('\n'),
    );
    expect(faults.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 8, 9, 10]);
  });

  it('said twice alike are one, in whatever spelling', () => {
    const { found, faults } = readFormerLines('/A.html → /tin\nhttps://xa.example/a.html/ ; /tin');
    expect([found, faults]).toEqual([[{ key: '/a.html', leads: { to: '/tin' } }], []]);
  });

  it('are bounded', () => {
    const many = Array.from({ length: 2001 }, (_, at) => `/a${at} → /b`).join('\n');
    expect(readFormerLines(many)).toMatchObject({ found: [], faults: [{ line: 2001 }] });
  });

  it('lead anywhere there may be a page, in letters a header can carry', () => {
    const target = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.stringMatching(/^\/[a-zà-ỹ][a-zà-ỹ0-9/-]*$/u),
    );
    fc.assert(
      fc.property(target, (to) => {
        const { found } = readFormerLines(`/dia-chi-cu.aspx → ${to}`);
        expect(new Headers({ location: found[0]?.leads.to ?? '' }).get('location')).not.toBe('');
      }),
    );
  });

  it('never fail, and lead nowhere but to a page here, a web address or a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const { key, leads } of readFormerLines(text).found) {
          expect(key).toMatch(/^\/\P{Cc}+$/u);
          // As a header can carry it.
          if (leads.to !== undefined) expect(leads.to).toMatch(/^(\/(?!\/)|https?:)[!-~]*$/);
          else expect(leads.reason).not.toBe('');
        }
      }),
    );
  });
});

it.each([
  ['/tin/th%C3%B4ng-b%C3%A1o', '/tin/thông-báo'],
  ['/tin/a%2Fb', '/tin/a%2Fb'],
  ['/tin/a%E0', '/tin/a%E0'],
])('%s is read as %s', (address, words) => {
  expect(readableAddress(address)).toBe(words);
});

it('circles are found, chains are none', () => {
  const leads = (pairs: Record<string, string>): Map<string, Leads> =>
    new Map(Object.entries(pairs).map(([key, to]) => [key, { to }]));
  expect(circlesIn(leads({ '/a': '/b', '/b': '/c' }))).toEqual([]);
  expect(circlesIn(leads({ '/a': '/b', '/b': '/a', '/c': '/a' }))).toEqual(['/a', '/b']);
  expect(circlesIn(leads({ '/a': '/A/' }))).toEqual(['/a']);
  expect(circlesIn(leads({ '/a': 'https://x.example/a' }))).toEqual([]);
});
