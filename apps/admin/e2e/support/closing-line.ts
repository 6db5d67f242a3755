import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with `N passed, N failed`, which the checks count. A file that cannot be loaded has failed. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0;
    let failed = 0;
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      passed += tests.filter((test) => test.result().state === 'passed').length;
      failed += tests.filter((test) => test.result().state !== 'passed').length;
      if (tests.length === 0 || module.errors().length > 0) failed += 1;
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
