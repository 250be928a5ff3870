// Writes how many tests passed and failed, and why the others were skipped, for `loa test`.
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const file = process.env.LOA_TEST_COUNTS;
    if (!file) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const skipped = tests.flatMap((test) => {
      const result = test.result();
      if (result.state !== 'skipped') return [];
      return [`${test.fullName}: ${result.note ?? 'no reason given'}`];
    });
    const outcome = { passed: count('passed'), failed: count('failed') + broken, skipped };
    writeFileSync(file, JSON.stringify(outcome));
  }
}
