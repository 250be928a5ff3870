// Working days against tables counted by hand on paper calendars, and the laws of counting.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { monthEnd, monthStart, toMonthKey } from '../dates/month-key.ts';
import { addDays, toPlainDate } from '../dates/plain-date.ts';
import { loadShippedCalendar } from './calendar-files.server.ts';
import { type Calendar, makeCalendar, overlayCalendar, yearStatus } from './calendar.ts';
import { explainCount } from './explain.ts';
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  listWorkingDays,
  workingDayOnOrAfter,
} from './working-days.ts';

const day = toPlainDate;
let calendar: Calendar;

beforeAll(async () => {
  calendar = await loadShippedCalendar();
});

describe('the shipped calendar', () => {
  // Mondays to Fridays of the month, minus those listed off, plus Saturdays worked.
  it.each([
    [2023, [22 - 6, 20, 23, 20, 23 - 3, 22, 21, 23, 21 - 2, 22, 22, 21], 249],
    [2024, [23 - 1, 21 - 5, 21, 22 - 3, 23 - 1 + 1, 20, 23, 22, 21 - 2, 23, 21, 22], 251],
    [2025, [23 - 6, 20, 21, 22 - 2 + 1, 22 - 2, 21, 23, 21, 22 - 2, 23, 20, 23], 250],
    [
      2026,
      [22 - 2 + 1, 20 - 5, 22, 22 - 2, 21 - 1, 22, 23, 21 - 1 + 1, 22 - 2, 22, 21 - 1, 23],
      249,
    ],
  ])('%i has so many working days a month', (year, months, total) => {
    const counted = months.map((_, index) => {
      const month = toMonthKey(`${year}-${String(index + 1).padStart(2, '0')}`);
      return listWorkingDays(monthStart(month), monthEnd(month), calendar).length;
    });
    expect(counted).toEqual(months);
    expect(counted.reduce((sum, days) => sum + days, 0)).toBe(total);
  });

  it.each([
    ['2023-01-02', false],
    ['2023-01-19', true],
    ['2023-01-20', false],
    ['2023-01-26', false],
    ['2023-01-27', true],
    ['2023-05-03', false],
    ['2023-09-04', false],
    ['2024-04-29', false],
    ['2024-05-04', true],
    ['2024-05-11', false],
    ['2025-04-26', true],
    ['2025-05-02', false],
    ['2025-11-24', true],
    ['2026-01-10', true],
    ['2026-08-22', true],
    ['2026-11-24', false],
    ['2027-11-24', false],
  ])('%s is worked: %s', (date, worked) => {
    expect(isWorkingDay(day(date), calendar)).toBe(worked);
  });

  it('says which years to rely on', () => {
    expect([2022, 2023, 2026, 2027, 2028].map((year) => yearStatus(calendar, year))).toEqual([
      'missing',
      'official',
      'official',
      'provisional',
      'missing',
    ]);
  });
});

