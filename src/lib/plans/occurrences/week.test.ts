import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toPlainDate } from '#lib/vietnam/index.ts';
import { OCCURRENCE_STATES } from './fold-occurrences.ts';
import { foldWeek, weekOf } from './week.ts';

const week = weekOf(toPlainDate('2023-06-30'));

test('a week runs from Monday to Sunday', () => {
  expect(week).toEqual({ from: '2023-06-26', to: '2023-07-02' });
});

test('what is due, what is late and what comes next never overlap, and nothing owed is lost', () => {
  const one = fc.record({
    key: fc.uuid(),
    unit: fc.constantFrom('u1', 'u2'),
    due: fc.integer({ min: -30, max: 30 }).map((days) => addDays(week.from, days)),
    state: fc.constantFrom(...OCCURRENCE_STATES),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), (all) => {
      const view = foldWeek(all, week);
      const keysOf = (groups: readonly { items: readonly { key: string }[] }[]) =>
        groups.flatMap(({ items }) => items.map(({ key }) => key));
      const keys = [...keysOf(view.due), ...keysOf(view.late), ...keysOf(view.next)];
      expect(new Set(keys).size).toBe(keys.length);
      const naive = all.filter(({ due, state }) => {
        if (state === 'excused' || state === 'ended') return false;
        if (due < week.from) return state === 'overdue';
        return due <= addDays(week.to, 7);
      });
      expect(keys.toSorted()).toEqual(naive.map(({ key }) => key).toSorted());
    }),
  );
});
