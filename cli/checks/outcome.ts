// What a check of `loa test` found, and how all of them are added up.

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** One reason for each skipped test or check. */
  readonly skipped: readonly string[];
  /** What the closing lines must name: failed tests, and those only a second try passed. */
  readonly remarks?: readonly string[];
}

export interface Finished extends Outcome {
  readonly name: string;
  readonly seconds: number;
}

export const onePassed: Outcome = { passed: 1, failed: 0, skipped: [] };
export const oneFailed: Outcome = { passed: 0, failed: 1, skipped: [] };

/** A check that could not be made here; the reason is printed at the end. */
export function skippedBecause(reason: string): Outcome {
  return { passed: 0, failed: 0, skipped: [reason] };
}

/** What several runs of one check found together. */
export function addUp(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
    remarks: outcomes.flatMap(({ remarks = [] }) => remarks),
  };
}

/** The closing lines: each check, each reason, and last `N passed, N failed, N skipped`. */
export function closingLines(finished: readonly Finished[]): string[] {
  const width = Math.max(...finished.map(({ name }) => name.length));
  const checks = finished.map(({ name, passed, failed, skipped, seconds }) => {
    const mark = failed > 0 ? 'FAILED' : passed > 0 ? 'ok' : 'skipped';
    const counts = `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
    return `${mark.padEnd(8)}${name.padEnd(width)}  ${counts}  (${seconds.toFixed(1)} s)`;
  });
  const reasons = finished.flatMap(({ name, skipped, remarks = [] }) => [
    ...remarks.map((remark) => `${name}: ${remark}`),
    ...skipped.map((reason) => `skipped: ${name}: ${reason}`),
  ]);
  const all = addUp(finished);
  const total = [`${all.passed} passed`, `${all.failed} failed`, `${all.skipped.length} skipped`];
  return [...checks, ...reasons, total.join(', ')];
}
