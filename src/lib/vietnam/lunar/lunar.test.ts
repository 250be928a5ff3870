// Every day from 1968 to 2053 against an independent library, known Tết days, and the way back.

import { getLunarDate } from '@dqcai/vn-lunar';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addDays,
  dateParts,
  fromDayNumber,
  plainDate,
  toDayNumber,
  toPlainDate,
} from '../dates/plain-date.ts';
import { loadShippedCalendar } from '../working-days/calendar-files.server.ts';
import { type Calendar } from '../working-days/calendar.ts';
import { findDateOfLunar, lunarNewYear, toLunarDate } from './lunar-date.ts';
import { formatLunarDate, formatShortLunarDate, lunarYearName } from './lunar-text.ts';

const day = toPlainDate;

describe('lunar dates', () => {
  it('are those of the oracle on every day from 1968 to 2053', () => {
    const last = toDayNumber(day('2053-12-31'));
    const differing: string[] = [];
    // The oracle's table begins with the lunar year 1968.
    for (let number = toDayNumber(day('1968-01-29')); number <= last; number += 1) {
      const date = fromDayNumber(number);
      const parts = dateParts(date);
      const own = toLunarDate(date);
      const oracle = getLunarDate(parts.day, parts.month, parts.year);
      if (
        own.day !== oracle.day ||
        own.month !== oracle.month ||
        own.year !== oracle.year ||
        own.leap !== oracle.leap
      ) {
        differing.push(date);
      }
    }
    expect(differing).toEqual([]);
  });

  it.each([
    // Years in which Vietnam's Tết isn't China's are among them: 1968, 1985, 2007, 2030, 2053.
    [1968, '1968-01-29'],
    [1985, '1985-01-21'],
    [2007, '2007-02-17'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2030, '2030-02-02'],
    [2053, '2053-02-18'],
  ])('Tết of %i is on %s', (year, date) => {
    expect(lunarNewYear(year)).toBe(date);
  });

  it('go and come back, also far ahead', () => {
    const days = fc.integer({
      min: toDayNumber(day('1968-01-29')),
      max: toDayNumber(day('2200-01-31')),
    });
    fc.assert(
      fc.property(days, (number) => {
        const date = fromDayNumber(number);
        const lunar = toLunarDate(date);
        expect(findDateOfLunar(lunar)).toBe(date);
        const next = toLunarDate(addDays(date, lunar.day === 30 ? 1 : -lunar.day + 1));
        expect(next.day).toBe(1);
      }),
    );
  });

  it('do not exist outside their months, leap months and years', () => {
    expect(findDateOfLunar({ year: 2023, month: 2, leap: true, day: 1 })).toBe('2023-03-22');
    expect(findDateOfLunar({ year: 2023, month: 3, leap: true, day: 1 })).toBeUndefined();
    expect(findDateOfLunar({ year: 2024, month: 12, leap: false, day: 30 })).toBeUndefined();
    expect(findDateOfLunar({ year: 2024, month: 13, leap: false, day: 1 })).toBeUndefined();
    expect(findDateOfLunar({ year: 2024, month: 1, leap: false, day: 0 })).toBeUndefined();
    expect(() => toLunarDate(plainDate(1967, 12, 31))).toThrow(RangeError);
    expect(() => lunarNewYear(2200)).toThrow(RangeError);
  });

  it('have names', () => {
    expect(formatLunarDate(toLunarDate(day('2023-01-22')))).toBe('mùng 1 tháng Giêng năm Quý Mão');
    expect(formatLunarDate(toLunarDate(day('2023-01-14')))).toBe('23 tháng Chạp năm Nhâm Dần');
    expect(formatLunarDate(toLunarDate(day('2023-04-05')))).toBe('rằm tháng Hai nhuận năm Quý Mão');
    expect(formatShortLunarDate(toLunarDate(day('2023-04-29')))).toBe('10/3 âm lịch');
    expect(formatShortLunarDate(toLunarDate(day('2023-03-22')))).toBe('1/2 nhuận âm lịch');
    expect([1984, 2024, 2025, 2026, 2027].map(lunarYearName)).toEqual([
      'Giáp Tý',
      'Giáp Thìn',
      'Ất Tỵ',
      'Bính Ngọ',
      'Đinh Mùi',
    ]);
  });
});

describe('the shipped calendars', () => {
  let calendar: Calendar;
  beforeAll(async () => {
    calendar = await loadShippedCalendar();
  });

  it.each([2023, 2024, 2025, 2026, 2027])('have the lunar holidays of %i on their days', (year) => {
    for (const tet of [0, 1, 2]) {
      expect(calendar.days.get(addDays(lunarNewYear(year), tet))?.name).toBe('Tết Nguyên đán');
    }
    const ancestors = findDateOfLunar({ year, month: 3, leap: false, day: 10 });
    expect(ancestors && calendar.days.get(ancestors)?.name).toBe('Giỗ Tổ Hùng Vương');
  });
});
