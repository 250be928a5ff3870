// The calendar of publication: whole weeks, each thing on its day, silences of a week and more. Pure.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, toMonthKey, toPlainDate, weekday } from '#lib/vietnam/index.ts';
import { gapsOf, monthSpell, weeksOf, type CalendarEntry, type EntryKind } from './calendar.ts';

const entry = (day: string, kind: EntryKind = 'published', time = '08:00'): CalendarEntry => ({
  ...{ id: `${day}${time}${kind}`, day: toPlainDate(day), kind, title: day, about: '', href: '/' },
  time: kind === 'due' ? null : time,
});
const june = monthSpell(toMonthKey('2023-06'));
const anyMonth = fc
  .record({ year: fc.integer({ min: 2000, max: 2060 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => toMonthKey(`${year}-${String(month).padStart(2, '0')}`));

test('every month is whole weeks from Monday, each of its days once', () => {
  fc.assert(
    fc.property(anyMonth, (month) => {
      const spell = monthSpell(month);
      const weeks = weeksOf(spell, []);
      for (const week of weeks) {
        expect(week).toHaveLength(7);
        expect(weekday(week[0]?.day ?? spell.from)).toBe(1);
      }
      const inside = weeks.flat().filter((day) => day.inside);
      expect(inside).toHaveLength(daysBetween(spell.from, spell.to) + 1);
      expect([inside[0]?.day, inside.at(-1)?.day]).toEqual([spell.from, spell.to]);
    }),
  );
});

test('a day has its own entries, by the hour, duties first', () => {
  const entries = [
    entry('2023-06-05', 'scheduled', '15:00'),
    entry('2023-06-05', 'published', '07:30'),
    entry('2023-06-05', 'due'),
    entry('2023-06-06'),
  ];
  const day = weeksOf(june, entries)
    .flat()
    .find((one) => one.day === '2023-06-05');
  expect(day?.entries.map(({ kind, time }) => [kind, time])).toEqual([
    ['due', null],
    ['published', '07:30'],
    ['scheduled', '15:00'],
  ]);
});

test('a silence is a week or longer; a duty that is due breaks none', () => {
  expect(gapsOf(june, [])).toEqual([june]);
  const busy = ['2023-06-01', '2023-06-08', '2023-06-16', '2023-06-23', '2023-06-30'];
  expect(gapsOf(june, [...busy.map((day) => entry(day)), entry('2023-06-12', 'due')])).toEqual([
    { from: '2023-06-09', to: '2023-06-15' },
  ]);
});

test('between silences there is always something, and in them nothing', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 12 });
  fc.assert(
    fc.property(days, (offsets) => {
      const entries = offsets.map((offset) => entry(addDays(june.from, offset)));
      const gaps = gapsOf(june, entries);
      for (const { from, to } of gaps) {
        expect(daysBetween(from, to)).toBeGreaterThanOrEqual(6);
        expect(entries.some(({ day }) => day >= from && day <= to)).toBe(false);
      }
      const within = ({ day }: CalendarEntry) =>
        gaps.some(({ from, to }) => day >= from && day <= to);
      expect(entries.some(within)).toBe(false);
    }),
  );
});
