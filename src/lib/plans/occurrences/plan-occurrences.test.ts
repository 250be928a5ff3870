// Occurrences of duties: rhythms, named days, the coordinator's cadences, and what always holds.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  isWorkingDay,
  toPlainDate,
  type Calendar,
} from '#lib/vietnam/index.ts';
import { loadShippedCalendar } from '#lib/vietnam/index.server.ts';
import { planOccurrences, WHOLE_PERIOD, type DutyFrame } from './plan-occurrences.ts';
import { spellInWords, spellOf, spellsIn, type SpellUnit } from './spells.ts';

let calendar: Calendar;
beforeAll(async () => {
  calendar = await loadShippedCalendar();
});

const year = { from: toPlainDate('2023-01-01'), to: toPlainDate('2023-12-31') };

function duty(given: Partial<DutyFrame> = {}): DutyFrame {
  return {
    id: 'd',
    unit: 'u',
    period: year,
    dueOn: null,
    dueText: null,
    every: null,
    ...given,
  };
}

const keysAndDays = (given: DutyFrame, cadences: Parameters<typeof planOccurrences>[1] = []) =>
  planOccurrences(given, cadences, calendar).map(({ key, due }) => `${key} ${due}`);

describe('a rhythm in the plan', () => {
  it('each quarter is due on its last working day', () => {
    expect(keysAndDays(duty({ every: { count: 1, unit: 'quarter' } }))).toEqual([
      '2023-Q1 2023-03-31',
      '2023-Q2 2023-06-30',
      '2023-Q3 2023-09-29',
      '2023-Q4 2023-12-29',
    ]);
  });

  it('"2 lần mỗi tháng" asks for two acts in each month', () => {
    const months = planOccurrences(duty({ every: { count: 2, unit: 'month' } }), [], calendar);
    expect(months).toHaveLength(12);
    expect(months.every(({ times }) => times === 2)).toBe(true);
  });

  it('"thường xuyên" waits for the coordinator: the whole period counts as one', () => {
    expect(keysAndDays(duty({ every: 'often' }))).toEqual([`${WHOLE_PERIOD} 2023-12-29`]);
  });
});

describe('a day in the plan', () => {
  it('that is a day off moves to the next working day', () => {
    // 30/4/2023 was a Sunday; 1, 2 and 3 May were days off.
    expect(keysAndDays(duty({ dueOn: toPlainDate('2023-04-30') }))).toEqual([
      '2023-04-30 2023-05-04',
    ]);
  });

  it('each year comes once in every year of the period', () => {
    const long = { from: toPlainDate('2023-01-01'), to: toPlainDate('2025-12-31') };
    const yearly = duty({ period: long, dueText: 'trước ngày 15/6 hằng năm' });
    expect(keysAndDays(yearly)).toEqual([
      '2023-06-15 2023-06-15',
      '2024-06-15 2024-06-17',
      '2025-06-15 2025-06-16',
    ]);
  });

  it('counted from an event stays with the whole period', () => {
    const relative = duty({ dueText: 'chậm nhất 05 ngày làm việc kể từ ngày nhận văn bản' });
    expect(keysAndDays(relative)).toEqual([`${WHOLE_PERIOD} 2023-12-29`]);
  });
});

describe('a cadence set at the desk', () => {
  it('takes over from its day and leaves what was before as it was', () => {
    const cadences = [
      { from: toPlainDate('2023-07-01'), every: { count: 1, unit: 'month' as const } },
    ];
    const all = planOccurrences(duty({ every: { count: 1, unit: 'quarter' } }), cadences, calendar);
    expect(all.map(({ key, basis }) => `${key} ${basis}`)).toEqual([
      '2023-Q1 plan',
      '2023-Q2 plan',
      ...['07', '08', '09', '10', '11', '12'].map((month) => `2023-${month} coordinator`),
    ]);
  });

  it('taken away, the whole period counts again', () => {
    const cadences = [{ from: year.from, every: null }];
    expect(keysAndDays(duty({ every: { count: 1, unit: 'month' } }), cadences)).toEqual([
      `${WHOLE_PERIOD} 2023-12-29`,
    ]);
  });
});

describe('stretches', () => {
  const units: SpellUnit[] = ['week', 'month', 'quarter', 'half', 'year'];

  it('cover a period without gap or overlap, and know each of their days', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(toPlainDate('2020-01-01'), n));
    fc.assert(
      fc.property(fc.constantFrom(...units), day, fc.nat(800), (unit, from, length) => {
        const to = addDays(from, length);
        const spells = spellsIn(unit, from, to);
        expect(spells[0]?.from).toBe(from);
        expect(spells.at(-1)?.to).toBe(to);
        for (const [index, spell] of spells.entries()) {
          const before = spells[index - 1];
          if (before) expect(daysBetween(before.to, spell.from)).toBe(1);
          expect(spellOf(unit, spell.to).key).toBe(spell.key);
        }
        expect(new Set(spells.map(({ key }) => key)).size).toBe(spells.length);
      }),
    );
  });

  it.each([
    ['week', '2023-01-01', '2022-W52'],
    ['week', '2023-01-02', '2023-W01'],
    ['week', '2024-12-30', '2025-W01'],
    ['half', '2023-07-01', '2023-H2'],
  ] as const)('%s of %s is %s', (unit, day, key) => {
    expect(spellOf(unit, toPlainDate(day)).key).toBe(key);
  });

  it.each([
    ['month', 'tháng 02/2023'],
    ['quarter', 'quý I/2023'],
    ['half', '6 tháng đầu năm 2023'],
    ['year', 'năm 2023'],
    ['week', 'tuần 13/02 – 19/02/2023'],
  ] as const)('a %s reads as people say it', (unit, words) => {
    expect(spellInWords(spellOf(unit, toPlainDate('2023-02-15')))).toBe(words);
  });
});

it('is always due inside its stretch or on a working day after a named day', () => {
  const unit = fc.constantFrom('week', 'month', 'quarter', 'half', 'year');
  const every = fc.record({ count: fc.integer({ min: 1, max: 5 }), unit });
  fc.assert(
    fc.property(every, fc.nat(364), (rhythm, offset) => {
      const from = addDays(year.from, offset);
      const given = duty({ every: rhythm as DutyFrame['every'], period: { from, to: year.to } });
      for (const one of planOccurrences(given, [], calendar)) {
        expect(one.due >= one.from && one.due <= one.to).toBe(true);
        const days = daysBetween(one.from, one.to);
        const anyWorked = Array.from({ length: days + 1 }, (_, n) => addDays(one.from, n)).some(
          (each) => isWorkingDay(each, calendar),
        );
        if (anyWorked) expect(isWorkingDay(one.due, calendar)).toBe(true);
      }
    }),
  );
});
