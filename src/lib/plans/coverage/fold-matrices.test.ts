// Duties × units and villages × channels: every cell is what counting by hand gives, handed-over and
// excused occurrences where they belong, and a past month is the same bytes whatever comes later.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { toPlainDate, type Calendar } from '#lib/vietnam/index.ts';
import { loadShippedCalendar } from '#lib/vietnam/index.server.ts';
import { foldOccurrences } from '../occurrences/fold-occurrences.ts';
import type { DutyFrame } from '../occurrences/plan-occurrences.ts';
import { foldActs, type FoldEvent } from './fold-acts.ts';
import { countsFor, DUTY_FIGURES, foldDutyCells } from './fold-duties.ts';
import { chain, DUTIES, frame, instant, proven, recorded, VILLAGES } from './fold.samples.ts';
import { foldVillageCells, foldVillageGaps } from './fold-villages.ts';
import { stories } from './histories.samples.ts';

let calendar: Calendar;
beforeAll(async () => {
  calendar = await loadShippedCalendar();
});

const today = toPlainDate('2023-07-15');
const year = { from: toPlainDate('2023-01-01'), to: toPlainDate('2023-12-31') };
const duties: DutyFrame[] = DUTIES.map((id, index) => ({
  id,
  unit: `u${index + 1}`,
  period: frame.period,
  dueOn: null,
  dueText: null,
  every: { count: 1, unit: index === 0 ? 'month' : 'quarter' },
}));

function fold(events: readonly FoldEvent[], asOf: string | null = null, on = today) {
  return foldOccurrences(events, duties, calendar, { asOf, today: on });
}

function decided(kind: string, duty: string, data: object) {
  return { kind, subject: { type: 'duty', id: duty }, data: { decision: 'x', ...data } };
}

describe('duties × units', () => {
  test('counts what fell due, what was done and proven, what is overdue', () => {
    const events = chain(
      recorded('a', { day: '2023-01-10', duties: ['d1'] }),
      proven('a'),
      recorded('b', { day: '2023-02-10', duties: ['d1'] }),
    );
    const [cell] = foldDutyCells(fold(events), { from: year.from, to: toPlainDate('2023-03-31') });
    expect(cell).toEqual({
      duty: 'd1',
      unit: 'u1',
      figures: {
        planned: ['2023-01', '2023-02', '2023-03'],
        done: ['2023-01', '2023-02'],
        evidenced: ['2023-01'],
        overdue: ['2023-03'],
        excused: [],
      },
    });
  });

  test('an occurrence handed over stands with the unit that took it, one let off is not planned', () => {
    const events = chain(
      decided('occurrence.handed-over', 'd1', { occurrence: '2023-02', unit: 'u2' }),
      decided('occurrence.excused', 'd1', { occurrence: '2023-03' }),
    );
    const cells = foldDutyCells(fold(events), {
      from: year.from,
      to: toPlainDate('2023-03-31'),
    }).filter(({ duty }) => duty === 'd1');
    expect(cells.map(({ unit, figures }) => [unit, figures.planned, figures.excused])).toEqual([
      ['u1', ['2023-01'], ['2023-03']],
      ['u2', ['2023-02'], []],
    ]);
  });

  test('each cell equals a naive count', () => {
    fc.assert(
      fc.property(stories, (all) => {
        const read = fold(chain(...all.flat()));
        for (const cell of foldDutyCells(read, year)) {
          const own = read
            .find(({ duty }) => duty === cell.duty)
            ?.occurrences.filter(({ unit }) => unit === cell.unit);
          for (const figure of DUTY_FIGURES) {
            let naive = 0;
            for (const one of own ?? []) if (countsFor(figure, one)) naive += 1;
            expect(cell.figures[figure]).toHaveLength(naive);
          }
          expect(cell.figures.planned.length).toBeGreaterThanOrEqual(
            cell.figures.done.length + cell.figures.overdue.length,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a past month gives the same bytes whatever is recorded later', () => {
    fc.assert(
      fc.property(stories, stories, (known, later) => {
        const before = chain(...known.flat());
        const after = later.flat().map((one, index) => ({
          ...one,
          subject: { ...one.subject, id: `later-${one.subject.id}` },
          seq: before.length + index + 1,
          at: instant(before.length + index),
        }));
        const at = instant(Math.max(0, before.length - 1));
        const on = toPlainDate('2023-03-31');
        const cells = (events: readonly FoldEvent[]) =>
          JSON.stringify(foldDutyCells(fold(events, at, on), { from: year.from, to: on }));
        expect(cells([...before, ...(before.length > 0 ? after : [])])).toBe(cells(before));
      }),
      { numRuns: 30 },
    );
  });
});

describe('villages × channels', () => {
  test('each cell equals a naive count, and no act is lost or counted twice', () => {
    fc.assert(
      fc.property(stories, (all) => {
        const acts = foldActs(chain(...all.flat()), null);
        const cells = foldVillageCells(acts);
        for (const cell of cells) {
          const own = acts.filter(
            ({ village, channel }) => village === cell.village && channel === cell.channel,
          );
          expect(cell.actIds).toEqual(own.map(({ id }) => id));
          expect(cell.evidencedIds.length).toBe(
            own.filter(({ evidence }) => evidence.length > 0).length,
          );
          expect(cell.lastDay).toBe(own.map(({ day }) => day).reduce((a, b) => (a > b ? a : b)));
        }
        expect(cells.reduce((sum, { actIds }) => sum + actIds.length, 0)).toBe(acts.length);
      }),
    );
  });

  test('a village is a gap only for ways that reach single villages', () => {
    const acts = foldActs(
      chain(
        recorded('a', { channel: 'meeting', village: 'v1' }),
        recorded('b', { channel: 'portal', village: null }),
      ),
      null,
    );
    expect(foldVillageGaps(foldVillageCells(acts), VILLAGES)).toEqual([
      { village: 'v2', channels: ['meeting'] },
    ]);
  });
});
