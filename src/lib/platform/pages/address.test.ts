// Keys of kept pages: what counts in an address, and what nobody may fill the memory with.
import { expect, it } from 'vitest';
import { keyOf } from './address.ts';
import { chooseEncoding } from './encoding.ts';
import { nextMidnight, readIngredients, writeIngredients } from './ingredients.ts';

const known = {
  words: { trang: /^[1-9]\d{0,3}$/, q: /(?!)/ },
  mayKeep: (path: string) => !path.startsWith('/lam-viec'),
};

it.each([
  ['/', '/'],
  ['/?', '/'],
  ['/?utm_source=zalo&fbclid=1', '/'],
  ['/tin?trang=2&x=1', '/tin?trang=2'],
  ['/tin?trang=0', undefined],
  ['/tin?trang=1&trang=2', undefined],
  ['/tim-kiem?q=dat', undefined],
  ['/lam-viec', undefined],
  [`/${'a'.repeat(600)}`, undefined],
  [`/tin?fbclid=${'a'.repeat(8000)}&trang=2`, '/tin?trang=2'],
  [`/?${'x=1&'.repeat(2000)}`, '/'],
  ['/t%69n', '/tin'],
  ['/%6C%61m-viec', undefined],
  ['/tin%2F', undefined],
  ['/a/../tin', undefined],
  ['/a/%2e%2E/tin', undefined],
  ['/./tin', undefined],
  ['/tin\\..', undefined],
  ['/tin#a', undefined],
  ['/thu-tuc/1.001193', '/thu-tuc/1.001193'],
  ['http://xa.example/tin', undefined],
])('%s is kept as %s', (address, key) => {
  expect(keyOf(address, known)).toBe(key);
});

it.each([
  [undefined, 'identity'],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['*', 'gzip'],
  ['identity', 'identity'],
  ['br;q=0, gzip;q=0.000, *', 'identity'],
])('of "%s" takes %s', (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
});

it('reads ingredients back as they were written, and nothing else', () => {
  const made = {
    communeId: 'a',
    version: 3,
    factsVersion: 2,
    validUntil: 9,
    tables: ['act', 'unit'],
    ledByQuery: false,
  };
  expect(readIngredients(writeIngredients(made))).toEqual(made);
  const led = { ...made, ledByQuery: true };
  expect(readIngredients(writeIngredients(led))).toEqual(led);
  expect(readIngredients(undefined)).toBeUndefined();
  expect(readIngredients('x')).toBeUndefined();
});

it('turns the day at midnight in Vietnam', () => {
  expect(nextMidnight(Date.parse('2023-06-30T16:59:59.999Z'))).toBe(
    Date.parse('2023-06-30T17:00:00Z'),
  );
  expect(nextMidnight(Date.parse('2023-06-30T17:00:00Z'))).toBe(Date.parse('2023-07-01T17:00:00Z'));
});
