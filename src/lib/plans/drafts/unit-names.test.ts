import { expect, test } from 'vitest';
import { findUnit, unitKey } from './unit-names.ts';

const commune = 'xã An Bình';

test.each([
  ['Văn phòng HĐND& UBND xã', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã An Bình'],
  ['Đề nghị Công đoàn xã', 'Công đoàn'],
  ['Công chức Văn hóa - Thông tin', 'Công chức văn hoá và thông tin'],
])('%s and %s are one unit', (one, other) => {
  expect(unitKey(one, commune)).toBe(unitKey(other, commune));
});

test('units that differ stay apart', () => {
  const units = [
    { id: '1', name: 'Hội Nông dân xã' },
    { id: '2', name: 'Hội Phụ nữ xã' },
  ];
  expect(findUnit(units, 'Hội Phụ nữ xã An Bình', commune)?.id).toBe('2');
  expect(findUnit(units, 'Hội Người cao tuổi', commune)).toBeUndefined();
});
