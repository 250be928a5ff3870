// Where links lead, and what an answer of another site means. Pure.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { destinationOf } from './addresses.ts';
import { afterTry, faultOf, isDead, type Tried } from './outside.ts';

const HOSTS = ['xa.example'];
const to = (href: string) => destinationOf(href, HOSTS).to;

describe('an address', () => {
  test.each([
    ['/tin/lich-tiep-dan', { to: 'item', address: '/tin/lich-tiep-dan' }],
    ['/tin/lich-tiep-dan/?in=1#muc-mot', { to: 'item', address: '/tin/lich-tiep-dan' }],
    ['https://XA.example/thu-tuc/1.001193', { to: 'item', address: '/thu-tuc/1.001193' }],
    ['/thu-tuc/1.001193/giay-to', { to: 'item', address: '/thu-tuc/1.001193' }],
    [
      '/cai-cach-hanh-chinh/ke-hoach/nam-nay',
      { to: 'item', address: '/cai-cach-hanh-chinh/ke-hoach/nam-nay' },
    ],
    ['/en', { to: 'certain' }],
    ['/en/hotlines', { to: 'certain' }],
    ['/en/procedures/1.001193', { to: 'item', address: '/thu-tuc/1.001193' }],
    ['/en/khong-co', { to: 'nowhere' }],
    ['https://khac.example/tin', { to: 'outside', href: 'https://khac.example/tin' }],
    ['mailto:xa@khac.example', { to: 'certain' }],
    ['tel:02203542445', { to: 'certain' }],
    ['#muc-mot', { to: 'certain' }],
    ['/lam-viec/bien-tap', { to: 'private' }],
    ['/khong-co-trang-nay', { to: 'nowhere' }],
    [`/tep/${'a'.repeat(64)}`, { to: 'file', sha256: 'a'.repeat(64) }],
  ])('%s', (href, expected) => {
    expect(destinationOf(href, HOSTS)).toEqual(expected);
  });

  test('of any page the portal always has leads somewhere', () => {
    const pages = fixedPages();
    expect(pages.length).toBeGreaterThan(12);
    expect(pages.filter((page) => to(page) !== 'certain')).toEqual([]);
  });

  test('of whatever form is answered', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true }), (href) => typeof to(href) === 'string'),
    );
    fc.assert(fc.property(fc.string(), (href) => typeof to(`/${href}`) === 'string'));
  });
});

/** Folders of the portal's pages without a part that is filled in. */
function fixedPages(): string[] {
  const root = path.resolve(import.meta.dirname, '../../../routes/(portal)');
  const walk = (folder: string, at: string): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.includes('['))
      .flatMap(({ name }) => {
        const own = path.join(folder, name);
        const here = `${at}/${name}`;
        return [...(existsSync(path.join(own, '+page.svelte')) ? [here] : []), ...walk(own, here)];
      });
  return ['/', ...walk(root, '')];
}

describe('an answer of another site', () => {
  test.each([
    [{ status: 200 }, null],
    [{ status: 403 }, null],
    [{ status: 429 }, null],
    [{ status: 404 }, 'trang không còn (mã 404)'],
    [{ status: 503 }, 'máy chủ báo lỗi (mã 503)'],
    [{ failed: 'too-slow' }, 'quá lâu không trả lời'],
  ] as const)('%o: %s', (answer, expected) => {
    expect(faultOf(answer)).toBe(expected);
  });

  const days = (...answers: Parameters<typeof faultOf>[0][]) =>
    answers.reduce<Tried | undefined>(
      (before, answer, day) => afterTry(before, answer, `2026-07-0${day + 1}T00:00:00.000Z`),
      undefined,
    );
  const dead = (tried: Tried | undefined) => tried !== undefined && isDead(tried);

  test('that a page is gone makes the link dead at once; a bad day doesn’t', () => {
    const down = { failed: 'unreachable' } as const;
    expect(dead(days({ status: 404 }))).toBe(true);
    expect(dead(days(down))).toBe(false);
    expect(dead(days(down, down))).toBe(false);
    expect(dead(days(down, down, down))).toBe(true);
    expect(dead(days(down, down, { status: 200 }, down))).toBe(false);
  });
});
