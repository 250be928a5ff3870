// Writes how many tests passed and failed, which failed or passed only at a second try, and why the
// others were skipped, for `loa test`.
import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Outcome } from '../../cli/checks/outcome.ts';

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const file = process.env.LOA_TEST_COUNTS;
    if (!file) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = modules.filter((module) => module.errors().length > 0);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const skipped = tests.flatMap((test) => {
      const result = test.result();
      if (result.state !== 'skipped') return [];
      return [`${test.fullName}: ${result.note ?? 'no reason given'}`];
    });
    const remarks = [
      ...broken.map(
        (module) =>
          `failed: ${module.relativeModuleId} could not be run whole: ${firstLine(module.errors())}`,
      ),
      ...tests.flatMap(remark),
    ];
    const failed = count('failed') + broken.length;
    const outcome: Outcome = { passed: count('passed'), failed, skipped, remarks };
    writeFileSync(file, JSON.stringify(outcome));
  }
}

/** Names a test that failed, or that only its second try passed: a doubt worth reading at the end. */
function remark(test: TestCase): string[] {
  const name = `${test.module.relativeModuleId} > ${test.fullName}`;
  if (test.result().state === 'failed') {
    return [`failed: ${name}: ${firstLine(test.result().errors)}`];
  }
  return test.diagnostic()?.flaky ? [`passed at the second try only: ${name}`] : [];
}

/** What went wrong first, without where. */
function firstLine(errors: readonly { message: string }[] = []): string {
  return errors[0]?.message.split('\n')[0] ?? '';
}
