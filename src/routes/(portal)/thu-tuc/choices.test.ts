import { expect, it } from 'vitest';
import { choicesOf } from './choices.ts';

const FIELDS = [
  'Hộ tịch',
  'Thi đua - khen thưởng',
  'Thi đua, khen thưởng',
  'Thi đua, khen thưởng',
  '',
];

it('offers spellings that are chosen as one only once, with all of them counted', () => {
  expect(choicesOf(FIELDS, 'vi', 'field')).toEqual([
    { value: 'ho-tich', label: 'Hộ tịch (1)', lang: undefined },
    { value: 'thi-dua-khen-thuong', label: 'Thi đua, khen thưởng (3)', lang: undefined },
  ]);
});

it('names in English what has an English name, and says of the rest what it is in', () => {
  expect(choicesOf([...FIELDS, 'Một lĩnh vực lạ'], 'en', 'field')).toEqual([
    { value: 'ho-tich', label: 'Civil status (1)', lang: 'en' },
    { value: 'thi-dua-khen-thuong', label: 'Commendation (3)', lang: 'en' },
    { value: 'mot-linh-vuc-la', label: 'Một lĩnh vực lạ (1)', lang: 'vi' },
  ]);
});
