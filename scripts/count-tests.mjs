import { existsSync, readFileSync } from 'node:fs';

/**
 * Prints "<passed> <failed>" for a run of tests: `count-tests.mjs vitest|line FILE EXIT_CODE`. `vitest` reads a JSON
 * report, `line` the last "N passed, N failed" of a log. A run that failed without a failed test counts as one.
 */
const [, , kind, file, exitCode] = process.argv;
const text = file && existsSync(file) ? readFileSync(file, 'utf8') : '';
const { passed, failed } = kind === 'vitest' ? fromReport(text) : fromClosingLine(text);
const silent = failed === 0 && (exitCode !== '0' || passed === 0) ? 1 : 0;
process.stdout.write(`${passed} ${failed + silent}\n`);

function fromReport(report) {
  if (report === '') return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report);
  // A file that could not be loaded has no tests to count.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

function fromClosingLine(log) {
  const [, passed = '0', failed = '0'] = [...log.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  return { passed: Number(passed), failed: Number(failed) };
}
