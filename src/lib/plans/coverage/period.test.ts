import { expect, test } from 'vitest';
import { findPeriod, holdsDay, periodInWords, periodsOfYear } from './period.ts';

test.each([
  ['2023-05', '2023-05-01', '2023-05-31', 'tháng 5 năm 2023'],
  ['2024-02', '2024-02-01', '2024-02-29', 'tháng 2 năm 2024'],
  ['2023-q2', '2023-04-01', '2023-06-30', 'quý II năm 2023'],
  ['2023-h2', '2023-07-01', '2023-12-31', '6 tháng cuối năm 2023'],
  ['2023', '2023-01-01', '2023-12-31', 'năm 2023'],
])('%s runs from %s to %s', (key, from, to, words) => {
  const period = findPeriod(key);
  expect(period).toMatchObject({ key, from, to });
  expect(period && periodInWords(period)).toBe(words);
});

test.each(['2023-13', '2023-00', '2023-q5', '2023-h3', '23', '2023-5', 'x', '0000', '2023-05-01'])(
  '%s names no period',
  (key) => {
    expect(findPeriod(key)).toBeUndefined();
  },
);

test('a year has twelve months, four quarters, two halves and itself, each found by its key', () => {
  const periods = periodsOfYear('2023');
  expect(periods).toHaveLength(19);
  for (const period of periods) expect(findPeriod(period.key)).toEqual(period);
});

test('every day of a year lies in one period of each kind', () => {
  for (const day of ['2023-01-01', '2023-03-31', '2023-04-01', '2023-12-31']) {
    expect(periodsOfYear('2023').filter((period) => holdsDay(period, day))).toHaveLength(4);
  }
});
