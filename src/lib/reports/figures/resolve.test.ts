// Live figures: the value is always the sum of its list, and a change names its acts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actsOf, sourceOf, type SampleAct } from '../reports.samples.ts';
import { findFigureChange } from './compare.ts';
import { FigureReference, FILTERS, MEASURES } from './reference.ts';
import { resolveFigure } from './resolve.ts';

function figure(reference: Partial<FigureReference>, ...acts: SampleAct[]) {
  const whole = FigureReference.parse({
    measure: 'acts',
    span: 'period',
    filter: {},
    ...reference,
  });
  return resolveFigure(whole, sourceOf(actsOf(...acts)));
}

describe('a figure', () => {
  test('without acts is not 0', () => {
    expect(figure({})).toMatchObject({ value: null, parts: [], events: [] });
    expect(figure({ measure: 'people' }, { id: 'a' }).value).toBeNull();
  });

  test('counts the first and last day of the period, and cumulatively from January', () => {
    const days = [
      '2022-12-31',
      '2023-01-01',
      '2023-03-31',
      '2023-04-01',
      '2023-06-30',
      '2023-07-01',
    ];
    const acts = days.map((day) => ({ id: day, day }));
    const ids = (span: 'period' | 'cumulative') =>
      figure({ span }, ...acts).parts.map((part) => part.actId);
    expect(ids('period')).toEqual(days.slice(3, 5));
    expect(ids('cumulative')).toEqual(days.slice(1, 5));
  });

  test('counts an act once, however many topics and duties it serves', () => {
    const act = { id: 'a', topics: ['t1', 't2'], duties: ['d1', 'd2'] };
    expect(figure({}, act).value).toBe(1);
    expect(figure({ filter: { topic: 't2' } }, act).value).toBe(1);
  });

  test('multiplies the minutes of a bulletin by its airings', () => {
    const bulletin = { kind: 'radio-bulletin', channel: 'radio' };
    const aired = { id: 'a', ...bulletin, quantities: { airings: 4, minutes: 6 } };
    expect(figure({ measure: 'minutes' }, aired)).toMatchObject({
      value: 24,
      parts: [{ actId: 'a', amount: 24 }],
    });
  });

  test('tells proven acts apart and cites the events behind them', () => {
    const found = figure({ measure: 'evidenced' }, { id: 'a' }, { id: 'b', proven: true });
    expect(found).toMatchObject({ value: 1, parts: [{ actId: 'b', amount: 1 }], events: [2, 3] });
  });

  test('is the sum of its list, and the units of a period add up to the whole', () => {
    const sample = fc.record({
      unit: fc.constantFrom('u1', 'u2', 'u3'),
      day: fc.constantFrom('2023-02-01', '2023-04-01', '2023-06-30', '2023-08-01'),
      proven: fc.boolean(),
      quantities: fc.record({ people: fc.nat({ max: 900 }) }),
    });
    fc.assert(
      fc.property(
        fc.array(sample, { maxLength: 25 }),
        fc.constantFrom(...MEASURES),
        fc.constantFrom('period' as const, 'cumulative' as const),
        (samples, measure, span) => {
          const acts = samples.map((one, index) => ({ id: `a${index}`, ...one }));
          const whole = figure({ measure, span }, ...acts);
          const sum = whole.parts.reduce((total, part) => total + part.amount, 0);
          expect(whole.value).toBe(whole.parts.length > 0 ? sum : null);
          const byUnit = ['u1', 'u2', 'u3'].map(
            (unit) => figure({ measure, span, filter: { unit } }, ...acts).value ?? 0,
          );
          expect(byUnit.reduce((total, value) => total + value, 0)).toBe(whole.value ?? 0);
        },
      ),
    );
  });

  test('is narrowed by kind, channel, unit and topic', () => {
    const act = { id: 'a', kind: 'meeting', channel: 'meeting', unit: 'u1', topics: ['t1'] };
    const own = { kind: 'meeting', channel: 'meeting', unit: 'u1', topic: 't1' };
    for (const name of FILTERS) {
      expect(figure({ filter: { [name]: own[name] } }, act).value).toBe(1);
      expect(figure({ filter: { [name]: 'other' } }, act).value).toBeNull();
    }
  });

  test('refuses a stored reference to something nobody counts', () => {
    const stored = { measure: 'salary', span: 'period', filter: {} };
    expect(FigureReference.safeParse(stored).success).toBe(false);
  });
});

describe('a change after drafting', () => {
  const people = (...acts: SampleAct[]) => figure({ measure: 'people' }, ...acts);
  const meeting = (id: string, count: number) => ({ id, quantities: { people: count } });

  test('names the acts that came, went and were corrected', () => {
    const drafted = people(meeting('a', 30), meeting('b', 20));
    const now = people(meeting('a', 35), meeting('c', 15));
    expect(findFigureChange(drafted, now)).toEqual({
      before: 50,
      after: 50,
      addedActs: ['c'],
      goneActs: ['b'],
      changedActs: ['a'],
    });
  });

  test('is none while the same acts add up to the same', () => {
    const drafted = people(meeting('a', 30));
    expect(findFigureChange(drafted, people(meeting('a', 30)))).toBeUndefined();
    expect(findFigureChange(people(), people())).toBeUndefined();
  });
});
