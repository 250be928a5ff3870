// A place is found by its whole name only, and not inside a longer one.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namesPlace } from './names-place.ts';

it.each([
  ['Họp ở thôn 1, tối thứ Sáu', 'Thôn 1', true],
  ['Họp ở Thôn 12', 'Thôn 1', false],
  ['Bảng tin Thôn\u00a01', 'Thôn 1', true],
  ['Xóm Thôn 1A', 'Thôn 1', false],
  ['THÔN ĐÔNG mở hội', 'Thôn Đông', true],
  ['thôn Đông\u0302ng', 'Thôn Đông', false],
  ['Liên thôn Đông', 'Thôn Đông', true],
  ['Bánthôn Đông', 'Thôn Đông', false],
  ['Tổ dân phố số 3 (cũ)', 'Tổ dân phố số 3 (cũ)', true],
  ['mọi nơi', '', false],
])('%s names %s: %s', (text, name, found) => {
  expect(namesPlace(text, name)).toBe(found);
});

it.each([
  ['Nhà văn hóa Thôn Nội Trung mở cửa', 'Thôn Nội', false],
  ['Nhà văn hóa Thôn Nội mở cửa', 'Thôn Nội', true],
  ['Thôn Nội Trung và THÔN NỘI cùng họp', 'Thôn Nội', true],
  ['Thôn Nội Trung, thôn Nội Đông', 'Thôn Nội', false],
  ['Thôn Nội Trung Đông', 'Thôn Nội Trung', false],
  ['Thôn Nội Trung Đông', 'Thôn Nội', false],
  ['Thôn Nội Trung Đông', 'Thôn Nội Trung Đông', true],
  ['Tổ dân phố số 1 Tân Lập', 'Tổ dân phố số 1', false],
  ['Tổ dân phố số 1, số 2', 'Tổ dân phố số 1', true],
])('%s names %s beside its namesakes: %s', (text, name, found) => {
  const known = [
    ...['Thôn Nội', 'Thôn Nội Trung', 'Thôn Nội Đông', 'Thôn Nội Trung Đông'],
    ...['Tổ dân phố số 1', 'Tổ dân phố số 1 Tân Lập'],
  ];
  expect(namesPlace(text, name, known)).toBe(found);
});

it('what a longer name says never names the shorter, however the sentence runs', () => {
  const word = fc.constantFrom('Thôn', 'Nội', 'Trung', 'Đông', 'Tân', 'Lập', '1', '12');
  const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most });
  fc.assert(
    fc.property(words(3), words(2), (short, tail) => {
      const name = short.join(' ');
      const longer = [...short, ...tail].join(' ');
      expect(namesPlace(`Mời bà con ${longer} đi họp`, name, [name, longer])).toBe(false);
      expect(namesPlace(`Mời bà con ${name}, ${longer}`, name, [longer])).toBe(true);
    }),
  );
});
