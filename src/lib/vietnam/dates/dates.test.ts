// Calendar dates against JavaScript's own calendar as oracle, and dates as people write them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatLongDate,
  formatLongMonth,
  formatMonth,
  formatWeekday,
  parseDate,
} from './date-text.ts';
import {
  addMillis,
  formatInstant,
  instantFromMillis,
  instantToMillis,
  toInstant,
  vietnamDate,
  vietnamInstant,
  vietnamTime,
} from './instant.ts';
import {
  isMonthKey,
  monthEnd,
  monthOf,
  monthRange,
  monthStart,
  quarterOf,
  shiftMonth,
  toMonthKey,
} from './month-key.ts';
import {
  addDays,
  addMonths,
  compareDates,
  dateParts,
  daysBetween,
  findPlainDate,
  fromDayNumber,
  isPlainDate,
  plainDate,
  toDayNumber,
  toPlainDate,
  weekday,
} from './plain-date.ts';

const DAY = 86_400_000;
const day = (text: string) => toPlainDate(text);
const dayNumbers = fc.integer({ min: -700_000, max: 2_900_000 });

describe('plain dates', () => {
  it('agree with the Gregorian calendar of the runtime', () => {
    fc.assert(
      fc.property(dayNumbers, (number) => {
        const oracle = new Date(number * DAY);
        const date = fromDayNumber(number);
        expect(date).toBe(oracle.toISOString().slice(0, 10));
        expect(toDayNumber(date)).toBe(number);
        expect(weekday(date) % 7).toBe(oracle.getUTCDay());
      }),
    );
  });

  it('refuse days that do not exist', () => {
    for (const text of [
      '2023-02-29',
      '2023-13-01',
      '2023-00-10',
      '2023-1-5',
      '05/01/2023',
      '',
      '0000-01-01',
    ]) {
      expect(isPlainDate(text)).toBe(false);
      expect(() => toPlainDate(text)).toThrow(RangeError);
    }
    expect(isPlainDate('2024-02-29')).toBe(true);
    expect(() => plainDate(2023, 4, 31)).toThrow(RangeError);
    expect(findPlainDate(2023, 4, 31)).toBeUndefined();
    expect(findPlainDate(2023, 4, 1.5)).toBeUndefined();
    expect(findPlainDate(1900, 2, 29)).toBeUndefined();
    expect(findPlainDate(2000, 2, 29)).toBe('2000-02-29');
  });

  it('add and count days both ways', () => {
    fc.assert(
      fc.property(dayNumbers, fc.integer({ min: -10_000, max: 10_000 }), (number, days) => {
        const from = fromDayNumber(number);
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(Math.sign(compareDates(to, from))).toBe(Math.sign(days));
      }),
    );
  });

  it.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-03-31', -1, '2023-02-28'],
    ['2023-11-15', 2, '2024-01-15'],
    ['2023-01-15', -13, '2021-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  it('split into parts', () => {
    expect(dateParts(day('2023-01-05'))).toEqual({ year: 2023, month: 1, day: 5 });
  });
});

describe('months', () => {
  it('know their days, neighbours and quarter', () => {
    const february = monthOf(day('2024-02-10'));
    expect(february).toBe('2024-02');
    expect(monthStart(february)).toBe('2024-02-01');
    expect(monthEnd(february)).toBe('2024-02-29');
    expect(shiftMonth(february, -2)).toBe('2023-12');
    expect(monthRange(toMonthKey('2023-11'), february)).toEqual([
      '2023-11',
      '2023-12',
      '2024-01',
      '2024-02',
    ]);
    expect(monthRange(february, toMonthKey('2023-11'))).toEqual([]);
    expect(
      ['2023-01', '2023-03', '2023-04', '2023-12'].map((m) => quarterOf(toMonthKey(m))),
    ).toEqual([1, 1, 2, 4]);
  });

  it('are refused when there is no such month', () => {
    expect(['2023-13', '2023-00', '2023-1', '0000-01', '2023-01-01'].some(isMonthKey)).toBe(false);
    expect(() => toMonthKey('2023-13')).toThrow(RangeError);
  });
});

