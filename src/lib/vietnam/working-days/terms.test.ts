// Terms in days, sessions and hours against cases counted by hand, and the laws they must keep.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, toPlainDate } from '../dates/plain-date.ts';
import { loadShippedCalendar } from './calendar-files.server.ts';
import { type Calendar, makeCalendar } from './calendar.ts';
import { explainTerm, formatTermAmount } from './explain-term.ts';
import {
  formatSessions,
  type OfficeHours,
  type OfficeTime,
  parseClock,
  parseSessions,
  sessionsOf,
} from './office-hours.ts';
import {
  compareTimes,
  dueOf,
  elapsedOf,
  type Pause,
  type TermRules,
  type TermUnit,
} from './terms.ts';
import { countWorkingDays, isWorkingDay } from './working-days.ts';

const WORKED = [
  { from: 450, to: 690 },
  { from: 810, to: 1020 },
];
const HOURS: OfficeHours = {
  week: [WORKED, WORKED, WORKED, WORKED, WORKED, [], []],
  cutOff: 15 * 60,
};
let calendar: Calendar;

beforeAll(async () => {
  calendar = await loadShippedCalendar();
});

function at(date: string, clock: string): OfficeTime {
  return { date: toPlainDate(date), minute: parseClock(clock) ?? -1 };
}

function rules(change: Partial<TermRules> = {}): TermRules {
  return { calendar, hours: HOURS, firstDay: 'next', pauses: [], ...change };
}

describe('hours as people write them', () => {
  it.each([
    ['07:30-11:30, 13h30–17h', '07:30–11:30, 13:30–17:00'],
    [' 7h-11g30 ; 13:30 - 16:00 ', '07:00–11:30, 13:30–16:00'],
    ['', ''],
  ])('%j is read', (text, written) => {
    expect(formatSessions(parseSessions(text) ?? [{ from: 1, to: 2 }])).toBe(written);
  });

  it.each([
    '7-11',
    '11:30-07:30',
    '07:30-11:30, 10:00-12:00',
    '25:00-26:00',
    '07:60-08:00',
    'sáng',
  ])('%j is refused', (text) => {
    expect(parseSessions(text)).toBeUndefined();
  });

  it.each([
    ['15h', 900],
    ['07:05', 425],
    ['24:00', undefined],
    ['', undefined],
  ])('the clock %j is %s', (text, minute) => {
    expect(parseClock(text)).toBe(minute);
  });
});

describe('a term', () => {
  it.each<[string, OfficeTime, number, TermUnit, OfficeTime]>([
    ['before the cut-off', at('2023-01-05', '14:59'), 1, 'day', at('2023-01-06', '17:00')],
    ['at the cut-off', at('2023-01-05', '15:00'), 1, 'day', at('2023-01-06', '17:00')],
    ['after the cut-off', at('2023-01-05', '15:01'), 1, 'day', at('2023-01-09', '17:00')],
    ['on a Saturday', at('2023-01-07', '09:00'), 1, 'day', at('2023-01-10', '17:00')],
    ['over Tết', at('2023-01-18', '09:00'), 5, 'day', at('2023-02-01', '17:00')],
    [
      'half a day in the morning',
      at('2023-01-05', '07:00'),
      1,
      'session',
      at('2023-01-05', '11:30'),
    ],
    ['half a day, begun', at('2023-01-05', '08:00'), 1, 'session', at('2023-01-05', '17:00')],
    ['three half days', at('2023-01-05', '08:00'), 3, 'session', at('2023-01-06', '17:00')],
    ['4 hours over noon', at('2023-01-05', '09:30'), 240, 'minute', at('2023-01-05', '15:30')],
    [
      'an hour on the last day before Tết',
      at('2023-01-19', '14:50'),
      180,
      'minute',
      at('2023-01-27', '08:20'),
    ],
    ['over a swapped Saturday', at('2024-05-03', '15:30'), 60, 'minute', at('2024-05-04', '08:30')],
  ])('%s', (_, received, amount, unit, end) => {
    expect(dueOf(received, amount, unit, rules()).end).toEqual(end);
  });

  it('may count the day of reception', () => {
    const term = dueOf(at('2023-01-05', '08:00'), 2, 'day', rules({ firstDay: 'same' }));
    expect(term.end).toEqual(at('2023-01-06', '17:00'));
    expect(explainTerm(term, HOURS)).toEqual([
      '2 ngày làm việc kể từ ngày 05/01/2023 (tính cả ngày nhận) đến hết ngày 06/01/2023.',
    ]);
  });

  it('stands still in pauses, and says so', () => {
    const pauses = [
      { from: at('2023-03-07', '10:00'), to: at('2023-03-09', '09:00') },
      { from: at('2023-03-08', '10:00'), to: at('2023-03-10', '09:00') },
    ];
    const term = dueOf(at('2023-03-06', '15:20'), 2, 'day', rules({ pauses }));
    // Received on the 7th; the 8th, 9th and 10th are passed over; counted are the 13th and 14th.
    expect(term.end).toEqual(at('2023-03-14', '17:00'));
    expect(explainTerm(term, HOURS)).toEqual([
      'Nhận lúc 15:20, thứ Hai 06/03/2023, sau giờ chốt nhận 15:00: tính như nhận lúc 07:30, thứ Ba 07/03/2023.',
      '2 ngày làm việc kể từ sau ngày 07/03/2023 (không tính ngày nhận) đến hết ngày 14/03/2023; trừ 2 ngày nghỉ hằng tuần.',
      'Không tính 3 ngày làm việc trong thời gian tạm dừng.',
    ]);
  });

  it('has no end while a pause is open', () => {
    const pauses = [{ from: at('2023-03-07', '10:00'), to: null }];
    const term = dueOf(at('2023-03-06', '08:00'), 3, 'day', rules({ pauses }));
    expect(term).toMatchObject({ end: null, left: 2 });
    expect(explainTerm(term, HOURS).at(-1)).toContain('Đang tạm dừng');
    const hours = dueOf(at('2023-03-07', '08:00'), 180, 'minute', rules({ pauses }));
    expect(hours).toMatchObject({ end: null, left: 60 });
    const over = dueOf(at('2023-03-06', '08:00'), 1, 'day', rules({ pauses }));
    expect(over.end).toEqual(at('2023-03-07', '17:00'));
  });

  it('warns of years not settled, in hours too', () => {
    const term = dueOf(at('2026-12-31', '14:00'), 480, 'minute', rules());
    expect(term.days.warnings).toEqual([{ year: 2027, status: 'provisional' }]);
    expect(explainTerm(term, HOURS).join(' ')).toContain('năm 2027 có ngày mới là dự kiến');
  });

  it('is refused when it makes no sense', () => {
    const received = at('2023-03-06', '08:00');
    for (const amount of [0, -1, 1.5, Number.NaN, 2_001]) {
      expect(() => dueOf(received, amount, 'day', rules())).toThrow(RangeError);
    }
    const pauses: Pause[] = [{ from: at('2023-03-08', '10:00'), to: at('2023-03-07', '10:00') }];
    expect(() => dueOf(received, 1, 'day', rules({ pauses }))).toThrow(RangeError);
    const closed: OfficeHours = { week: [[], [], [], [], [], [], []], cutOff: null };
    expect(() => dueOf(received, 1, 'minute', rules({ hours: closed }))).toThrow(RangeError);
  });

  it('is written in its unit', () => {
    expect([
      formatTermAmount(5, 'day'),
      formatTermAmount(1, 'session'),
      formatTermAmount(450, 'minute'),
      formatTermAmount(0, 'minute'),
    ]).toEqual(['5 ngày làm việc', '1 buổi làm việc', '7 giờ 30 phút làm việc', '0 phút làm việc']);
  });
});

