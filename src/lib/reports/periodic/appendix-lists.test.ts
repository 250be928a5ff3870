// Appendices made of the acts themselves: the matrix says what was scheduled apart from what nobody scheduled.
import { expect, test } from 'vitest';
import { toMonthKey, toPlainDate } from '#lib/vietnam/index.ts';
import { periodAround } from '../period.ts';
import { actsOf, sourceOf } from '../reports.samples.ts';
import { listAppendices } from './appendix-lists.ts';
import type { ReportFacts } from './facts.ts';
import type { PlanCell } from './resolve.ts';

const half = periodAround('half-year', toPlainDate('2023-05-10'));

function facts(acts: ReturnType<typeof actsOf>, cells: readonly PlanCell[]): ReportFacts {
  return {
    office: 'Ủy ban nhân dân xã An Bình',
    period: half,
    seq: 1,
    source: { ...sourceOf(acts, half), cells, occurrences: [] },
    plans: [],
    topics: [
      { id: 't1', name: 'Một cửa' },
      { id: 't2', name: 'Chuyển đổi số' },
    ],
    units: [],
    duties: [],
    titles: new Map(),
    places: new Map(),
    pictures: new Map(),
    praised: [],
    effects: [],
    shortcomings: [],
    adjustments: [],
    closedOn: null,
  };
}

const cell = (month: string, actIds: string[], topic = 't1'): PlanCell => ({
  ...{ plan: 'p', topic, channel: 'meeting', month: toMonthKey(month), actIds },
  ...{ state: actIds.length > 0 ? 'done' : 'missing', scheduledUnits: ['u1'] },
});

function coverageOf(given: ReportFacts) {
  const appendix = listAppendices(given).find(({ title }) => title.startsWith('Độ phủ'));
  return (appendix?.blocks ?? []).map((block) => (block.kind === 'table' ? block.rows : []));
}

test('the matrix counts months done of those scheduled in the period, and acts beside', () => {
  const acts = actsOf({ id: 'a', day: '2023-02-10' }, { id: 'b', day: '2023-02-11' });
  const cells = [cell('2023-02', ['a', 'b']), cell('2023-04', []), cell('2023-09', [])];
  expect(coverageOf(facts(acts, cells))).toEqual([
    [
      ['Một cửa', '1/2'],
      // Nobody scheduled it: not the same as nothing done.
      ['Chuyển đổi số', ''],
    ],
    [
      ['Một cửa', '2'],
      ['Chuyển đổi số', '–'],
    ],
  ]);
});

test('without a schedule there are only the counts', () => {
  const acts = actsOf({ id: 'a', day: '2023-02-10' });
  expect(coverageOf(facts(acts, []))).toEqual([
    [
      ['Một cửa', '1'],
      ['Chuyển đổi số', '–'],
    ],
  ]);
});
