// What stands beside a page: near before far, new before old, never the page itself, never too much.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBeside, rankRelated, type Relatable, type RelatedKind } from './related.ts';

function one(kind: RelatedKind, name: string, given: Partial<Relatable> = {}): Relatable {
  const usual = { title: name, code: '', day: '2023-05-01', topics: [], leadsTo: [], section: '' };
  return { kind, href: `/${kind}/${name}`, ...usual, ...given };
}

const hrefs = (items: readonly Relatable[]) => items.map(({ href }) => href);

describe('what is related', () => {
  const page = one('article', 'page', {
    topics: ['a', 'b'],
    leadsTo: ['/procedure/p'],
    section: 'news',
  });

  it('stands by topics, then by links, then by section; the newer before the older', () => {
    const others = [
      one('article', 'section', { section: 'news', day: '2023-06-30' }),
      one('article', 'same-link', { leadsTo: ['/procedure/p'] }),
      one('procedure', 'p', { day: '2020-01-01' }),
      one('document', 'leads-here', { leadsTo: [page.href], day: '2021-01-01' }),
      one('article', 'one-topic', { topics: ['b', 'c'] }),
      one('article', 'both-topics', { topics: ['b', 'a'], day: '2019-01-01' }),
      one('article', 'one-topic-newer', { topics: ['a'], day: '2023-05-02' }),
      one('article', 'stranger', { topics: ['z'], section: 'other' }),
      page,
    ];
    expect(hrefs(rankRelated(page, others))).toEqual([
      '/article/both-topics',
      '/article/one-topic-newer',
      '/article/one-topic',
      '/document/leads-here',
      '/procedure/p',
      '/article/same-link',
      '/article/section',
    ]);
  });

  it('is no section where nobody named one', () => {
    const bare = one('document', 'bare');
    expect(rankRelated(bare, [one('document', 'other'), one('article', 'another')])).toEqual([]);
  });

  it('leaves room for other kinds, and is filled up where there are none', () => {
    const articles = [1, 2, 3, 4, 5, 6].map((number) =>
      one('article', `${number}`, { topics: ['a', 'b'], day: `2023-05-0${number}` }),
    );
    const procedure = one('procedure', 'p');
    expect(hrefs(findBeside(page, [...articles, procedure]).items)).toEqual([
      ...['/article/6', '/article/5', '/article/4', '/article/3'],
      '/procedure/p',
    ]);
    expect(findBeside(page, articles).items).toHaveLength(5);
  });
});

it('is the newest of the same kind, and says so, where nothing is related', () => {
  const page = one('article', 'page');
  const others = [
    one('document', 'newest', { day: '2023-06-30' }),
    one('article', 'old', { day: '2022-01-01' }),
    one('article', 'new', { day: '2023-06-01' }),
    page,
  ];
  expect(findBeside(page, others)).toMatchObject({ isNewest: true });
  expect(hrefs(findBeside(page, others).items)).toEqual(['/article/new', '/article/old']);
  expect(findBeside(page, [page])).toEqual({ isNewest: true, items: [] });
});

describe('whatever there is to choose from', () => {
  const few = (...values: string[]) => fc.subarray(values);
  const relatable = fc.record({
    kind: fc.constantFrom<RelatedKind>('article', 'document', 'procedure'),
    href: fc.constantFrom(...Array.from({ length: 14 }, (_, at) => `/${at}`)),
    title: fc.string(),
    code: fc.constant(''),
    day: fc.constantFrom('', '2021-01-01', '2022-02-02', '2023-03-03'),
    topics: few('a', 'b', 'c'),
    leadsTo: few('/1', '/2', '/3', '/4'),
    section: fc.constantFrom('', 'x', 'y'),
  });
  const choice = fc.record({
    page: relatable,
    others: fc.uniqueArray(relatable, { selector: ({ href }) => href, maxLength: 14 }),
  });
  const isRelated = (page: Relatable, other: Relatable) =>
    other.href !== page.href &&
    (page.topics.some((topic) => other.topics.includes(topic)) ||
      page.leadsTo.includes(other.href) ||
      other.leadsTo.includes(page.href) ||
      page.leadsTo.some((href) => other.leadsTo.includes(href)) ||
      (page.section !== '' && page.section === other.section));

  it('exactly what has a tie is ranked, in whatever order it came', () => {
    fc.assert(
      fc.property(choice, ({ page, others }) => {
        const ranked = rankRelated(page, others);
        expect(new Set(ranked)).toEqual(new Set(others.filter((other) => isRelated(page, other))));
        expect(rankRelated(page, others.toReversed())).toEqual(ranked);
        for (const [at, nearer] of ranked.entries()) {
          const next = ranked[at + 1];
          if (!next) continue;
          const shared = ({ topics }: Relatable) =>
            topics.filter((topic) => page.topics.includes(topic)).length;
          expect(shared(nearer)).toBeGreaterThanOrEqual(shared(next));
        }
      }),
    );
  });

  it('at most five stand there, each once, never the page, none of them leaving out a nearer one of its kind', () => {
    fc.assert(
      fc.property(choice, ({ page, others }) => {
        const { items, isNewest } = findBeside(page, others);
        const ranked = rankRelated(page, others);
        expect(isNewest).toBe(ranked.length === 0);
        expect(items.length).toBeLessThanOrEqual(5);
        expect(new Set(items).size).toBe(items.length);
        expect(hrefs(items)).not.toContain(page.href);
        if (isNewest) {
          expect(items.every(({ kind }) => kind === page.kind)).toBe(true);
          return;
        }
        expect(items).toEqual(ranked.filter((other) => items.includes(other)));
        expect(items.length).toBe(Math.min(5, ranked.length));
        for (const kind of ['article', 'document', 'procedure']) {
          const ofKind = ranked.filter((other) => other.kind === kind);
          const shown = items.filter((item) => item.kind === kind);
          expect(shown).toEqual(ofKind.slice(0, shown.length));
          // More than three only where there was nothing else to show.
          if (shown.length > 3) {
            const left = ranked.filter((other) => other.kind !== kind && !items.includes(other));
            expect(
              left.every((other) => items.filter((item) => item.kind === other.kind).length >= 3),
            ).toBe(true);
          }
        }
      }),
    );
  });
});
