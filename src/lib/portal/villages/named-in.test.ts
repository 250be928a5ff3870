// A village is found by its whole name only.
import { expect, it } from 'vitest';
import { namesPlace } from './named-in.ts';

it.each([
  ['Họp ở thôn 1, tối thứ Sáu', 'Thôn 1', true],
  ['Họp ở Thôn 12', 'Thôn 1', false],
  ['Bảng tin Thôn\u00a01', 'Thôn 1', true],
  ['Xóm Thôn 1A', 'Thôn 1', false],
  ['THÔN ĐÔNG mở hội', 'Thôn Đông', true],
  ['thôn Đông\u0302ng', 'Thôn Đông', false],
  ['Tổ dân phố số 3 (cũ)', 'Tổ dân phố số 3 (cũ)', true],
  ['mọi nơi', '', false],
])('%s names %s: %s', (text, name, found) => {
  expect(namesPlace(text, name)).toBe(found);
});
