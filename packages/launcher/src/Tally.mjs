import { existsSync, readFileSync } from 'node:fs';

/** Adds up what the suites say. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;

  add({ passed = 0, failed = 0, skipped = 0 }) {
    this.passed += passed;
    this.failed += failed;
    this.skipped += skipped;
  }

  toString() {
    return `${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`;
  }
}

/**
 * What a jest run wrote with `--json`. A suite that did not even load is one failure, and so is a run without a report.
 */
export function readJestReport(file) {
  if (!existsSync(file)) {
    return { failed: 1 };
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
