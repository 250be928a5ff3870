// Counting rules: a repeat airs again but is no new item, attendance adds up, empty is no row.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getActKinds } from '../acts/kinds.server.ts';
import { QUANTITIES } from '../acts/kinds.ts';
import { findTotal, foldCounts } from './counts.ts';
import { foldActs } from './fold-acts.ts';
import { chain, recorded, proven, type Happening } from './fold.samples.ts';
import { stories } from './histories.samples.ts';

const kinds = getActKinds();
const acts = (...happenings: Happening[]) => foldActs(chain(...happenings), null);

describe('counting', () => {
  test('a bulletin aired again is a new airing and no new item', () => {
    const bulletin = { kind: 'radio-bulletin', channel: 'radio' };
    const first = recorded('a', { ...bulletin, quantities: { airings: 4, minutes: 6 } });
    const again = recorded('b', { ...bulletin, quantities: { items: 0, airings: 2, minutes: 6 } });
    expect(foldCounts(acts(first, again), kinds, 'kind')).toEqual([
      {
        key: 'radio-bulletin',
        acts: 2,
        evidenced: 0,
        quantities: { items: 1, airings: 6, minutes: 36 },
        actIds: ['a', 'b'],
      },
    ]);
  });

  test('attendance is counted per event, and what nobody reported stays absent', () => {
    const meeting = { kind: 'meeting', channel: 'meeting' };
    const first = recorded('a', { ...meeting, quantities: { people: 30 } });
    const second = recorded('b', { ...meeting, quantities: { people: 25 } });
    const total = findTotal(acts(first, second, proven('b')), kinds);
    expect(total).toMatchObject({ acts: 2, evidenced: 1, quantities: { items: 2, people: 55 } });
    expect(total?.quantities).not.toHaveProperty('minutes');
  });

  test('nothing done gives no row and no total', () => {
    expect(foldCounts([], kinds, 'unit')).toEqual([]);
    expect(findTotal([], kinds)).toBeUndefined();
  });

  test('an act that serves two topics counts once in the total', () => {
    const both = acts(recorded('a', { topics: ['t1', 't2'] }));
    expect(foldCounts(both, kinds, 'topic').map((count) => count.key)).toEqual(['t1', 't2']);
    expect(findTotal(both, kinds)?.acts).toBe(1);
  });

  test('groups add up to the total', () => {
    fc.assert(
      fc.property(stories, fc.constantFrom('kind', 'channel', 'unit', 'month'), (all, by) => {
        const standing = acts(...all.flat());
        const total = findTotal(standing, kinds);
        const rows = foldCounts(standing, kinds, by);
        const sum = (pick: (row: (typeof rows)[number]) => number) =>
          rows.reduce((whole, row) => whole + pick(row), 0);
        expect(sum((row) => row.acts)).toBe(total?.acts ?? 0);
        expect(sum((row) => row.evidenced)).toBe(total?.evidenced ?? 0);
        for (const name of QUANTITIES) {
          expect(sum((row) => row.quantities[name] ?? 0)).toBe(total?.quantities[name] ?? 0);
        }
      }),
    );
  });
});
