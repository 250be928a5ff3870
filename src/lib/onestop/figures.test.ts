// The figures box: sums of the latest versions, and never a 0 % or 100 % that nothing stands behind.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMonthKey } from '#lib/vietnam/index.ts';
import { caseBoxWords } from './figures-words.ts';
import { figuresCsv } from './figures-table.ts';
import { monthsTable } from './months-table.ts';
import { foldFigures, percentOf, type FigureVersion } from './figures.ts';
import { parseFiguresCsv } from './figures-csv.ts';

function declared(month: string, counts: Partial<FigureVersion> = {}): FigureVersion {
  return {
    month: toMonthKey(month),
    version: 1,
    early: 10,
    onTime: 5,
    late: 0,
    source: 'Sổ theo dõi',
    reason: null,
    declaredAt: `${month}-28T02:00:00.000Z`,
    ...counts,
  };
}

const all = { asOf: null };

describe('the figures box', () => {
  it('sums the year up to its last declared month', () => {
    const box = foldFigures([declared('2023-01'), declared('2023-02', { late: 1 })], all);
    expect(box).toMatchObject({ upTo: '2023-02', handled: 31, earlyAndOnTime: 30, late: 1 });
    expect(caseBoxWords(box)).toMatchObject({
      heading: 'Đến tháng 2/2023 đã giải quyết',
      rate: '96,77%',
      updatedAt: '28/02/2023 09:00:00',
    });
    expect(caseBoxWords(box).lines.at(-1)).toEqual({ label: 'Tỷ lệ trễ hạn', value: '3,23%' });
  });

  it('says that nothing was declared, which is neither 0 nor 100 %', () => {
    expect(foldFigures([], all)).toBeUndefined();
    expect(caseBoxWords(undefined)).toMatchObject({ rate: 'Chưa có số liệu', counted: false });
  });

  it('says that no case came, which is neither 0 nor 100 %', () => {
    const box = foldFigures([declared('2023-01', { early: 0, onTime: 0 })], all);
    expect(box).toMatchObject({ handled: 0, rate: null, lateRate: null });
    expect(caseBoxWords(box)).toMatchObject({ rate: 'Không phát sinh', counted: false });
    expect(JSON.stringify(caseBoxWords(box))).not.toMatch(/\d%/);
  });

  it('names the months it lacks', () => {
    const box = foldFigures([declared('2023-01'), declared('2023-04')], all);
    expect(box?.missing).toEqual(['2023-02', '2023-03']);
    expect(caseBoxWords(box).caution).toContain('02/2023, 03/2023');
  });

  it('counts the correction and keeps what it replaced', () => {
    const second = declared('2023-01', {
      version: 2,
      late: 3,
      declaredAt: '2023-03-01T00:00:00.000Z',
    });
    const box = foldFigures([second, declared('2023-01')], all);
    expect(box?.late).toBe(3);
    expect(box?.months[0]?.replaced).toHaveLength(1);
    expect(
      foldFigures([second, declared('2023-01')], { asOf: '2023-02-15T00:00:00.000Z' })?.late,
    ).toBe(0);
  });

  it('knows early apart from on time only where every month does', () => {
    const box = foldFigures(
      [declared('2023-01'), declared('2023-02', { early: null, onTime: 9 })],
      all,
    );
    expect(box).toMatchObject({ early: null, onTime: null, earlyAndOnTime: 24 });
  });

  it('keeps a new year apart from the old one', () => {
    const versions = [declared('2022-12'), declared('2023-01')];
    expect(foldFigures(versions, all)).toMatchObject({ year: 2023, handled: 15 });
    expect(foldFigures(versions, { asOf: null, year: 2022 })).toMatchObject({ upTo: '2022-12' });
  });
});

const versions = fc
  .array(
    fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      version: fc.integer({ min: 1, max: 4 }),
      early: fc.option(fc.nat(5000)),
      onTime: fc.nat(5000),
      late: fc.nat(5000),
    }),
    { maxLength: 30 },
  )
  .map((drafts) => {
    const unique = new Map(drafts.map((one) => [`${one.month}/${one.version}`, one]));
    return [...unique.values()].map(({ month, ...rest }) =>
      declared(`2023-${String(month).padStart(2, '0')}`, rest),
    );
  });

describe('whatever was declared', () => {
  it('parts make the whole, and both shares together 100', () => {
    fc.assert(
      fc.property(versions, (history) => {
        const box = foldFigures(history, all);
        expect(box === undefined).toBe(history.length === 0);
        if (!box) return;
        for (const tally of [box, ...box.months]) {
          expect(tally.earlyAndOnTime + tally.late).toBe(tally.handled);
          if (tally.early !== null)
            expect(tally.early + (tally.onTime ?? 0)).toBe(tally.earlyAndOnTime);
          expect(tally.rate === null).toBe(tally.handled === 0);
          if (tally.rate !== null) expect(tally.rate + (tally.lateRate ?? 0)).toBeCloseTo(100, 9);
          expect(tally.rate === 100).toBe(tally.handled > 0 && tally.late === 0);
          expect(tally.rate === 0).toBe(tally.handled > 0 && tally.earlyAndOnTime === 0);
        }
      }),
    );
  });

  it('the order in which versions are read changes nothing', () => {
    fc.assert(
      fc.property(versions, fc.func(fc.integer()), (history, rank) => {
        const shuffled = history.toSorted((a, b) => rank(a) - rank(b));
        expect(foldFigures(shuffled, all)).toEqual(foldFigures(history, all));
      }),
    );
  });

  it('only all is 100 and only none is 0', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.nat(9_999_999), (part, rest) => {
        const percent = percentOf(part, part + rest);
        expect(percent === 100).toBe(rest === 0 && part > 0);
        expect(percent === 0).toBe(part === 0 && rest > 0);
      }),
    );
  });

  it('what is given out as CSV reads back to the same counts', () => {
    fc.assert(
      fc.property(versions, (history) => {
        const box = foldFigures(history, all);
        if (!box) return;
        const { rows, faults } = parseFiguresCsv(figuresCsv(box));
        expect(faults).toEqual([]);
        const sums = rows.map(({ month, early, onTime, late }) => [
          month,
          (early ?? 0) + onTime,
          late,
        ]);
        expect(sums).toEqual(box.months.map((one) => [one.month, one.earlyAndOnTime, one.late]));
      }),
    );
  });
});

describe('the months as a table for sheets', () => {
  it('gives shares as shares, and empties where nothing was handled or known apart', () => {
    const box = foldFigures(
      [
        declared('2023-01', { early: 0, onTime: 0 }),
        declared('2023-02', { early: null, onTime: 99, late: 1 }),
      ],
      all,
    );
    const { rows } = monthsTable(box);
    expect(rows.map((row) => row.slice(0, 7))).toEqual([
      ['01/2023', 0, 0, 0, 0, 0, null],
      ['02/2023', 100, null, null, 99, 1, 0.99],
    ]);
  });

  it('has a head and no line while nothing was declared', () => {
    expect(monthsTable(undefined)).toMatchObject({ rows: [], source: 'Chưa có số liệu.' });
  });
});
