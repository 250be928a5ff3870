// The matrix by ruling 14, case by case and by its laws.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toMonthKey, toPlainDate } from '#lib/vietnam/index.ts';
import {
  chain,
  corrected,
  frame,
  instant,
  interleave,
  proven,
  recorded,
  scheduled,
  unproven,
  unscheduled,
  withdrawn,
  type Happening,
} from './fold.samples.ts';
import { schedules, stories } from './histories.samples.ts';
import { advanceActs, foldActs, NO_ACTS } from './fold-acts.ts';
import { cellAt, foldCoverage, type CellState } from './fold-coverage.ts';

const JUNE = { asOf: null, today: toPlainDate('2023-06-30') };
const FEBRUARY = toMonthKey('2023-02');

function cell(happenings: Happening[], topic = 't1', channel = 'portal', month = FEBRUARY) {
  return cellAt(foldCoverage(chain(...happenings), frame, JUNE), topic, channel, month);
}

describe('a cell', () => {
  test.each<[string, CellState, Happening[]]>([
    ['nothing scheduled and nothing done is unset', 'unset', []],
    [
      'scheduled and past without an act is missing',
      'missing',
      [scheduled('t1', 'portal', '2023-02')],
    ],
    [
      'a schedule taken back is unset',
      'unset',
      [scheduled('t1', 'portal', '2023-02'), unscheduled('t1', 'portal', '2023-02')],
    ],
    ['an act without evidence is done', 'done', [recorded('a')]],
    ['an act with evidence is evidenced', 'evidenced', [recorded('a'), proven('a')]],
    ['evidence removed falls back to done', 'done', [recorded('a'), proven('a'), unproven('a')]],
    ['one of two acts unproven is done', 'done', [recorded('a'), proven('a'), recorded('b')]],
    ['a withdrawn act leaves nothing', 'unset', [recorded('a'), proven('a'), withdrawn('a')]],
    [
      'a scheduled unit that did its part is done',
      'done',
      [scheduled('t1', 'portal', '2023-02'), recorded('a')],
    ],
    [
      'a gap does not hide behind another unit',
      'missing',
      [scheduled('t1', 'portal', '2023-02', 'u2'), recorded('a'), proven('a')],
    ],
    [
      'a correction moves an act to another month',
      'unset',
      [recorded('a'), corrected('a', { day: '2023-03-01' })],
    ],
    [
      'another plan’s schedule plans nothing here',
      'unset',
      [{ ...scheduled('t1', 'portal', '2023-02'), subject: { type: 'plan', id: 'other' } }],
    ],
  ])('%s', (_, state, happenings) => {
    expect(cell(happenings).state).toBe(state);
  });

  test('is scheduled until its month is over, and missing the day after', () => {
    const events = chain(scheduled('t1', 'radio', '2023-06'));
    const at = (today: string) =>
      cellAt(
        foldCoverage(events, frame, { asOf: null, today: toPlainDate(today) }),
        't1',
        'radio',
        toMonthKey('2023-06'),
      ).state;
    expect([at('2023-05-01'), at('2023-06-30'), at('2023-07-01')]).toEqual([
      'scheduled',
      'scheduled',
      'missing',
    ]);
  });

  test('keeps an act done in a cell nobody scheduled, and serves each of its topics', () => {
    const both = [recorded('a', { topics: ['t2', 't1'] })];
    expect(cell(both, 't1').actIds).toEqual(['a']);
    expect(cell(both, 't2').actIds).toEqual(['a']);
    expect(cell(both, 't3').state).toBe('unset');
  });

  test('says why, unit by unit and act by act, with the events behind it', () => {
    const found = cell([
      scheduled('t1', 'portal', '2023-02', 'u1'),
      scheduled('t1', 'portal', '2023-02', 'u2'),
      recorded('a'),
      proven('a'),
    ]);
    expect(found.scheduledUnits).toEqual(['u1', 'u2']);
    expect(found.why).toEqual([
      { rule: 'cell.unit-done', on: '2023-02-28', unit: 'u1', events: [1, 3, 4] },
      { rule: 'cell.unit-missing', on: '2023-02-28', unit: 'u2', events: [2] },
      { rule: 'cell.act-counted', on: '2023-02-10', unit: 'u1', act: 'a', events: [3, 4] },
    ]);
    expect(cell([]).why.map((reason) => reason.rule)).toEqual(['cell.unset']);
  });
});