describe('the laws of terms', () => {
  const moments = fc.record({
    date: fc
      .integer({ min: 0, max: 365 * 4 })
      .map((days) => addDays(toPlainDate('2023-01-01'), days)),
    minute: fc.integer({ min: 0, max: 1439 }),
  });
  const units = fc.constantFrom<TermUnit>('day', 'session', 'minute');
  const pauses = fc.array(
    fc
      .tuple(moments, fc.nat(20), fc.integer({ min: 0, max: 1439 }))
      .map(([from, days, minute]) => ({
        from,
        to: { date: addDays(from.date, days + 1), minute },
      })),
    { maxLength: 4 },
  );
  const firstDays = fc.constantFrom<'next' | 'same'>('next', 'same');

  it('counting undoes adding, in every unit, with pauses', () => {
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 1, max: 120 }),
        units,
        pauses,
        firstDays,
        (received, amount, unit, stops, firstDay) => {
          const own = rules({ pauses: stops, firstDay });
          const { start, end, paused } = dueOf(received, amount, unit, own);
          expect(end).not.toBeNull();
          if (!end) return;
          expect(compareTimes(start, end)).toBeLessThan(0);
          expect(compareTimes(received, start)).toBeLessThanOrEqual(0);
          expect(sessionsOf(end.date, calendar, HOURS).length).toBeGreaterThan(0);
          expect(elapsedOf(received, end, unit, own)).toMatchObject({ amount, paused });
        },
      ),
    );
  });

  it('more, later or longer never ends earlier', () => {
    const key = (time: OfficeTime | null) =>
      `${time?.date} ${String(time?.minute).padStart(4, '0')}`;
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 1, max: 60 }),
        units,
        pauses,
        fc.nat(5),
        (received, amount, unit, stops, more) => {
          const end = key(dueOf(received, amount, unit, rules()).end);
          expect(key(dueOf(received, amount + more, unit, rules()).end) >= end).toBe(true);
          const later = { ...received, date: addDays(received.date, more) };
          expect(key(dueOf(later, amount, unit, rules()).end) >= end).toBe(true);
          expect(key(dueOf(received, amount, unit, rules({ pauses: stops })).end) >= end).toBe(
            true,
          );
        },
      ),
    );
  });

  it('a pause shifts the end by the working days it lasted', () => {
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 2, max: 40 }),
        fc.nat(30),
        (received, amount, length) => {
          const plain = dueOf(received, amount, 'day', rules());
          const from = { date: plain.start.date, minute: 0 };
          const to = { date: addDays(from.date, length), minute: 0 };
          const shifted = dueOf(received, amount, 'day', rules({ pauses: [{ from, to }] }));
          const [first, second] = [plain.end, shifted.end];
          if (!first || !second) throw new Error('a closed pause leaves an end');
          const shift = countWorkingDays(first.date, second.date, calendar).workingDays;
          expect(shift).toBe(countWorkingDays(from.date, to.date, calendar).workingDays);
          expect(shifted.paused).toBe(shift);
          expect(isWorkingDay(second.date, calendar)).toBe(true);
        },
      ),
    );
  });

  it('an office open on Saturday mornings counts them', () => {
    const six: OfficeHours = {
      ...HOURS,
      week: [...HOURS.week.slice(0, 5), [{ from: 450, to: 690 }], []],
    };
    const own = rules({ hours: six, calendar: makeCalendar([], [7]) });
    expect(dueOf(at('2023-06-09', '14:00'), 1, 'day', own).end).toEqual(at('2023-06-10', '11:30'));
    expect(dueOf(at('2023-06-09', '14:00'), 2, 'session', own).end).toEqual(
      at('2023-06-12', '11:30'),
    );
  });
});
