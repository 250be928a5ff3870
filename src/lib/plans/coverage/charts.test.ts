// Charts count what the folds count: their sums are the lists' lengths.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthRange, toMonthKey } from '#lib/vietnam/index.ts';
import { channelChart, OTHER_CHANNELS, promiseChart, scheduleChart } from './charts.ts';
import { CELL_STATES, type CoverageCell } from './fold-coverage.ts';

const months = monthRange(toMonthKey('2023-01'), toMonthKey('2023-12'));
const channels = Array.from({ length: 9 }, (_, at) => ({ id: `c${at}`, name: `Kênh ${at}` }));

test('every act of the months is in the channels chart once, however many channels there are', () => {
  const act = fc.record({
    channel: fc.constantFrom(...channels.map(({ id }) => id)),
    month: fc.constantFrom(...months),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const { series } = channelChart(acts, months, channels);
      const all = series.flatMap(({ values }) => values);
      expect(all.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(acts.length);
      expect(all).not.toContain(0);
      expect(series.length).toBeLessThanOrEqual(6);
    }),
  );
});

test('the rest of many channels stands together under one name', () => {
  const acts = channels.flatMap(({ id }, at) =>
    Array.from({ length: 10 - at }, () => ({ channel: id, month: toMonthKey('2023-03') })),
  );
  const { series } = channelChart(acts, months, channels);
  expect(series.at(-1)).toMatchObject({ name: OTHER_CHANNELS });
  expect(series.at(-1)?.values[2]).toBe(5 + 4 + 3 + 2);
});

function cell(month: string, state: CoverageCell['state'], units: string[] = ['u']): CoverageCell {
  const place = { topic: 't', channel: 'c', month: toMonthKey(month) };
  return { ...place, state, actIds: [], scheduledUnits: units, why: [] };
}

test('what was done stops at this month, what is scheduled goes on', () => {
  const cells = [
    cell('2023-01', 'evidenced'),
    cell('2023-02', 'missing'),
    cell('2023-03', 'done', []),
    cell('2023-08', 'scheduled'),
  ];
  const [done, set] = scheduleChart({ cells, today: '2023-06-30' }, months).series;
  expect(done?.values).toEqual([1, 1, 1, 1, 1, 1, ...Array.from({ length: 6 }, () => null)]);
  expect(set?.values).toEqual([1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3]);
});

test('a month of promises is the sum of its cells; an unset one promises nothing', () => {
  const cells = CELL_STATES.map((state) => cell('2023-04', state));
  const { series } = promiseChart(cells, months);
  expect(series.map(({ values }) => values[3])).toEqual([2, 1, 1]);
  expect(series.map(({ values }) => values[4])).toEqual([null, null, null]);
});
