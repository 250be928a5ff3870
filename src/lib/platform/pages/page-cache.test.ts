// What is kept, what a change spoils, what never comes back: by cases, and against a naive model.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ingredients, type KeptPage, PageCache } from './page-cache.ts';

const LIMITS = { bytes: 1000, pageBytes: 400 };

function page(body: string, from: Partial<Ingredients> = {}, bytes = 100): KeptPage<string> {
  const made = {
    communeId: 'a',
    version: 5,
    factsVersion: 5,
    tables: ['act'],
    validUntil: 1e6,
    ledByQuery: false,
  };
  return { from: { ...made, ...from }, madeAt: 0, body, bytes };
}

function cacheWith(...pages: [string, KeptPage<string>][]): PageCache<string> {
  const cache = new PageCache<string>(LIMITS);
  cache.noteVersion('a', 5);
  for (const [key, kept] of pages) cache.keep(key, kept);
  return cache;
}

describe('a kept page', () => {
  it('is fresh until its boundary in time', () => {
    const cache = cacheWith(['/', page('home', { validUntil: 100 })]);
    expect(cache.find('/', 99)?.fresh).toBe(true);
    expect(cache.find('/', 100)?.fresh).toBe(false);
  });

  it('goes stale when a table it was made of changes, and stays at hand', () => {
    const cache = cacheWith(['/', page('home')], ['/b', page('other', { tables: ['unit'] })]);
    cache.noteChange('a', 6, ['act']);
    expect(cache.find('/', 0)).toMatchObject({ fresh: false, page: { body: 'home' } });
    expect(cache.find('/b', 0)?.fresh).toBe(true);
  });

  it('of another commune stays fresh', () => {
    const cache = cacheWith(['x', page('x', { communeId: 'b' })]);
    cache.noteChange('a', 6, ['act']);
    expect(cache.find('x', 0)?.fresh).toBe(true);
  });

  it('goes stale when news were missed, whatever they were about', () => {
    const cache = cacheWith(['/', page('home')]);
    cache.noteChange('a', 8, ['unit']);
    expect(cache.find('/', 0)?.fresh).toBe(false);
  });

  it('made before a change that was heard meanwhile is stale from the start', () => {
    const cache = cacheWith();
    cache.noteChange('a', 6, ['act']);
    cache.keep('/', page('old'));
    expect(cache.find('/', 0)?.fresh).toBe(false);
    cache.keep('/', page('new', { version: 6, factsVersion: 6 }));
    expect(cache.find('/', 0)?.fresh).toBe(true);
  });

  it("goes stale when the commune's facts it shows were older than their last change", () => {
    const cache = cacheWith();
    cache.noteChange('a', 6, ['commune']);
    cache.keep('/', page('home', { version: 6, factsVersion: 5 }));
    expect(cache.find('/', 0)?.fresh).toBe(false);
  });

  it('that was deleted does not come back from a making that had begun before', () => {
    const cache = cacheWith(['/', page('wrong')]);
    cache.deleteCommune('a', 6);
    expect(cache.find('/', 0)).toBeUndefined();
    cache.keep('/', page('wrong'));
    expect(cache.find('/', 0)).toBeUndefined();
    cache.keep('/', page('right', { version: 6 }));
    expect(cache.find('/', 0)?.page.body).toBe('right');
  });

  it('too heavy is not kept, and the least asked for goes first', () => {
    const cache = cacheWith(['heavy', page('heavy', {}, 401)]);
    expect(cache.find('heavy', 0)).toBeUndefined();
    for (const key of ['1', '2', '3', '4', '5']) cache.keep(key, page(key, {}, 200));
    cache.find('1', 0);
    cache.keep('6', page('6', {}, 200));
    expect(cache.find('2', 0)).toBeUndefined();
    expect(cache.find('1', 0)).toBeDefined();
    expect(cache.bytes).toBe(1000);
  });
});

it('never gives as fresh what a change has altered, in whatever order news come', () => {
  const change = fc.record({ table: fc.constantFrom('act', 'unit', 'plan') });
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat(), { maxLength: 12 }),
      fc.nat(12),
      fc.subarray(['act', 'unit', 'plan'], { minLength: 1 }),
      (changes, order, readAt, tables) => {
        const version = Math.min(readAt, changes.length);
        const cache = new PageCache<string>(LIMITS);
        cache.noteVersion('a', 1);
        cache.keep('/', page('p', { version, factsVersion: version, tables }));
        // Some news arrive, in a jumbled order; then the row itself is looked at.
        const news = changes.map(({ table }, index) => ({ version: index + 1, table }));
        const heard = order.map((at) => news[at % news.length]).filter((one) => one !== undefined);
        for (const one of heard) cache.noteChange('a', one.version, [one.table]);
        cache.noteVersion('a', changes.length);
        const altered = news.some((one) => one.version > version && tables.includes(one.table));
        if (altered) expect(cache.find('/', 0)?.fresh).not.toBe(true);
      },
    ),
  );
});
