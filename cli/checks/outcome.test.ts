// Tests of how `loa test` adds up and closes.
import { expect, it } from 'vitest';
import { closingLines, oneFailed, onePassed, skippedBecause } from './outcome.ts';

it('closes with every check, the reasons, and one line of totals', () => {
  const lines = closingLines([
    { name: 'formatting', seconds: 1, ...onePassed },
    {
      name: 'tests',
      seconds: 2.04,
      passed: 40,
      failed: 2,
      skipped: ['samples are absent'],
      remarks: ['failed: a queue > keeps its order', 'failed: a queue > ends'],
    },
    { name: 'old server', seconds: 0, ...skippedBecause('not installed') },
    { name: 'lint', seconds: 3, ...oneFailed },
  ]);
  expect(lines).toEqual([
    'ok      formatting  1 passed, 0 failed, 0 skipped  (1.0 s)',
    'FAILED  tests       40 passed, 2 failed, 1 skipped  (2.0 s)',
    'skipped old server  0 passed, 0 failed, 1 skipped  (0.0 s)',
    'FAILED  lint        0 passed, 1 failed, 0 skipped  (3.0 s)',
    'tests: failed: a queue > keeps its order',
    'tests: failed: a queue > ends',
    'skipped: tests: samples are absent',
    'skipped: old server: not installed',
    '41 passed, 3 failed, 2 skipped',
  ]);
});
