// The pure rule of waiting.
import { describe, expect, it } from 'vitest';
import { ACCOUNT_RULE, waitAfter, waitInWords } from './throttle.ts';

describe('waitAfter', () => {
  it('costs nothing for the first failures, then doubles up to the ceiling', () => {
    const waits = [1, 5, 6, 7, 8, 20, 1000].map((failures) => waitAfter(failures, ACCOUNT_RULE));
    expect(waits).toEqual([0, 0, 5_000, 10_000, 20_000, 900_000, 900_000]);
  });
});

describe('waitInWords', () => {
  it('rounds up, in seconds and then minutes', () => {
    expect([1, 4_001, 89_000, 89_001, 600_000].map(waitInWords)).toEqual([
      '1 giây',
      '5 giây',
      '89 giây',
      '2 phút',
      '10 phút',
    ]);
  });
});
