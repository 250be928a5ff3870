import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { RichText, richTextToPlain } from '#lib/platform/index.ts';
import { compareTimes, makeCalendar, type OfficeHours } from '#lib/vietnam/index.ts';
import { Article } from '../article.ts';
import { draftOf, HandOver, isLate, officeTimeOf, termToLook } from './handover.ts';

const FOUR_AND_FOUR = [
  { from: 7 * 60 + 30, to: 11 * 60 + 30 },
  { from: 13 * 60 + 30, to: 17 * 60 + 30 },
];
const hours: OfficeHours = {
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? FOUR_AND_FOUR : [])),
  cutOff: null,
};
const rules = { calendar: makeCalendar([]), hours };
const FRIDAY_TWO = '2023-06-30T07:00:00.000Z';

describe('the time to look at a hand-over', () => {
  it('ends eight working hours on, over the days off', () => {
    const { end } = termToLook(FRIDAY_TWO, rules);
    expect(end).toEqual({ date: '2023-07-03', minute: 14 * 60 });
  });

  test('what comes later is never due sooner', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 60 });
    const at = (minutes: number) =>
      new Date(Date.parse('2023-05-01T00:00:00Z') + minutes * 60_000).toISOString();
    fc.assert(
      fc.property(minute, minute, (one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)].map((minutes) => {
          const { end } = termToLook(at(minutes), rules);
          if (!end) throw new Error('without a pause a term ends');
          return end;
        });
        if (!first || !second) throw new Error('two were asked for');
        expect(compareTimes(first, second)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('is over only after its minute, and stands still while the unit is asked', () => {
    const term = termToLook(FRIDAY_TWO, rules);
    const waiting = { state: 'waiting', wantedOn: '2023-07-10' } as const;
    expect(isLate(waiting, term, '2023-07-03T07:00:00.000Z')).toBe(false);
    expect(isLate(waiting, term, '2023-07-03T07:01:00.000Z')).toBe(true);
    expect(isLate({ ...waiting, state: 'asked' }, term, '2023-08-03T07:01:00.000Z')).toBe(false);
    expect(isLate({ ...waiting, state: 'taken' }, term, '2023-07-10T07:01:00.000Z')).toBe(false);
    expect(isLate({ ...waiting, state: 'taken' }, term, '2023-07-11T07:01:00.000Z')).toBe(true);
    expect(isLate({ ...waiting, state: 'declined' }, term, '2023-08-03T07:01:00.000Z')).toBe(false);
  });

  it('is reckoned on the clock of Vietnam', () => {
    expect(officeTimeOf('2023-06-30T17:30:00.000Z')).toEqual({ date: '2023-07-01', minute: 30 });
  });
});

describe('the draft', () => {
  const matter = {
    title: 'Lịch tiếp công dân tháng 7',
    body: 'Thứ Năm tuần đầu, tại nhà văn hóa.\n\nMời bà con mang giấy tờ.',
    topics: [],
    unitId: null,
    unitName: 'Tư pháp',
    document: null,
    photographs: [],
  };

  it('says the words of the unit, its photographs, its document, and whose they are', () => {
    const file = 'a'.repeat(64);
    const whole = {
      ...matter,
      document: { words: 'số 12/TB-UBND, về lịch tiếp dân', href: '/van-ban/12-tb-ubnd' },
      photographs: [{ sha256: file, alt: 'Cán bộ tiếp dân ở nhà văn hóa' }],
    };
    const { body, summary, section } = draftOf(whole, 'thong-bao');
    expect(section).toBe('thong-bao');
    expect(summary).toBe('Thứ Năm tuần đầu, tại nhà văn hóa.');
    expect(richTextToPlain(body)).toContain('Văn bản: số 12/TB-UBND, về lịch tiếp dân');
    expect(richTextToPlain(body).trimEnd().endsWith('Theo Tư pháp.')).toBe(true);
    expect(body.content.filter(({ type }) => type === 'picture')).toEqual([
      {
        type: 'picture',
        attrs: { file, alt: 'Cán bộ tiếp dân ở nhà văn hóa', credit: 'Tư pháp' },
      },
    ]);
  });

  test('whatever was handed over can be kept as an article', () => {
    const words = fc.string({ minLength: 1, maxLength: 900, unit: 'grapheme' });
    fc.assert(
      fc.property(words, words, (body, unitName) => {
        const draft = draftOf({ ...matter, body, unitName }, 'thong-bao');
        expect(Article.safeParse(draft).success).toBe(true);
        expect(RichText.safeParse(draft.body).success).toBe(true);
        expect(draft.summary.length).toBeLessThanOrEqual(301);
      }),
    );
  });
});

describe('the form', () => {
  const filled = {
    clientKey: '0198a1de-0000-7000-8000-000000000001',
    unitId: '0198a1de-0000-7000-8000-000000000002',
    title: 'Lịch tiếp công dân',
    body: 'Thứ Năm.',
    wantedOn: '2023-07-03',
  };
  const photo = {
    isPhoto: true,
    file: { sha256: 'a'.repeat(64), size: 1, mediaType: 'image/jpeg', name: 'a.jpg' },
  };
  const faults = (form: object) =>
    HandOver.safeParse({ ...filled, ...form }).error?.issues.map(({ path }) => path.join('.')) ??
    [];

  it('asks what a photograph shows and who is in it, only where there is one', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ handed: [photo] })).toEqual(['photoCaption', 'photoPeople']);
    expect(faults({ handed: [photo], photoCaption: 'Họp thôn', photoPeople: 'nobody' })).toEqual(
      [],
    );
  });

  it('refuses a day that doesn’t exist', () => {
    expect(faults({ wantedOn: '2023-02-30' })).toEqual(['wantedOn']);
  });
});
