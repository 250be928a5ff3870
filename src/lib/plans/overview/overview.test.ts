// Units by how they keep their days.
import { expect, test } from 'vitest';
import { toPlainDate } from '#lib/vietnam/index.ts';
import type { OccurrenceState } from '../occurrences/fold-occurrences.ts';
import { keptEveryDay, latestFirst, standingOfUnits } from './overview.ts';

const today = toPlainDate('2023-06-30');
const one = (unit: string, state: OccurrenceState, late = false, due = '2023-05-31') => ({
  unit,
  answersFor: `Đơn vị ${unit}`,
  state,
  due: toPlainDate(due),
  late,
});
const standing = standingOfUnits(
  [
    one('good', 'evidenced'),
    one('good', 'done'),
    one('good', 'open', false, '2023-12-31'),
    one('slow', 'overdue'),
    one('slow', 'done', true),
    one('worse', 'overdue'),
    one('worse', 'overdue'),
    one('new', 'open', false, '2023-12-31'),
    one('early', 'done', false, '2023-12-31'),
  ],
  today,
);

test('what is overdue, kept and late is counted by the unit that answers for it', () => {
  expect(standing.find(({ id }) => id === 'slow')).toEqual({
    id: 'slow',
    name: 'Đơn vị slow',
    overdue: 1,
    kept: 0,
    late: 1,
  });
});

test('one that nothing came due for is neither good nor weak', () => {
  expect(standing.filter(keptEveryDay).map(({ id }) => id)).toEqual(['good']);
  expect(latestFirst(standing).map(({ id }) => id)).toEqual(['worse', 'slow']);
});
