// English addresses lead to the page they are the twin of, and nowhere else.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressIn, englishOf, languageOf, speechOf, vietnameseOf } from './languages.ts';

it.each([
  ['/en', '/'],
  ['/en/procedures', '/thu-tuc'],
  ['/en/procedures/1.001193', '/thu-tuc/1.001193'],
  ['/en/hotlines', '/duong-day-nong'],
  ['/en/contact', '/lien-he'],
  ['/en/news', '/tin'],
  ['/en/news/mot-bai', '/tin/mot-bai'],
  ['/en/news/section/thong-bao', '/tin/chuyen-muc/thong-bao'],
  ['/en/procedures/1.001193/checklist', '/thu-tuc/1.001193/giay-to'],
  ['/en/villages/thon-3', '/thon/thon-3'],
  ['/en/sheets/K7M3P9', '/to/K7M3P9'],
  ['/en/consultations/mot/thank-you', '/lay-y-kien/mot/cam-on'],
  ['/en/plans', '/ke-hoach-va-ket-qua'],
  ['/en/plans/mot/topic-2', '/ke-hoach-va-ket-qua/mot/noi-dung-2'],
  ['/en/plans/mot/month-2023-05', '/ke-hoach-va-ket-qua/mot/thang-2023-05'],
])('%s is the twin of %s', (english, vietnamese) => {
  expect(vietnameseOf(english)).toBe(vietnamese);
  expect(englishOf(vietnamese)).toBe(english);
});

it.each([
  '/en/',
  '/en/lam-viec',
  '/en/procedures/',
  '/en/procedures/1/giay-to',
  '/en/procedures/1/checklist/x',
  '/en/news/rss.xml',
  '/en/plans/mot/noi-dung-2',
  '/en/plans/mot/topic-2/rss.xml',
  '/en/plans/mot/hai/topic-2',
  '/english',
  '/EN',
])('%s is the twin of nothing', (path) => {
  expect(vietnameseOf(path)).toBeUndefined();
});

it('comes back from any procedure', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[^/?#.]+$/), (code) => {
      const english = englishOf(`/thu-tuc/${code}`) ?? '';
      expect(languageOf(english)).toBe('en');
      expect(vietnameseOf(english)).toBe(`/thu-tuc/${code}`);
    }),
  );
});

it.each([
  ['/thu-tuc?viec=sinh-con', '/en/procedures?viec=sinh-con'],
  ['/thu-tuc/1.001193#can-mang', '/en/procedures/1.001193#can-mang'],
  ['/bieu-duong', '/bieu-duong'],
  ['/tin/chuyen-muc/thong-bao/rss.xml', '/tin/chuyen-muc/thong-bao/rss.xml'],
  ['/', '/en'],
])('a link to %s leads to %s in English, and stays in Vietnamese', (href, english) => {
  expect(addressIn('en', href)).toBe(english);
  expect(addressIn('vi', href)).toBe(href);
});

it('tells a page which of its words are in another language', () => {
  const english = speechOf('/en/news');
  expect(english).toMatchObject({ language: 'en', written: 'vi', own: 'en' });
  expect(english.to('/lien-he?x#y')).toBe('/en/contact?x#y');
  const vietnamese = speechOf('/tin');
  expect(vietnamese).toMatchObject({ language: 'vi', written: undefined, own: undefined });
  expect(vietnamese.to('/lien-he')).toBe('/lien-he');
});
