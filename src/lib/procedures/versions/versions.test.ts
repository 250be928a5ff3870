// Which version holds on a day, whatever the order in which decisions came.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionOn, versionsAfter, type ProcedureVersion } from './versions.ts';

function version(given: Partial<ProcedureVersion>): ProcedureVersion {
  return {
    ...{ code: '1.000001', number: 1, changeId: '', status: 'in-force', recordSha256: '' },
    ...{ title: '', field: '', levels: '', audience: '', decision: '', decidedOn: null },
    ...{ effectiveFrom: '2023-01-01', recordedAt: '', isUndone: false },
    ...given,
  };
}

const DAYS = ['2023-01-01', '2023-02-01', '2023-03-01', '2023-04-01', '2023-05-01'];
/** Each decision its own day of effect, abolishing or not, taken back or not. */
const decisions = fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1 }).chain((days) =>
  fc.tuple(
    ...days.map((effectiveFrom) =>
      fc.record({
        effectiveFrom: fc.constant(effectiveFrom),
        status: fc.constantFrom('in-force' as const, 'abolished' as const),
        isUndone: fc.boolean(),
      }),
    ),
  ),
);

describe('the version of a day', () => {
  it('is the same in whatever order the decisions are recorded', () => {
    fc.assert(
      fc.property(
        decisions.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        fc.constantFrom(...DAYS, '2022-12-31', '2023-06-30'),
        ([all, shuffled], day) => {
          const recorded = (given: typeof all) =>
            given.map((one, at) => version({ ...one, number: at + 1 }));
          const told = (given: typeof all) => {
            const held = versionOn(recorded(given), day);
            const later = versionsAfter(recorded(given), day);
            return [held, ...later].map((one) => one && [one.effectiveFrom, one.status]);
          };
          expect(told(shuffled)).toEqual(told(all));
          const last = all
            .filter((one) => !one.isUndone && one.effectiveFrom <= day)
            .map(({ effectiveFrom }) => effectiveFrom)
            .toSorted()
            .at(-1);
          expect(told(all)[0]?.[0]).toBe(last);
        },
      ),
    );
  });

  it('on one day of effect is the one decided later, then the one recorded later', () => {
    const first = version({ number: 1, decidedOn: '2022-12-20' });
    const second = version({ number: 2, decidedOn: '2022-12-10' });
    const third = version({ number: 3, decidedOn: '2022-12-20' });
    expect(versionOn([second, first], '2023-01-01')?.number).toBe(1);
    expect(versionOn([third, second, first], '2023-01-01')?.number).toBe(3);
  });
});
