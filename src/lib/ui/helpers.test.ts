/** The pure helpers behind components. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentNumber, listRecipients, placeAndDate } from './document-head.ts';
import { describedBy, errorsByName, fieldId } from './field.ts';
import { STATES, type State } from './looks.ts';
import { measure } from './measure.ts';
import { countDone, drawMonths, summariseMonths } from './months.ts';
import { listPages } from './pages.ts';

const anyMonths = fc.array(fc.constantFrom<State>(...STATES), { maxLength: 12 });

describe('months', () => {
  test('every month is drawn once, by its own state', () => {
    fc.assert(
      fc.property(anyMonths, (months) => {
        const paths = drawMonths(months);
        expect(paths.map((path) => path.state)).toEqual(STATES.filter((s) => months.includes(s)));
        expect(paths.every((path) => path.line !== '' || path.fill !== '')).toBe(true);
      }),
    );
  });

  test('what was set is done, missing or still planned', () => {
    fc.assert(
      fc.property(anyMonths, (months) => {
        const { done, set, missing } = countDone(months);
        expect(done + missing + months.filter((m) => m === 'planned').length).toBe(set);
      }),
    );
  });

  test('no month set is "chưa đặt", not "0"', () => {
    expect(summariseMonths(['unset', 'unset'])).toBe('chưa đặt');
    expect(summariseMonths([])).toBe('chưa đặt');
  });
});

describe('shares', () => {
  test('nothing to compare is undefined', () => {
    expect(measure(null, 10)).toBeUndefined();
    expect(measure(0, 0)).toBeUndefined();
    expect(measure(3, Number.NaN)).toBeUndefined();
  });

  test('only all is 100 and only nothing is 0', () => {
    expect(measure(2638, 2639)).toBe(99.9);
    expect(measure(99_999, 100_000)).toBe(99.9);
    expect(measure(1, 100_000)).toBe(0.1);
    expect(measure(2639, 2639)).toBe(100);
    expect(measure(0, 2639)).toBe(0);
  });
});

describe('pages', () => {
  test('ends, current page and neighbours are shown, and gaps hide at least two', () => {
    expect(listPages(6, 14)).toEqual([1, null, 5, 6, 7, null, 14]);
    expect(listPages(3, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(listPages(1, 1)).toEqual([1]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (a, b) => {
        const [page, pages] = [Math.min(a, b), Math.max(a, b)];
        const shown = listPages(page, pages);
        expect(shown).toContain(page);
        expect([shown[0], shown.at(-1)]).toEqual([1, pages]);
        shown.forEach((n, i) => {
          if (n !== null) return;
          expect(Number(shown[i + 1]) - Number(shown[i - 1])).toBeGreaterThan(2);
        });
      }),
    );
  });
});

describe('the head of a document', () => {
  test('days below 10, January and February are padded, other months not', () => {
    expect(placeAndDate('Tiền Tiến', '2023-01-05')).toBe('Tiền Tiến, ngày 05 tháng 01 năm 2023');
    expect(placeAndDate(null, '2023-06-30')).toBe('ngày 30 tháng 6 năm 2023');
    expect(placeAndDate('Tiền Tiến', null)).toBe('Tiền Tiến, ngày ….. tháng ….. năm ……');
  });

  test('a number not yet given stays blank', () => {
    expect(documentNumber('02/KH-UBND', null)).toBe('Số: 02/KH-UBND');
    expect(documentNumber(null, 'KH-UBND')).toBe('Số: ……/KH-UBND');
    expect(documentNumber(null, null)).toBeUndefined();
  });

  test('recipients get one dash and one mark, however they came', () => {
    expect(listRecipients(['- UBND thành phố;', 'Lưu: VP.'])).toEqual([
      '- UBND thành phố;',
      '- Lưu: VP.',
    ]);
    expect(listRecipients([])).toEqual([]);
  });
});

describe('fields', () => {
  test('ids are safe to link to', () => {
    expect(fieldId('luot[0].ngay')).toBe('o-luot-0-ngay');
    expect(describedBy('o-a')).toBeUndefined();
    expect(describedBy('o-a', undefined, 'Sai')).toBe('o-a-loi');
  });

  test('the first error of a field is the one shown', () => {
    const errors = [
      { name: 'a', message: 'một' },
      { name: 'a', message: 'hai' },
    ];
    expect(errorsByName(errors)).toEqual({ a: 'một' });
  });
});
