import { expect, it } from 'vitest';
import { toPlainDate } from '#lib/vietnam/index.ts';
import { photoDay } from './photo-day.ts';

const day = toPlainDate('2023-06-28');

it('tells when a photo was taken, and doubts nothing within a day', () => {
  const fits = { text: '14:05 ngày 28/06/2023', doubt: '' };
  expect(photoDay('2023-06-28T14:05:09', day)).toEqual(fits);
  expect(photoDay('2023-06-29T00:20:00', day)?.doubt).toBe('');
  expect(photoDay('2023-06-27T23:59:59', day)?.doubt).toBe('');
});

it('says by how many days a photo is too early or too late', () => {
  expect(photoDay('2023-06-26T08:00:00', day)?.doubt).toBe('Chụp trước ngày hoạt động 2 ngày');
  expect(photoDay('2023-07-28T08:00:00', day)?.doubt).toBe('Chụp sau ngày hoạt động 30 ngày');
  expect(photoDay('hôm qua', day)).toBeUndefined();
});
