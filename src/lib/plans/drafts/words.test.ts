import { expect, test } from 'vitest';
import { planTimeInWords } from './words.ts';

test.each([
  ['2026-01-01', '2026-06-30', '01/01/2026 – 30/06/2026'],
  ['2026-01-01', null, 'từ ngày 01/01/2026'],
  [null, '2026-06-30', 'đến hết ngày 30/06/2026'],
  [null, null, 'chưa có thời gian'],
])('a plan from %s to %s', (from, to, words) => {
  expect(planTimeInWords({ from, to })).toBe(words);
});
