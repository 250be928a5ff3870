// Which texts speak of a procedure: by its code, or by its title as people write it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namerOf, namesOf } from './naming.ts';

const BIRTH = { code: '1.001193', titles: ['Thủ tục đăng ký khai sinh', 'Đăng ký lại khai sinh'] };
const COPY = { code: '2.000815', titles: ['Chứng thực bản sao từ bản chính'] };
const SHORT = { code: '1.000002', titles: ['Kết hôn'] };
const find = namerOf([BIRTH, COPY, SHORT]);

describe('a text', () => {
  it.each([
    ['Từ tháng 7, đăng ký khai sinh nộp tại nhà.', ['1.001193']],
    ['ĐĂNG KÝ KHAI SINH: cần mang gì?', ['1.001193']],
    ['Xem thủ tục 1.001193.000.00.00.H22 ở cổng.', ['1.001193']],
    ['{"href":"/thu-tuc/2.000815"} và  chứng thực\nbản sao từ bản chính', ['2.000815']],
    ['Đăng ký lại khai sinh, chứng thực bản sao từ bản chính', ['1.001193', '2.000815']],
  ])('%s', (text, codes) => expect(find(text)).toEqual(codes));

  it.each([
    'Đăng ký khai sinhx',
    'Mã 11.001193 và 1.0011930',
    'Chứng thực bản sao từ bản chín',
    // Too short to mean the procedure.
    'Mừng lễ kết hôn tập thể',
    '',
  ])('not: %s', (text) => expect(find(text)).toEqual([]));

  it('that names one has one of the names looked for in it', () => {
    expect(namesOf([BIRTH, SHORT])).toEqual([
      '1.001193',
      'đăng ký khai sinh',
      'đăng ký lại khai sinh',
      '1.000002',
    ]);
  });

  it('is found whatever stands around it', () => {
    const around = fc.string().map((text) => text.replace(/[\p{L}\p{N}.]/gu, ' '));
    fc.assert(
      fc.property(
        around,
        around,
        fc.constantFrom(...BIRTH.titles, BIRTH.code),
        (before, after, name) => {
          expect(find(`${before} ${name} ${after}`)).toEqual(['1.001193']);
        },
      ),
    );
  });
});
