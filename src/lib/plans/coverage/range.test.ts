// Months taken together: the most urgent state shows, acts count once.
import { expect, test } from 'vitest';
import { monthRange, toMonthKey, toPlainDate } from '#lib/vietnam/index.ts';
import { foldCoverage } from './fold-coverage.ts';
import { chain, frame, proven, recorded, scheduled } from './fold.samples.ts';
import { foldRange, mostUrgent, rangeKey } from './range.ts';

test('a gap comes before work to come, and that before work done', () => {
  expect(mostUrgent(['evidenced', 'missing', 'scheduled'])).toBe('missing');
  expect(mostUrgent(['evidenced', 'scheduled', 'done'])).toBe('scheduled');
  expect(mostUrgent(['evidenced', 'done'])).toBe('done');
  expect(mostUrgent([])).toBe('unset');
});

test('only months of the range are looked at', () => {
  const events = chain(
    scheduled('t1', 'portal', '2023-01'),
    recorded('a', { day: '2023-02-10' }),
    proven('a'),
    recorded('b', { day: '2023-02-11' }),
    recorded('c', { day: '2023-05-11' }),
  );
  const options = { asOf: null, today: toPlainDate('2023-06-30') };
  const coverage = foldCoverage(events, frame, options);
  const range = (from: string, to: string) =>
    foldRange(coverage, monthRange(toMonthKey(from), toMonthKey(to))).get(rangeKey('t1', 'portal'));
  expect(range('2023-01', '2023-03')).toEqual({
    state: 'missing',
    months: { missing: 1, done: 1 },
    acts: 2,
  });
  expect(range('2023-02', '2023-02')).toEqual({ state: 'done', months: { done: 1 }, acts: 2 });
  expect(range('2023-03', '2023-04')).toBeUndefined();
});
