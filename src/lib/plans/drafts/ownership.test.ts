import { expect, test } from 'vitest';
import { findForeignIssuer } from './ownership.ts';

const own = 'xã An Bình';

test.each([
  ['its own committee', 'ỦY BAN NHÂN DÂN XÃ AN BÌNH', 'An Bình'],
  ['old tone placement and small letters', 'Uỷ ban nhân dân xã An Bình', 'An Bình'],
  ['its party committee', 'ĐẢNG ỦY XÃ AN BÌNH', null],
  ['a header that names nobody', null, null],
  ['its province behind the name', 'UBND XÃ AN BÌNH, TỈNH HÀ NAM', 'An Bình'],
  ['only its place', 'ỦY BAN NHÂN DÂN', 'An Bình'],
  ['the kind of commune before a reform', 'ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH', 'An Bình'],
])('%s is the commune itself', (_name, agency, place) => {
  expect(findForeignIssuer({ agency, place }, own)).toBeUndefined();
});

test.each([
  ['a neighbour', 'ỦY BAN NHÂN DÂN XÃ AN BÌNH TÂY', 'An Bình Tây'],
  ['another commune', 'ỦY BAN NHÂN DÂN PHƯỜNG HÒA KHÁNH', 'Hòa Khánh'],
  ['the province', 'ỦY BAN NHÂN DÂN TỈNH QUẢNG NINH', 'Quảng Ninh'],
  ['the city above', 'ỦY BAN NHÂN DÂN THÀNH PHỐ HẠ LONG', 'Hạ Long'],
  ['a committee without a name at another place', 'ỦY BAN NHÂN DÂN', 'Hòa Khánh'],
])('%s is somebody else', (_name, agency, place) => {
  expect(findForeignIssuer({ agency, place }, own)).toBe(agency);
});
