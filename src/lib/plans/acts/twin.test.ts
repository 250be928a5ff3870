import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { areTwins, likeness, type TwinTrait } from './twin.ts';

const act: TwinTrait = {
  kind: 'meeting',
  channel: 'meeting',
  day: '2023-05-10',
  unitId: 'u1',
  villageId: null,
  title: 'Họp thôn Đông về phòng, chống bạo lực gia đình',
};

describe('the same act twice', () => {
  test('is seen through accents, spaces and a word left out', () => {
    expect(areTwins(act, { ...act, title: 'hop thon Dong ve phong chong bao luc gia dinh' })).toBe(
      true,
    );
    expect(areTwins(act, { ...act, title: 'Họp thôn Đông phòng, chống bạo lực gia đình' })).toBe(
      true,
    );
  });

  test.each<[string, Partial<TwinTrait>]>([
    ['another day', { day: '2023-05-11' }],
    ['another unit', { unitId: 'u2' }],
    ['another kind', { kind: 'conference' }],
    ['another channel', { channel: 'masses' }],
    ['another matter', { title: 'Tập huấn đăng ký khai sinh trực tuyến' }],
  ])('is not %s', (_what, other) => {
    expect(areTwins(act, { ...act, ...other })).toBe(false);
  });

  test('is not in another village, but may be where one names none', () => {
    const east = { ...act, villageId: 'v1' };
    expect(areTwins(east, { ...act, villageId: 'v2' })).toBe(false);
    expect(areTwins(east, act)).toBe(true);
  });
});

test('likeness lies between 0 and 1, is 1 of a text with itself, and knows no order', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const found = likeness(one, other);
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
      expect(likeness(one, one)).toBe(1);
      expect(likeness(other, one)).toBe(found);
    }),
  );
});