describe('laws', () => {
  const order = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 60 });
  /** Everything but the event numbers, which tell the order apart. */
  const bytes = (happenings: Happening[]) =>
    JSON.stringify(foldCoverage(chain(...happenings), frame, JUNE), (key, value: unknown) =>
      key === 'events' ? undefined : value,
    );

  test('the order between acts and schedules makes no difference', () => {
    fc.assert(
      fc.property(stories, schedules, order, order, (acts, plan, one, other) => {
        // A cell scheduled twice is one scheduling, so each stands for itself.
        const histories = [...acts, ...plan.map((single) => [single])];
        expect(bytes(interleave(histories, one))).toBe(bytes(interleave(histories, other)));
      }),
    );
  });

  test('withdrawing an act is as if it had never been recorded', () => {
    fc.assert(
      fc.property(stories, schedules, fc.nat(), (acts, plan, pick) => {
        fc.pre(acts.length > 0);
        const gone = pick % acts.length;
        const id = acts[gone]?.[0]?.subject.id ?? '';
        const without = acts.filter((_, index) => index !== gone);
        expect(bytes([...acts.flat(), ...plan, withdrawn(id)])).toBe(
          bytes([...without.flat(), ...plan]),
        );
      }),
    );
  });

  test('a cell holds exactly the acts of both halves of a history', () => {
    fc.assert(
      fc.property(stories, fc.nat({ max: 8 }), (acts, cut) => {
        const idsOf = (part: Happening[][]) =>
          foldCoverage(chain(...part.flat()), frame, JUNE).cells.flatMap((found) =>
            found.actIds.map((id) => `${found.topic} ${found.channel} ${found.month} ${id}`),
          );
        const parts = [...idsOf(acts.slice(0, cut)), ...idsOf(acts.slice(cut))];
        expect(idsOf(acts).sort()).toEqual(parts.sort());
      }),
    );
  });

  test('evidence never sets a cell back', () => {
    const rank: Record<CellState, number> = {
      unset: 0,
      missing: 1,
      scheduled: 1,
      done: 2,
      evidenced: 3,
    };
    fc.assert(
      fc.property(stories, schedules, fc.nat(), (acts, plan, pick) => {
        fc.pre(acts.length > 0);
        const id = acts[pick % acts.length]?.[0]?.subject.id ?? '';
        const events = [...acts.flat(), ...plan];
        const before = foldCoverage(chain(...events), frame, JUNE);
        const after = foldCoverage(chain(...events, proven(id, 'late')), frame, JUNE);
        for (const was of before.cells) {
          const is = cellAt(after, was.topic, was.channel, was.month);
          expect(rank[is.state]).toBeGreaterThanOrEqual(rank[was.state]);
        }
      }),
    );
  });

  test('a past instant recomputes to the same bytes, whatever was recorded later', () => {
    fc.assert(
      fc.property(stories, schedules, fc.nat({ max: 40 }), (acts, plan, cut) => {
        const events = chain(...acts.flat(), ...plan);
        const then = { asOf: instant(cut), today: toPlainDate('2023-03-31') };
        const past = events.filter((event) => event.seq <= cut + 1);
        expect(JSON.stringify(foldCoverage(events, frame, then))).toBe(
          JSON.stringify(foldCoverage(past, frame, then)),
        );
      }),
    );
  });
});

test('acts folded on from any place are those folded at once', () => {
  fc.assert(
    fc.property(stories, fc.array(fc.nat()), fc.nat(), (histories, picks, cut) => {
      const events = chain(...interleave(histories, picks));
      const at = cut % (events.length + 1);
      const before = advanceActs(NO_ACTS, events.slice(0, at));
      const unchanged = JSON.stringify(before.acts);
      const after = advanceActs(before, events.slice(at));
      expect(JSON.stringify(after.acts)).toBe(JSON.stringify(foldActs(events, null)));
      expect(JSON.stringify(before.acts)).toBe(unchanged);
    }),
  );
});
