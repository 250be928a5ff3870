// Periods fit together without a gap, and say in words what they are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, fromDayNumber, toDayNumber, toPlainDate } from '#lib/vietnam/index.ts';
import { cumulativeSpan, nextPeriod, periodAround, periodInWords, spanOf } from './period.ts';

const day = fc
  .integer({
    min: toDayNumber(toPlainDate('2000-01-01')),
    max: toDayNumber(toPlainDate('2060-12-31')),
  })
  .map(fromDayNumber);
const kind = fc.constantFrom('month', 'quarter', 'half-year', 'year' as const);

describe('a period', () => {
  test.each([
    ['month', '2024-02-10', '2024-02-01', '2024-02-29', 'tháng 02/2024'],
    ['quarter', '2023-05-31', '2023-04-01', '2023-06-30', 'quý II năm 2023'],
    ['half-year', '2023-06-30', '2023-01-01', '2023-06-30', '06 tháng đầu năm 2023'],
    ['half-year', '2023-07-01', '2023-07-01', '2023-12-31', '06 tháng cuối năm 2023'],
    ['year', '2023-07-01', '2023-01-01', '2023-12-31', 'năm 2023'],
  ] as const)('%s around %s', (which, around, from, to, words) => {
    const period = periodAround(which, toPlainDate(around));
    expect(period).toEqual({ kind: which, from, to });
    expect(periodInWords(period)).toBe(words);
  });

  test('holds the day it was made around, and the next begins the day after it', () => {
    fc.assert(
      fc.property(kind, day, (which, around) => {
        const period = periodAround(which, around);
        expect(period.from <= around && around <= period.to).toBe(true);
        expect(nextPeriod(period).from).toBe(addDays(period.to, 1));
        expect(periodAround(which, period.to)).toEqual(period);
      }),
    );
  });

  test('of any days is followed by as many days', () => {
    const span = spanOf(toPlainDate('2023-03-01'), toPlainDate('2023-03-10'));
    expect(nextPeriod(span)).toEqual({ kind: 'span', from: '2023-03-11', to: '2023-03-20' });
    expect(periodInWords(span)).toBe('từ ngày 01/03/2023 đến ngày 10/03/2023');
  });

  test('that ends before it begins is refused, naming both days', () => {
    expect(() => spanOf(toPlainDate('2023-03-02'), toPlainDate('2023-03-01'))).toThrow(
      /01\/03\/2023.*02\/03\/2023/,
    );
  });

  test('adds up from the first of January', () => {
    expect(cumulativeSpan(periodAround('quarter', toPlainDate('2023-05-01')))).toEqual({
      from: '2023-01-01',
      to: '2023-06-30',
    });
  });
});
