// English addresses lead to the page they are the twin of, and nowhere else.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressIn, englishOf, languageOf, vietnameseOf } from './languages.ts';

it.each([
  ['/en', '/'],
  ['/en/procedures', '/thu-tuc'],
  ['/en/procedures/1.001193', '/thu-tuc/1.001193'],
  ['/en/hotlines', '/duong-day-nong'],
  ['/en/contact', '/lien-he'],
])('%s is the twin of %s', (english, vietnamese) => {
  expect(vietnameseOf(english)).toBe(vietnamese);
  expect(englishOf(vietnamese)).toBe(english);
});

it.each(['/en/', '/en/lam-viec', '/en/procedures/', '/en/procedures/1/giay-to', '/english', '/EN'])(
  '%s is the twin of nothing',
  (path) => {
    expect(vietnameseOf(path)).toBeUndefined();
  },
);

it('comes back from any procedure', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[^/?#]+$/), (code) => {
      const english = englishOf(`/thu-tuc/${code}`) ?? '';
      expect(languageOf(english)).toBe('en');
      expect(vietnameseOf(english)).toBe(`/thu-tuc/${code}`);
    }),
  );
});

it.each([
  ['/thu-tuc?viec=sinh-con', '/en/procedures?viec=sinh-con'],
  ['/thu-tuc/1.001193#can-mang', '/en/procedures/1.001193#can-mang'],
  ['/tin', '/tin'],
  ['/', '/en'],
])('a link to %s leads to %s in English, and stays in Vietnamese', (href, english) => {
  expect(addressIn('en', href)).toBe(english);
  expect(addressIn('vi', href)).toBe(href);
});
