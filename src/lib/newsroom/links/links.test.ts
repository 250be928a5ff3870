// Where links lead, and what an answer of another site means. Pure.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { destinationOf } from './addresses.ts';
import {
  afterNothing,
  afterTry,
  faultInWords,
  isDead,
  isOffTheNet,
  isOnTheNet,
  type Answer,
  type Tried,
} from './outside.ts';

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
  const after = (...answers: Answer[]) =>
    answers.reduce<Tried | undefined>(
      (before, answer, day) => afterTry(before, answer, `2026-07-0${day + 1}T00:00:00.000Z`),
      undefined,
    );
  const dead = (...answers: Answer[]) => {
    const tried = after(...answers);
    return tried !== undefined && isDead(tried);
  };
  const down = { failed: 'unreachable' } as const;

  test.each<[Answer, string]>([
    [{ status: 200 }, ''],
    [{ status: 403 }, ''],
    [{ status: 429 }, ''],
    [{ unasked: true }, ''],
    [{ status: 404 }, 'trang không còn (mã 404)'],
    [{ status: 503 }, 'máy chủ báo lỗi (mã 503)'],
    [{ failed: 'too-slow' }, 'quá lâu không trả lời'],
  ])('%o: “%s”', (answer, expected) => {
    const tried = after(answer);
    expect(tried && faultInWords(tried)).toBe(expected);
    expect(tried?.failures).toBe(expected === '' ? 0 : 1);
  });

  test('that a page is gone makes the link dead at once; a bad day doesn’t', () => {
    expect(dead({ status: 404 })).toBe(true);
    expect(dead(down)).toBe(false);
    expect(dead(down, down)).toBe(false);
    expect(dead(down, down, down)).toBe(true);
    expect(dead(down, down, { status: 200 }, down)).toBe(false);
    expect(dead({ unasked: true }, { unasked: true }, { unasked: true })).toBe(false);
  });

  test('that never came while this machine was off the net adds nothing but the day', () => {
    const before = after({ status: 200 }, down, down);
    expect(afterNothing(before, '2026-07-09T00:00:00.000Z')).toEqual({
      ...before,
      triedAt: '2026-07-09T00:00:00.000Z',
    });
    expect(isDead(afterNothing(undefined, '2026-07-09T00:00:00.000Z'))).toBe(false);
  });

  test('off the net is several silent sites, never one', () => {
    const of = (href: string, answer: Answer, ...past: Answer[]) => ({
      ...{ href, answer, before: after(...past) },
    });
    const [one, other] = [of('https://a.example/1', down), of('https://b.example/', down)];
    const alone = { wasOff: false, hosts: 3 };
    const isOff = (...tries: Parameters<typeof isOffTheNet>[0]) => isOffTheNet(tries, alone);
    expect(isOff()).toBe(false);
    expect(isOff(one, of('https://a.example/2', { failed: 'too-slow' }))).toBe(false);
    expect(isOff(one, other)).toBe(true);
    expect(isOff(one, other, of('https://c.example:8443/', { unasked: true }))).toBe(true);
    expect(isOff(one, of('https://b.example:8443/', { unasked: true }))).toBe(false);
    for (const answer of [{ status: 404 }, { failed: 'too-many-redirects' }] as const) {
      expect(isOff(one, other, of('https://c.example/', answer))).toBe(false);
    }
    // Where only sites are due that have been dead for long, nothing is new.
    const longDead = [
      of('https://a.example/', down, { status: 200 }, down),
      of('https://b.example/', down, down),
    ];
    expect(isOff(...longDead)).toBe(false);
    expect(isOff(...longDead, of('https://c.example/', down, { status: 200 }))).toBe(true);
    expect(isOff(...longDead, of('https://c.example/', down, { status: 404 }))).toBe(true);
    expect(isOffTheNet(longDead, { wasOff: true, hosts: 3 })).toBe(true);
  });

  test('off the net goes on while the only one that is due is silent, and there are others', () => {
    const one = { href: 'https://a.example/1', answer: down, before: undefined };
    const after = { wasOff: true, hosts: 2 };
    expect(isOffTheNet([one], after)).toBe(true);
    expect(isOffTheNet([one], { wasOff: true, hosts: 1 })).toBe(false);
    expect(isOnTheNet([], after)).toBe(false);
    expect(isOnTheNet([{ ...one, answer: { unasked: true } }], after)).toBe(false);
    expect(isOnTheNet([{ ...one, answer: { status: 404 } }], after)).toBe(true);
    expect(isOnTheNet([], { wasOff: true, hosts: 0 })).toBe(true);
  });
});
