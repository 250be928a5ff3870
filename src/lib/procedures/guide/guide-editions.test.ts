// Which words hold on a day, and who handled it when: folds over approved editions in any order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guideDifferences, guideOn, handlingPeriods, type GuideEdition } from './guide-editions.ts';
import { emptyGuide, type ProcedureGuide } from './guide.ts';

const edition = (
  number: number,
  effectiveFrom: string,
  words: Partial<ProcedureGuide>,
): GuideEdition => ({ number, effectiveFrom, guide: { ...emptyGuide, ...words } });

describe('the edition of a day', () => {
  it('is the latest that took effect by then, of one day the last written', () => {
    const editions = [
      edition(1, '2023-01-01', { room: 'A' }),
      edition(2, '2023-05-01', { room: 'B' }),
      edition(3, '2023-03-01', { room: 'C' }),
      edition(4, '2023-05-01', { room: 'D' }),
    ];
    const room = (day: string) => guideOn(editions, day)?.guide.room;
    expect(
      ['2022-12-31', '2023-01-01', '2023-03-01', '2023-04-30', '2023-05-01'].map(room),
    ).toEqual([undefined, 'A', 'C', 'C', 'D']);
  });
});

describe('who handled it', () => {
  it('is told by periods, which other words do not cut', () => {
    const clerk = { handler: 'Công chức tư pháp', room: 'Quầy 2' };
    const editions = [
      edition(1, '2023-01-01', clerk),
      edition(2, '2023-02-01', { ...clerk, tips: 'Đi sớm' }),
      edition(3, '2023-05-01', { ...clerk, room: 'Quầy 1' }),
    ];
    expect(handlingPeriods(editions)).toMatchObject([
      { room: 'Quầy 1', from: '2023-05-01', until: null },
      { room: 'Quầy 2', from: '2023-01-01', until: '2023-05-01' },
    ]);
    expect(handlingPeriods([])).toEqual([]);
  });

  it('is on every day what the edition of that day says', () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((at) => `2023-02-${String(at).padStart(2, '0')}`);
    const editions = fc
      .array(fc.tuple(day, fc.constantFrom('A', 'B', 'C')), { minLength: 1, maxLength: 8 })
      .map((all) => all.map(([from, room], at) => edition(at + 1, from, { room })));
    fc.assert(
      fc.property(editions, day, (all, asked) => {
        const period = handlingPeriods(all).find(
          ({ from, until }) => from <= asked && (until === null || asked < until),
        );
        expect(period?.room).toBe(guideOn(all, asked)?.guide.room);
      }),
    );
  });
});

describe('differences', () => {
  it('name old and new by the parts of the form; a number by its hotline', () => {
    const before = { ...emptyGuide, room: 'Quầy 2', tips: 'Đi sớm' };
    const after = {
      ...emptyGuide,
      room: 'Quầy 1',
      hotline: 'h',
      questions: [{ question: 'Đi thay được không?', answer: 'Được.' }],
    };
    const changes = guideDifferences(before, after, () => '0220 0000 001');
    expect(changes.map(({ label, before: old, after: now }) => [label, old, now])).toEqual([
      ['Phòng', 'Quầy 2', 'Quầy 1'],
      ['Số điện thoại', null, '0220 0000 001'],
      ['Lưu ý', 'Đi sớm', null],
      ['Hay được hỏi', null, 'Đi thay được không?\nĐược.'],
    ]);
    expect(guideDifferences(after, after, String)).toEqual([]);
  });
});