describe('dates in text', () => {
  it('are written as offices write them', () => {
    expect(formatDate(day('2023-01-05'))).toBe('05/01/2023');
    expect(formatLongDate(day('2023-01-05'))).toBe('ngày 05 tháng 01 năm 2023');
    expect(formatLongDate(day('2023-03-15'))).toBe('ngày 15 tháng 3 năm 2023');
    expect(formatLongDate(day('2023-12-01'))).toBe('ngày 01 tháng 12 năm 2023');
    expect(formatMonth(toMonthKey('2023-05'))).toBe('05/2023');
    expect(formatLongMonth(toMonthKey('2023-02'))).toBe('tháng 02 năm 2023');
    expect(formatLongMonth(toMonthKey('2023-05'))).toBe('tháng 5 năm 2023');
    expect(formatWeekday(day('2023-01-05'))).toBe('Thứ Năm');
    expect(formatWeekday(day('2023-01-08'))).toBe('Chủ nhật');
  });

  it.each([
    ['5/1/2023', '2023-01-05'],
    [' 05-01-2023 ', '2023-01-05'],
    ['05.01.2023', '2023-01-05'],
    ['05 / 01 / 2023', '2023-01-05'],
    ['ngày 05 tháng 01 năm 2023', '2023-01-05'],
    ['Ngày 5 tháng 3 năm 2023'.normalize('NFD'), '2023-03-05'],
    ['2023-01-05', '2023-01-05'],
    ['13/12/2023', '2023-12-13'],
    ['12/13/2023', undefined],
    ['31/4/2023', undefined],
    ['5/1/23', undefined],
    ['5/1-2023', undefined],
    ['hôm nay', undefined],
  ])('%j is read as %s', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it('are read back as written', () => {
    fc.assert(
      fc.property(
        dayNumbers.filter((n) => n > -354_286),
        (number) => {
          const date = fromDayNumber(number);
          expect(parseDate(formatDate(date))).toBe(date);
          expect(parseDate(formatLongDate(date))).toBe(date);
        },
      ),
    );
  });
});

describe('instants', () => {
  it('agree with the runtime both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 4e12 }), (millis) => {
        expect(instantFromMillis(millis)).toBe(new Date(millis).toISOString());
        expect(instantToMillis(instantFromMillis(millis))).toBe(millis);
      }),
    );
  });

  it('show the Vietnamese day and clock', () => {
    expect(formatInstant('2023-05-17T01:11:32.000Z')).toBe('17/05/2023 08:11:32');
    expect(vietnamDate('2023-01-04T16:59:59.999Z')).toBe('2023-01-04');
    expect(vietnamDate('2023-01-04T17:00:00.000Z')).toBe('2023-01-05');
    expect(vietnamTime('2023-01-04T17:00:00.000Z')).toBe('00:00:00');
  });

  it('come from any offset, never from none', () => {
    expect(toInstant('2023-05-17T08:11:32+07:00')).toBe('2023-05-17T01:11:32.000Z');
    expect(toInstant('2023-05-17 01:11:32.5+00')).toBe('2023-05-17T01:11:32.500Z');
    expect(toInstant('2023-05-16T20:41:32-0430')).toBe('2023-05-17T01:11:32.000Z');
    for (const text of [
      '2023-05-17T01:11:32',
      '2023-05-17',
      '2023-02-29T00:00:00Z',
      '2023-05-17T24:00:00Z',
      '',
    ]) {
      expect(() => toInstant(text)).toThrow(RangeError);
    }
  });

  it('come from a Vietnamese day and time', () => {
    expect(vietnamInstant(day('2023-05-17'), '8:11')).toBe('2023-05-17T01:11:00.000Z');
    expect(vietnamInstant(day('2023-05-17'))).toBe('2023-05-16T17:00:00.000Z');
    expect(() => vietnamInstant(day('2023-05-17'), '25:00')).toThrow(RangeError);
    expect(() => vietnamInstant(day('2023-05-17'), 'noon')).toThrow(RangeError);
    expect(addMillis('2023-05-17T01:11:00.000Z', -60_000)).toBe('2023-05-17T01:10:00.000Z');
  });
});
