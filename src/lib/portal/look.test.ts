// A reader's look: what is no look is the usual one, and only pages that were asked for are touched.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COLOURS,
  dressPage,
  LOOK_COOKIE,
  readLook,
  TEXT_SIZES,
  usualLook,
  writeLook,
} from './look.ts';

const look = fc.record({
  text: fc.constantFrom(...TEXT_SIZES),
  colours: fc.constantFrom(...COLOURS),
});

describe('the cookie', () => {
  it('comes back as it was written, between whatever other cookies', () => {
    const other = fc.stringMatching(/^[a-z]{1,8}=[A-Za-z0-9]{0,8}$/);
    fc.assert(
      fc.property(look, fc.array(other), fc.array(other), (chosen, before, after) => {
        const own = `${LOOK_COOKIE}=${writeLook(chosen)}`;
        expect(readLook([...before, own, ...after].join('; '))).toEqual(chosen);
      }),
    );
  });

  it.each([
    undefined,
    null,
    '',
    'loa-cach-xem',
    'loa-cach-xem=',
    'loa-cach-xem=900.pink',
    'loa-cach-xem="><script>',
    'khong-loa-cach-xem=200.dark',
  ])('%s is no choice', (cookies) => {
    expect(readLook(cookies)).toEqual(usualLook);
  });

  it('keeps what it can of one that is half known', () => {
    expect(readLook('loa-cach-xem=200.pink')).toEqual({ text: '200', colours: 'device' });
  });

  it('adds no more kinds of page than there are looks, whatever is sent', () => {
    const kinds = new Set<string>();
    fc.assert(fc.property(fc.string(), (sent) => void kinds.add(writeLook(readLook(sent)))));
    fc.assert(
      fc.property(
        fc.string(),
        (sent) => void kinds.add(writeLook(readLook(`loa-cach-xem=${sent}`))),
      ),
    );
    expect(kinds.size).toBeLessThanOrEqual(TEXT_SIZES.length * COLOURS.length);
  });
});

describe('a page', () => {
  const page = '<html lang="vi"><head><title>Xã</title></head><body></body></html>';

  it('is left to the byte where nothing was chosen', () => {
    expect(dressPage(page, usualLook, '/x.css')).toBe(page);
  });

  it('is marked, and gets the style sheet behind its own', () => {
    expect(dressPage(page, { text: '200', colours: 'dark' }, '/x.css')).toBe(
      '<html data-text="200" data-colours="dark" lang="vi"><head><title>Xã</title>' +
        '<link rel="stylesheet" href="/x.css" /></head><body></body></html>',
    );
  });

  it('goes through in pieces too', () => {
    const chosen = { text: '150', colours: 'light' } as const;
    expect(dressPage('<p>Tiếp theo</p>', chosen, '/x.css')).toBe('<p>Tiếp theo</p>');
  });
});
