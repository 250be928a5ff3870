// Every road an edition can take.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EDITION_STATUSES,
  EDITION_STEPS,
  isOpen,
  isWritable,
  statusAfter,
  statusWord,
} from './status.ts';
import type { EditionStatus, EditionStep } from './status.ts';

const walks = fc.array(fc.constantFrom(...EDITION_STEPS), { maxLength: 40 });

/** The statuses a walk leads through; steps that can't be taken are refused and change nothing. */
function follow(steps: readonly EditionStep[]): { status: EditionStatus; step: EditionStep }[] {
  let status: EditionStatus = 'draft';
  return steps.flatMap((step) => {
    const next = statusAfter(status, step);
    if (!next) return [];
    status = next;
    return [{ status, step }];
  });
}

test('what nobody approved is never called approved', () => {
  for (const status of EDITION_STATUSES) {
    expect(statusWord({ status, forced: true })).not.toBe('Đã duyệt');
  }
  expect(statusWord({ status: 'approved', forced: false })).toBe('Đã duyệt');
  expect(statusWord({ status: 'scheduled', forced: true })).toBe('Đã hẹn giờ');
});

describe('on any walk', () => {
  test('nothing is public that nobody approved since it was last written on', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        let approved = false;
        for (const { status, step } of follow(steps)) {
          if (step === 'approve' || step === 'force') approved = true;
          if (step === 'revise' || step === 'return') approved = false;
          if (status === 'published') expect(approved).toBe(true);
        }
      }),
    );
  });

  test('what was public never becomes a draft again', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const seen = follow(steps).map(({ status }) => status);
        const first = seen.indexOf('published');
        if (first >= 0) expect(seen.slice(first).some(isOpen)).toBe(false);
      }),
    );
  });

  test('only a draft is written on', () => {
    expect(EDITION_STATUSES.filter(isWritable)).toEqual(['draft']);
  });
});

test('the ends are ends', () => {
  for (const status of ['superseded', 'withdrawn'] as const) {
    expect(EDITION_STEPS.filter((step) => statusAfter(status, step))).toEqual([]);
  }
});

test('every status can be reached', () => {
  const reached = new Set<EditionStatus>(['draft']);
  for (const _round of EDITION_STATUSES) {
    for (const status of [...reached]) {
      for (const step of EDITION_STEPS) {
        const next = statusAfter(status, step);
        if (next) reached.add(next);
      }
    }
  }
  expect(reached.size).toBe(EDITION_STATUSES.length);
});