describe('a term', () => {
  it('over Tết names what it passed over', () => {
    const term = addWorkingDays(day('2023-01-18'), 5, calendar);
    expect(term.to).toBe('2023-02-01');
    expect(term.warnings).toEqual([]);
    expect(explainCount(term)).toBe(
      '5 ngày làm việc kể từ sau ngày 18/01/2023 đến hết ngày 01/02/2023, trừ 2 ngày nghỉ hằng tuần; ' +
        'trừ Tết Nguyên đán (20/01/2023–24/01/2023); trừ nghỉ bù Tết Nguyên đán (25/01/2023–26/01/2023).',
    );
  });

  it('counts a Saturday worked', () => {
    const term = addWorkingDays(day('2024-04-26'), 3, calendar);
    expect(term.to).toBe('2024-05-04');
    expect(explainCount(term)).toContain(
      'tính cả làm bù cho ngày nghỉ hoán đổi dịp Ngày Chiến thắng (04/05/2024)',
    );
  });

  it('warns when it reaches into a year that is not settled or not known', () => {
    const provisional = addWorkingDays(day('2026-12-30'), 3, calendar);
    expect(provisional.to).toBe('2027-01-05');
    expect(provisional.warnings).toEqual([{ year: 2027, status: 'provisional' }]);
    expect(explainCount(provisional)).toContain('năm 2027 có ngày mới là dự kiến');
    const missing = addWorkingDays(day('2027-12-30'), 3, calendar);
    expect(missing.warnings).toEqual([
      { year: 2027, status: 'provisional' },
      { year: 2028, status: 'missing' },
    ]);
    expect(explainCount(missing)).toContain('Chưa có lịch nghỉ năm 2028');
    expect(countWorkingDays(day('2026-12-31'), day('2026-12-31'), calendar).warnings).toEqual([]);
  });

  it('counts backwards', () => {
    const term = addWorkingDays(day('2023-01-27'), -2, calendar);
    expect(term.to).toBe('2023-01-18');
    expect(term.workingDays).toBe(-2);
    expect(explainCount(term)).toMatch(
      /^2 ngày làm việc từ ngày 18\/01\/2023 đến trước ngày 27\/01\/2023, /u,
    );
  });

  it('in calendar days ends on a working day', () => {
    expect(workingDayOnOrAfter(day('2023-01-21'), calendar)).toBe('2023-01-27');
    expect(workingDayOnOrAfter(day('2023-01-19'), calendar)).toBe('2023-01-19');
  });

  it('is refused when it is no whole number of days', () => {
    for (const days of [1.5, Number.NaN, 10_001, Infinity]) {
      expect(() => addWorkingDays(day('2023-01-05'), days, calendar)).toThrow(RangeError);
    }
  });
});

describe('the laws of counting', () => {
  const dates = fc
    .integer({ min: 0, max: 365 * 6 })
    .map((days) => addDays(day('2022-06-01'), days));
  const terms = fc.integer({ min: -300, max: 300 });

  it('counting undoes adding', () => {
    fc.assert(
      fc.property(dates, terms, (from, days) => {
        const { to, workingDays } = addWorkingDays(from, days, calendar);
        expect(workingDays).toBe(days);
        expect(countWorkingDays(from, to, calendar).workingDays).toBe(days);
        expect(days === 0 || isWorkingDay(to, calendar)).toBe(true);
      }),
    );
  });

  it('a longer term or a later start never ends earlier', () => {
    fc.assert(
      fc.property(dates, terms, fc.nat(60), (from, days, more) => {
        const { to } = addWorkingDays(from, days, calendar);
        expect(addWorkingDays(from, days + more, calendar).to >= to).toBe(true);
        expect(days === 0 || addWorkingDays(addDays(from, more), days, calendar).to >= to).toBe(
          true,
        );
      }),
    );
  });

  it('every day passed is accounted for once', () => {
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        const count = countWorkingDays(from, to, calendar);
        const passed = Math.abs(count.workingDays) + count.weeklyDaysOff + count.daysOff.length;
        expect(addDays(from, to < from ? -passed : passed)).toBe(to);
      }),
    );
  });
});

describe('an overlay', () => {
  const own = {
    date: day('2023-06-05'),
    kind: 'swap_off',
    name: 'Nghỉ hoán đổi của xã',
    source: 'Thông báo của xã',
    status: 'provisional',
  } as const;

  it('wins over what is shipped, and its doubt shows', () => {
    const overlaid = overlayCalendar(calendar, [own]);
    expect(isWorkingDay(own.date, overlaid)).toBe(false);
    expect(isWorkingDay(own.date, calendar)).toBe(true);
    expect(yearStatus(overlaid, 2023)).toBe('provisional');
    const undone = overlayCalendar(overlaid, [{ ...own, kind: 'swap_work', status: 'official' }]);
    expect(isWorkingDay(own.date, undone)).toBe(true);
    expect(yearStatus(undone, 2023)).toBe('official');
  });

  it('may bring a year that was missing', () => {
    const later = { ...own, date: day('2028-01-03'), status: 'official' } as const;
    expect(yearStatus(overlayCalendar(calendar, [later]), 2028)).toBe('missing');
    expect(yearStatus(overlayCalendar(calendar, [later], [2028]), 2028)).toBe('official');
  });

  it('may have a working Saturday every week, but some day must be worked', () => {
    const sixDays = makeCalendar([], [7]);
    expect(isWorkingDay(day('2023-06-10'), sixDays)).toBe(true);
    expect(() => makeCalendar([], [1, 2, 3, 4, 5, 6, 7])).toThrow(RangeError);
  });
});
