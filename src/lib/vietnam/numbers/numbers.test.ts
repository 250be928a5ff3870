// Numbers, money, dates and telephones as written and as spoken.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlainDate } from '../dates/plain-date.ts';
import { formatMoney, formatNumber, formatPercent, parseNumber } from './number-text.ts';
import { capitalize, spellDate, spellMoney, spellNumber, spellPercent } from './number-words.ts';
import { formatPhone, normalizePhone, phoneLink } from './phone.ts';
import { toRoman } from './roman.ts';

describe('numbers in words', () => {
  it.each<[number | bigint | string, string]>([
    [0, 'không'],
    [-0, 'không'],
    [4, 'bốn'],
    [5, 'năm'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [91, 'chín mươi mốt'],
    [100, 'một trăm'],
    [101, 'một trăm linh một'],
    [104, 'một trăm linh bốn'],
    [105, 'một trăm linh năm'],
    [115, 'một trăm mười lăm'],
    [121, 'một trăm hai mươi mốt'],
    [1000, 'một nghìn'],
    [1001, 'một nghìn không trăm linh một'],
    [1005, 'một nghìn không trăm linh năm'],
    [1010, 'một nghìn không trăm mười'],
    [2023, 'hai nghìn không trăm hai mươi ba'],
    [10_500, 'mười nghìn năm trăm'],
    [1_000_000, 'một triệu'],
    [1_000_005, 'một triệu không trăm linh năm'],
    [1_200_000, 'một triệu hai trăm nghìn'],
    [2_000_000_000, 'hai tỷ'],
    [1_000_000_000_000, 'một nghìn tỷ'],
    [
      1_234_567_891_011n,
      'một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu tám trăm chín mươi mốt nghìn không trăm mười một',
    ],
    [-7, 'âm bảy'],
    [12.5, 'mười hai phẩy năm'],
    [0.05, 'không phẩy không năm'],
    ['97.25', 'chín mươi bảy phẩy hai mươi lăm'],
  ])('%s is %s', (value, words) => {
    expect(spellNumber(value)).toBe(words);
  });

  it('refuses what it would say wrongly', () => {
    for (const value of [Number.NaN, Infinity, 1e21, 1e-7, 2 ** 53, '', '1,5', '1.234,5', 'mười']) {
      expect(() => spellNumber(value)).toThrow(RangeError);
    }
    expect(() => spellMoney(1.5)).toThrow(RangeError);
  });

  it('says different numbers differently', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        (a, b) => {
          expect(spellNumber(a) === spellNumber(b)).toBe(a === b);
        },
      ),
    );
  });

  it('says money and per cent', () => {
    expect(capitalize(spellMoney(1_250_000))).toBe('Một triệu hai trăm năm mươi nghìn đồng');
    expect(spellPercent(97.5)).toBe('chín mươi bảy phẩy năm phần trăm');
    expect(capitalize('ủy ban')).toBe('Ủy ban');
    expect(capitalize('đất'.normalize('NFD'))).toBe('Đất');
    expect(capitalize('')).toBe('');
  });

  it('says dates', () => {
    expect(spellDate(toPlainDate('2023-01-05'))).toBe(
      'ngày năm tháng một năm hai nghìn không trăm hai mươi ba',
    );
    expect(spellDate(toPlainDate('2023-01-05'), 'spoken')).toBe(
      'ngày mùng năm tháng một năm hai nghìn không trăm hai mươi ba',
    );
    expect(spellDate(toPlainDate('2024-04-24'), 'spoken')).toBe(
      'ngày hai mươi tư tháng tư năm hai nghìn không trăm hai mươi tư',
    );
    expect(spellDate(toPlainDate('2005-12-31'))).toBe(
      'ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm linh năm',
    );
  });
});

describe('numbers as written', () => {
  it('have points between thousands and a comma before decimals', () => {
    expect(formatNumber(2639)).toBe('2.639');
    expect(formatNumber(1234.5)).toBe('1.234,5');
    expect(formatNumber(1_000_000)).toBe('1.000.000');
    expect(formatNumber(12.345, 1)).toBe('12,3');
    expect(formatNumber(5, 2)).toBe('5,00');
    expect(formatNumber(10n ** 18n)).toBe('1.000.000.000.000.000.000');
    expect(formatPercent(99.96, 1)).toBe('100,0%');
    expect(formatPercent(97.5)).toBe('97,5%');
    expect(formatMoney(1_250_000)).toBe('1.250.000 đồng');
    expect(() => formatNumber(Number.NaN)).toThrow(RangeError);
  });

  it.each([
    ['2.639', 2639],
    [' 1.234.567,25 ', 1234567.25],
    ['97,5', 97.5],
    ['2639', 2639],
    ['-3', -3],
    ['−1,5', -1.5],
    ['97.5', undefined],
    ['1,234.5', undefined],
    ['1.23.456', undefined],
    ['', undefined],
    ['không', undefined],
    ['12 %', undefined],
  ])('%j is read as %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it('are read back as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (millionths) => {
        const value = millionths / 1e3;
        expect(parseNumber(formatNumber(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('telephones', () => {
  it.each([
    ['0912345678', '0912345678', '0912 345 678', 'tel:+84912345678'],
    ['+84 912.345.678', '0912345678', '0912 345 678', 'tel:+84912345678'],
    ['0084912345678', '0912345678', '0912 345 678', 'tel:+84912345678'],
    ['(+84)(0)912-345-678', '0912345678', '0912 345 678', 'tel:+84912345678'],
    ['(0220) 3123 456', '02203123456', '0220 3123 456', 'tel:+842203123456'],
    ['024.3123.4567', '02431234567', '024 3123 4567', 'tel:+842431234567'],
    ['1900 1234', '19001234', '1900 1234', 'tel:19001234'],
    ['1022', '1022', '1022', 'tel:1022'],
  ])('%s', (typed, stored, shown, link) => {
    expect(normalizePhone(typed)).toBe(stored);
    expect(formatPhone(typed)).toBe(shown);
    expect(phoneLink(typed)).toBe(link);
  });

  it.each(['0912 345', '12345678901234', 'gọi văn phòng', '', '02/KH-UBND'])(
    'is not one: %j',
    (text) => {
      expect(normalizePhone(text)).toBeUndefined();
      expect(phoneLink(text)).toBeUndefined();
      expect(formatPhone(text)).toBe(text);
    },
  );
});

describe('Roman numerals', () => {
  it.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
    [99, 'XCIX'],
    [444, 'CDXLIV'],
    [2023, 'MMXXIII'],
    [3999, 'MMMCMXCIX'],
  ])('%d is %s', (value, numeral) => {
    expect(toRoman(value)).toBe(numeral);
  });

  it('gives figures for what has no numeral', () => {
    expect([0, -1, 1.5, 4000, Number.NaN].map(toRoman)).toEqual(['0', '-1', '1.5', '4000', 'NaN']);
  });
});
