// Who answers the telephone for a procedure: the line told with it, and lines for its matters.
import { expect, it } from 'vitest';
import { hotlinesOf } from './touched-hotlines.ts';

const LINES = [
  { id: 'all', name: 'Giải quyết thủ tục hành chính' },
  { id: 'land', name: 'Đất đai, cấp phép xây dựng' },
  { id: 'business', name: 'Đăng ký kinh doanh' },
  { id: 'home', name: 'Phòng, chống bạo lực gia đình' },
];
const of = (title: string, field: string, hotline = '') => [
  ...hotlinesOf({ title, field, hotline }, LINES),
];

it.each([
  ['Đăng ký biến động', 'Đất đai', [['land', 'field']]],
  ['Cấp phép xây dựng nhà ở riêng lẻ', 'Hoạt động xây dựng', [['land', 'field']]],
  ['Đăng ký kinh doanh hộ cá thể', 'Thành lập hộ', [['business', 'field']]],
  ['Cấm tiếp xúc', 'Bạo lực gia đình', [['home', 'field']]],
  ['Đăng ký khai sinh', 'Hộ tịch', []],
  // Nothing is said of the field: no line is for nothing.
  ['Đăng ký khai sinh', '', []],
])('%s (%s)', (title, field, lines) => expect(of(title, field)).toEqual(lines));

it('the line told with it comes by its id, whatever it is called', () => {
  expect(of('Đăng ký khai sinh', 'Hộ tịch', 'all')).toEqual([['all', 'printed']]);
  expect(of('Đăng ký biến động', 'Đất đai', 'all')).toEqual([
    ['all', 'printed'],
    ['land', 'field'],
  ]);
});
