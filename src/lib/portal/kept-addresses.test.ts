// Public addresses that may be kept, held against the pages themselves.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keptAddresses } from './kept-addresses.ts';

it('knows every query word that a public page asks for', () => {
  const pages = [
    ...globSync('src/routes/(portal)/**/*.{ts,svelte}'),
    ...globSync('src/routes/api/**/*.ts'),
  ];
  const asked = pages.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(
      /searchParams\.(?:get|getAll|has)\(\s*['"]([^'"]+)['"]/g,
    ),
  ]);
  const words = [...new Set(asked.map((match) => match[1] ?? ''))];
  expect(words).toContain('nam');
  expect(words.filter((word) => !(word in keptAddresses.words))).toEqual([]);
});

it.each([
  ['/', true],
  ['/cai-cach-hanh-chinh/tin-mot', true],
  ['/rss.xml', true],
  ['/api/v1/acts', true],
  ['/lam-viec', false],
  ['/lam-viec/ke-hoach', false],
  ['/dang-nhap', false],
  ['/tep/abc', false],
  ['/cai-cach-hanh-chinh/ke-hoach/x/ban-goc', false],
  ['/minh-hoa.css', false],
  ['/_app/immutable/x.js', false],
])('may keep %s: %s', (path, may) => {
  expect(keptAddresses.mayKeep(path)).toBe(may);
});
