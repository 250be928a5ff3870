// Whatever an address asks for, a list gets a page it can skip to.
import { expect, test } from 'vitest';
import { pageCount, pageHref, pageNumber } from './page-number.ts';

const asked = (given: string) => pageNumber(new URL(`https://xa.example/ds?trang=${given}`));

test('a page number is what the address says', () => {
  expect(asked('1')).toBe(1);
  expect(asked('37')).toBe(37);
  expect(pageNumber(new URL('https://xa.example/ds'))).toBe(1);
});

test.each(['', '0', '-1', '1.5', '1e300', '9007199254740993', 'Infinity', 'NaN', 'hai'])(
  'anything else is the first page: %j',
  (given) => {
    expect(asked(given)).toBe(1);
  },
);

test('a list has as many pages as it needs, at least one', () => {
  expect([0, 1, 20, 21].map((total) => pageCount(total))).toEqual([1, 1, 1, 2]);
  expect(pageCount(501, 100)).toBe(6);
});

test('another page keeps what else was chosen, and stands once', () => {
  const chosen = new URLSearchParams('tim=h%E1%BB%8Dp+th%C3%B4n&trang=3&loai=KH');
  expect(pageHref(chosen, 4)).toBe('?tim=h%E1%BB%8Dp+th%C3%B4n&loai=KH&trang=4');
  expect(pageHref(new URLSearchParams(), 2)).toBe('?trang=2');
});
