// Ruling 12: closed figures stand still, and what came later is told apart, once per act.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '#lib/platform/index.ts';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { getActKinds } from '../acts/kinds.server.ts';
import { foldAdjustments } from './adjustments.ts';
import { foldActs } from './fold-acts.ts';
import {
  chain,
  corrected,
  frame,
  interleave,
  proven,
  recorded,
  withdrawn,
} from './fold.samples.ts';
import { schedules, stories } from './histories.samples.ts';
import { foldFigures } from './period-figures.ts';
import { findPeriod, holdsDay } from './period.ts';

const february = findPeriod('2023-02');
if (!february) throw new Error('no such month');
const today = toPlainDate('2023-12-31');

describe('after February was closed', () => {
  const before = [
    recorded('a'),
    recorded('b'),
    recorded('c'),
    recorded('d', { day: '2023-03-01' }),
  ];
  const closing = { period: february, lastSeq: before.length };

  test.each([
    ['a late act', recorded('late', { day: '2023-02-20' }), 'late', 'late'],
    ['a correction', corrected('a', { quantities: { items: 3 } }), 'a', 'corrected'],
    ['a day put right', corrected('b', { day: '2023-03-02' }), 'b', 'moved-away'],
    ['a withdrawal', withdrawn('c'), 'c', 'withdrawn'],
    ['late evidence', proven('a'), 'a', 'evidence'],
    ['an act moved into it', corrected('d', { day: '2023-02-03' }), 'd', 'late'],
  ])('%s is an adjustment that names its month', (_what, later, act, what) => {
    const found = foldAdjustments(chain(...before, later), closing);
    expect(found).toEqual([
      { act, what, month: '2023-02', on: '2023-01-01', events: [before.length + 1] },
    ]);
  });

  test('what concerns other months is none', () => {
    const later = recorded('e', { day: '2023-03-05' });
    expect(foldAdjustments(chain(...before, later), closing)).toEqual([]);
  });
});

describe('for any history and any moment of closing', () => {
  const history = fc
    .tuple(stories, schedules, fc.array(fc.nat(), { minLength: 1 }), fc.nat())
    .map(([acts, planned, picks, cut]) => {
      const events = chain(...interleave([...acts, planned], picks));
      return { events, lastSeq: events.length === 0 ? 0 : cut % (events.length + 1) };
    });
  const figuresOf = (events: ReturnType<typeof chain>) =>
    canonicalText(
      foldFigures(february, { events, frames: [frame], kinds: getActKinds(), closings: [], today }),
    );

  test('computing the figures again gives the same bytes', () => {
    fc.assert(
      fc.property(history, ({ events, lastSeq }) => {
        const known = events.filter((event) => event.seq <= lastSeq);
        expect(figuresOf([...known].reverse())).toBe(figuresOf(known));
      }),
    );
  });

  test('an act is adjusted exactly when it is not what it was', () => {
    fc.assert(
      fc.property(history, ({ events, lastSeq }) => {
        const inside = (list: typeof events) =>
          new Map(
            foldActs(list, null)
              .filter((act) => holdsDay(february, act.day))
              .map((act) => [act.id, canonicalText(act)]),
          );
        const was = inside(events.filter((event) => event.seq <= lastSeq));
        const is = inside(events);
        const differing = [...new Set([...was.keys(), ...is.keys()])].filter(
          (id) => was.get(id) !== is.get(id),
        );
        const found = foldAdjustments(events, { period: february, lastSeq });
        expect(found.map((one) => one.act).sort()).toEqual(differing.sort());
      }),
    );
  });
});
