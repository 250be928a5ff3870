// Public addresses that may be kept, held against the pages themselves.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keptAddresses } from './kept-addresses.ts';

/** The calculator names its words in `termWords`; tables take `nam` and `ke-hoach`. */
const OTHER_READERS = [
  '(portal)/bang/[file]/+server.ts',
  '(portal)/tinh-ngay-lam-viec/+page.server.ts',
];

it('knows every query word that a public page asks for', () => {
  const pages = [
    ...globSync('src/routes/(portal)/**/*.{ts,svelte}'),
    ...globSync('src/routes/api/**/*.ts'),
  ];
  const sources = pages.map((file) => readFileSync(file, 'utf8'));
  const asked = sources.flatMap((source) => [
    ...source.matchAll(/(?:searchParams|query)\.(?:get|getAll|has)\(\s*['"]([^'"]+)['"]/g),
    // A page with many words asks through a function of its own.
    ...(source.includes('searchParams.get(name)') ? source.matchAll(/given\('([^']+)'\)/g) : []),
  ]);
  const words = [...new Set(asked.map((match) => match[1] ?? ''))];
  expect(words).toContain('nam');
  expect(words.filter((word) => !(word in keptAddresses.words))).toEqual([]);
  // Whoever reads the query in another way is looked at here before it is kept.
  const others = pages.filter((_, index) =>
    /searchParams(?!\.(?:get|getAll|has)\()/.test(sources[index] ?? ''),
  );
  expect(others.map((file) => file.replace(/^.*routes\//, '')).sort()).toEqual(OTHER_READERS);
});

it.each([
  ['/', true],
  ['/cai-cach-hanh-chinh/tin-mot', true],
  ['/rss.xml', true],
  ['/api/v1/acts', true],
  ['/thu-tuc/1.001776', true],
  ['/thu-tuc/1.001776/giay-to', true],
  ['/van-ban/2023-05-bc-ubnd', true],
  ['/lay-y-kien/2023-quy-che/ban-goc', false],
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
